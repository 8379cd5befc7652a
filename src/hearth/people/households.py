"""Who lives with whom."""

from hearth.foundation import worktime
from hearth.foundation.access import limiting
from hearth.foundation.access.acting import action
from hearth.foundation.access.readers import Reader
from hearth.people import capabilities
from hearth.people.models import Person, Residence


@action(capabilities.CHANGE)
def live_with(reader: Reader, person: Person, other: Person, *, lives_there: str = "yes") -> Residence | None:
    """Record that somebody lives, or stays, where another lives now; nothing where that is not known.

    Nothing either where the reader may not see the other's record, since the address would then show beside this
    person. A confidential address stays confidential. Somebody's own home does not end by staying elsewhere.
    """
    if not limiting.limit(Person.objects.filter(pk=other.pk), reader, capabilities.CHANGE).exists():
        return None
    home = Residence.objects.filter(person=other, ends_on=None).order_by("starts_on", "pk").first()
    if home is None:
        return None
    made, _ = Residence.objects.update_or_create(
        person=person,
        address=home.address,
        ends_on=None,
        defaults={"lives_there": lives_there, "confidential": home.confidential, "starts_on": worktime.today()},
    )
    return made
