"""Agencies, their professionals, and whom they work with."""

from datetime import date
from uuid import UUID

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.people import capabilities, events
from hearth.people.actions.naming import subject
from hearth.people.models import Agency, Person, PersonProfessional, Professional


@action(capabilities.CHANGE)
def add_agency(reader: Reader, *, name: str, kind: str, telephone: str = "", out_of_hours_telephone: str = "") -> Agency:
    """Add a partner agency to the directory; one of the same name is returned as it is."""
    name = " ".join(name.split())
    if not name:
        raise Invalid({"agency_name": "Enter the agency's name."})
    found = Agency.objects.filter(name__iexact=name).first()
    return found or Agency.objects.create(name=name, kind=kind, telephone=telephone, out_of_hours_telephone=out_of_hours_telephone)


@action(capabilities.CHANGE)
def involve_professional(
    reader: Reader,
    person_id: UUID,
    *,
    name: str,
    agency: Agency,
    job: str = "",
    telephone: str = "",
    email: str = "",
    starts_on: date | None = None,
) -> PersonProfessional:
    """Record that a professional works with a person: name, job, agency, how to reach them."""
    person = check(Person, person_id, reader, capabilities.CHANGE)
    if not name.strip():
        raise Invalid({"name": "Enter the professional's name."})
    if starts_on and starts_on > worktime.today():
        raise Invalid({"starts_on": "The day must not be in the future."})
    professional, made = Professional.objects.get_or_create(
        agency=agency, name=" ".join(name.split()), defaults={"job": job, "telephone": telephone, "email": email}
    )
    if not made:
        given = {"job": job, "telephone": telephone, "email": email}
        Professional.objects.filter(pk=professional.pk).update(**{field: value for field, value in given.items() if value})
    involved, new = PersonProfessional.objects.get_or_create(
        person=person, professional=professional, ends_on=None, defaults={"starts_on": starts_on}
    )
    if new:
        timeline.record(events.ProfessionalInvolved(professional=professional.pk), subject(person))
    return involved


@action(capabilities.CHANGE)
def end_professional(reader: Reader, involvement_id: int, *, ends_on: date) -> PersonProfessional:
    """A professional no longer works with a person."""
    found = check(PersonProfessional, involvement_id, reader, capabilities.CHANGE, for_update=True)
    if ends_on > worktime.today():
        raise Invalid({"ends_on": "The last day must not be in the future."})
    if found.starts_on and ends_on < found.starts_on:
        raise Invalid({"ends_on": "This is before they became involved. Check the date."})
    found.ends_on = ends_on
    found.save()
    timeline.record(events.ProfessionalInvolved(professional=found.professional_id, ended=True), subject(found.person_id))
    return found
