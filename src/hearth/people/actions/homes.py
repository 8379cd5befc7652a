"""Where people live, from and to; a move keeps the earlier home."""

from datetime import date
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people import capabilities, events
from hearth.people.actions.facts import state_fact
from hearth.people.actions.naming import place, subject
from hearth.people.matching import indexing
from hearth.people.models import Person, Residence


@action(capabilities.CHANGE)
def live_at(
    reader: Reader,
    person: Person,
    lines: str,
    code: str = "",
    *,
    confidential: bool = False,
    lives_there: str = "yes",
    starts_on: date | None = None,
    known_by: str = "told",
    told_by: str = "",
    town: str = "",
) -> Residence:
    """Record where somebody lives, from today or another day; unless they only stay there sometimes, the earlier home ends.

    Once a home is confidential, the next one is too until somebody says otherwise with `set_confidential`: the safe
    reading of silence.
    """
    check(Person, person.pk, reader, capabilities.CHANGE)
    since = starts_on or worktime.today()
    if not lines.strip() and not code.strip():
        raise Invalid({"lines": "Enter the address, or as much of it as is known."})
    if since > worktime.today():
        raise Invalid({"starts_on": "The day they moved in must not be in the future."})
    address = place(lines, code, town)
    open_homes = Residence.objects.select_for_update().filter(person=person, ends_on=None)
    hidden = confidential or any(home.confidential for home in open_homes)
    earlier = [home for home in open_homes if home.address_id != address.pk]
    if lives_there == "yes":
        for home in earlier:
            if home.starts_on and home.starts_on > since:
                raise Invalid({"starts_on": "They moved to the present address after this day. Check the date."})
            home.ends_on = since
            home.save()
    home, made = Residence.objects.get_or_create(
        person=person,
        address=address,
        ends_on=None,
        defaults={"starts_on": since, "confidential": hidden, "lives_there": lives_there},
    )
    if not made:
        home.lives_there, home.confidential = lives_there, hidden or home.confidential
        home.save()
    # The statement names the row: an address, which may be confidential, stands in one place only.
    state_fact(reader, person, "address", str(home.pk), known_by=known_by, told_by=told_by)
    timeline.record(events.HomeRecorded(home=home.pk, confidential=home.confidential), subject(person))
    return home


@action(capabilities.CHANGE)
def end_home(reader: Reader, home_id: int, *, ends_on: date) -> Residence:
    """Somebody no longer lives there; the address stays in the history."""
    home = check(Residence, home_id, reader, capabilities.CHANGE, for_update=True)
    if ends_on > worktime.today():
        raise Invalid({"ends_on": "The last day must not be in the future."})
    if home.starts_on and ends_on < home.starts_on:
        raise Invalid({"ends_on": "This is before they moved in. Check the date."})
    home.ends_on = ends_on
    home.save()
    timeline.record(events.HomeRecorded(home=home.pk, confidential=home.confidential, ended=True), subject(home.person_id))
    return home


@action(capabilities.CHANGE)
def set_confidential(reader: Reader, person_id: UUID, *, confidential: bool) -> Person:
    """Make every address of a person confidential, earlier ones too, or no longer so.

    A confidential address shows only to those who may see confidential addresses and work with the person; it is never
    in a search, a list, a letter, a file name or an error. Lifting it needs the same right and involvement.
    """
    person = check(Person, person_id, reader, capabilities.CHANGE)
    if not confidential:
        check(Person, person_id, reader, capabilities.SEE_CONFIDENTIAL)
    Residence.objects.filter(person=person).update(confidential=confidential)
    indexing.refresh([person.pk])
    timeline.record(events.AddressesMadeConfidential(confidential=confidential), subject(person))
    return person
