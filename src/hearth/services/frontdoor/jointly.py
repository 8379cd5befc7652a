"""Who recommends together with whom, where the pack has two roles recommend jointly."""

from uuid import UUID

from hearth.foundation import packs
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.models import User
from hearth.foundation.access.readers import Reader
from hearth.foundation.access.staff import on_duty
from hearth.services.frontdoor.actions.common import flag
from hearth.services.frontdoor.models import Contact
from hearth.services.frontdoor.pack import front_door


def _other_roles(reader: Reader) -> list[str]:
    pair = front_door().recommend_jointly
    mine = [role for role in pair if role in reader.roles]
    return [role for role in pair if role not in mine[:1]] if mine else []


def partners(reader: Reader) -> list[User]:
    """Who may be named beside this reader on a joint recommendation; empty where none is needed or nobody is on duty."""
    others = _other_roles(reader)
    return [user for user in on_duty(others, front_door().team) if user.pk != reader.id] if others else []


def partner(reader: Reader, contact: Contact, named: UUID | None) -> User | None:
    """The colleague of the other role who recommends too. Raises Invalid where one is on duty and none is named.

    With nobody of the other role on duty a child does not wait: the recommendation stands alone, and that is flagged.
    """
    others = _other_roles(reader)
    if not others:
        return None
    able = partners(reader)
    chosen = next((user for user in able if str(user.pk) == str(named)), None)
    titles = " or ".join(packs.active().roles[role].title for role in others)
    if chosen is None and able:
        raise Invalid({"together": f"A recommendation is made jointly. Name the {titles} who makes it with you."})
    if chosen is None:
        flag(contact, f"Recommended by one person alone: no {titles} was on duty.")
    return chosen
