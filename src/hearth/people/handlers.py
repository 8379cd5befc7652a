"""Whatever changes a person's names, dates, numbers or homes makes their search card anew, in the same transaction."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from hearth.people.matching import indexing
from hearth.people.models import Person, PersonName, Residence


@receiver(post_save, sender=Person, dispatch_uid="search card of a person")
def person_saved(instance: Person, raw: bool = False, **_: Any) -> None:
    """A person was added or changed."""
    if not raw:
        indexing.refresh([instance.pk])


@receiver([post_save, post_delete], sender=PersonName, dispatch_uid="search card by another name")
@receiver([post_save, post_delete], sender=Residence, dispatch_uid="search card by a home")
def part_saved(instance: PersonName | Residence, raw: bool = False, **_: Any) -> None:
    """A name or a home of a person was added, changed or taken away."""
    if not raw:
        indexing.refresh([instance.person_id])
