"""Writing and sending letters. Called by the actions of rooms, inside their transaction."""

from collections.abc import Mapping
from dataclasses import dataclass

from hearth.foundation import packs, worktime
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.readers import Reader
from hearth.foundation.letters.models import Letter, Sending
from hearth.foundation.letters.templates import letter_templates
from hearth.foundation.timeline.api import Subject


@dataclass(frozen=True)
class Addressee:
    """To whom, and by which route confirmed safe."""

    name: str
    route: str
    address: str = ""
    email: str = ""


def preview(template: str, words: Mapping[str, str]) -> tuple[str, list[str]]:
    """A letter's title and paragraphs before it is made."""
    return letter_templates(packs.active().name)[template].written(words)


def write(reader: Reader, template: str, words: Mapping[str, str], to: Addressee, about: Subject, reference: str) -> Letter:
    """Make a letter. Raises Invalid where the route lacks what it needs."""
    if to.route == "secure_email" and not to.email:
        raise Invalid({"route": "There is no secure e-mail address. Choose another route."})
    if to.route == "post" and not to.address.strip():
        raise Invalid({"route": "There is no postal address. Choose another route."})
    title, paragraphs = preview(template, words)
    return Letter.objects.create(
        template=template,
        title=title,
        addressee=to.name,
        address=to.address,
        email=to.email,
        route=to.route,
        paragraphs=paragraphs,
        signed_by=f"{reader.user.name}, {packs.active().title} children's services",
        reference=reference,
        kind=about.kind,
        subject_id=about.id,
        made_by=reader.user,
        made_at=worktime.now(),
    )


def send(reader: Reader, letter: Letter) -> Sending:
    """Note that a letter goes out. An e-mail leaves by a job once the transaction has been kept."""
    to = letter.email if letter.route == "secure_email" else letter.address or letter.addressee
    sending = Sending.objects.create(letter=letter, route=letter.route, to=to[:300], by=reader.user, at=worktime.now())
    if letter.route == "secure_email":
        from hearth.foundation.letters.tasks import deliver

        deliver.defer(sending_id=sending.pk)
    return sending
