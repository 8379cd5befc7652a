"""Making two records of one person one: proposed where a service is open, done at once, undone at any later time."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core import serializers
from django.db.models import Model

from hearth.foundation import packs, worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, NotFound, Stale
from hearth.foundation.access.limiting import PERSON, check
from hearth.foundation.access.models import Conflict, Restriction, User
from hearth.foundation.access.notices import tell
from hearth.foundation.access.readers import Reader
from hearth.foundation.access.staff import holding
from hearth.foundation.history import last_writer
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import Event
from hearth.people import capabilities, events, identities
from hearth.people.actions.naming import subject
from hearth.people.folding import fold
from hearth.people.matching import indexing
from hearth.people.merging import asides, rows, rules, separation, undoing
from hearth.people.merging.rows import KEPT, MERGED
from hearth.people.models import Merge, Person, PersonName

ALREADY = "These two records are one already. Look at the record again."


@action(capabilities.MERGE)
def propose_merge(
    reader: Reader,
    kept_id: UUID,
    merged_id: UUID,
    *,
    version: int,
    other_version: int,
    reasons: str,
    choices: Mapping[str, str] | None = None,
    sure: bool = False,
) -> Merge:
    """Propose that two records are one person; somebody else, who may confirm it, looks and decides.

    Raises Invalid for what blocks it, Stale where either record was changed since it was shown.
    """
    kept, merged = _both(reader, kept_id, merged_id, version, other_version)
    _check(kept, merged, reasons, choices or {}, sure)
    if Merge.objects.filter(kept=kept, merged=merged, at=None, undone_at=None).exists():
        raise Invalid("This is proposed already and waits for somebody to confirm it.")
    made = Merge.objects.create(
        kept=kept,
        merged=merged,
        proposed_by=reader.user,
        proposed_at=worktime.now(),
        reasons=reasons.strip(),
        choices=dict(choices or {}),
        sure=sure,
    )
    asked = holding(roles=packs.active().roles_with(capabilities.MERGE_CONFIRM)).exclude(pk=reader.id)
    barred = Conflict.objects.filter(person_id__in=[kept_id, merged_id], ended_at=None).values("user")
    title = f"{reader.user.name} proposes that two records are one person. Look at both and confirm it, or turn it down."
    tell(asked.exclude(pk__in=barred), title, f"merge:{made.pk}", subject(kept))
    timeline.record(events.MergeProposed(merge=made.pk, other=merged.pk), subject(kept), about=[subject(merged)])
    return made


@action(capabilities.MERGE, capabilities.MERGE_CONFIRM)
def merge_people(
    reader: Reader,
    kept_id: UUID,
    merged_id: UUID,
    *,
    version: int,
    other_version: int,
    reasons: str,
    choices: Mapping[str, str] | None = None,
    sure: bool = False,
) -> Merge:
    """Make two records one, at once: every row of `merged` is re-pointed to `kept`, with a log from which it is undone.

    `choices` says of a fact, or of a row that both have, whose stands ("kept" or "merged"). Where either has an open
    service, somebody else must have proposed it. Raises Invalid for what blocks it, Stale where either was changed.
    """
    kept, merged = _both(reader, kept_id, merged_id, version, other_version)
    chosen = dict(choices or {})
    _check(kept, merged, reasons, chosen, sure)
    made = Merge.objects.select_for_update().filter(kept=kept, merged=merged, at=None, undone_at=None).first()
    _check_two(reader, kept, merged, made)
    made = made or Merge(kept=kept, merged=merged)
    made.by, made.at, made.reasons, made.sure, made.choices = reader.user, worktime.now(), reasons.strip(), sure, chosen
    plan = rows.plan(kept.pk, merged.pk)
    made.had = _had(kept.pk)
    _set_aside(made, plan)
    values = rules.changed(kept, merged, chosen)
    made.guards = [*_guard_both(kept.pk, merged.pk), *_keep_names(kept, merged, values)]
    homes = homes_naming(merged.pk)
    made.before = undoing.said_by(kept)
    stand(kept, merged, values, into=kept)
    made.after = undoing.said_by(kept)
    what = events.RecordsMerged(merge=made.pk, kept=kept.pk, merged=merged.pk)
    made.event = timeline.record(what, subject(kept), about=[subject(merged), *homes]).pk
    made.save()
    announce_birth(kept, values)
    return made


@action(capabilities.MERGE, capabilities.MERGE_CONFIRM)
def turn_down_merge(reader: Reader, merge_id: UUID, *, reasons: str) -> Merge:
    """The two are not one person, or it is not to be done: the proposal ends, and stays on both records."""
    made = Merge.objects.select_for_update().filter(pk=merge_id, at=None, undone_at=None).first()
    if made is None:
        raise Invalid("This proposal has ended already.")
    for one in (made.kept_id, made.merged_id):
        check(Person, one, reader, may(reader))
    if not reasons.strip():
        raise Invalid({"reasons": "Say why they are not one person."})
    made.undone_at, made.undone_by, made.undone_reasons = worktime.now(), reader.user, reasons.strip()
    made.save()
    what = events.MergeProposed(merge=made.pk, other=made.merged_id, ended=True)
    timeline.record(what, subject(made.kept_id), about=[subject(made.merged_id)])
    return made


def may(reader: Reader) -> str:
    """The capability under which a reader merges: their own, or confirming what others propose."""
    return capabilities.MERGE if reader.can(capabilities.MERGE) else capabilities.MERGE_CONFIRM


def _both(reader: Reader, kept_id: UUID, merged_id: UUID, version: int, other_version: int) -> tuple[Person, Person]:
    """Both records, locked in one order. Raises NotFound where this reader may not see either."""
    if kept_id == merged_id or (kept_id in (found := identities.of(merged_id)) and len(found) > 1):
        check(Person, identities.resolve(kept_id), reader, may(reader))
        raise Invalid(ALREADY)
    list(Person.objects.filter(pk__in=[kept_id, merged_id]).order_by("pk").select_for_update().values_list("pk"))
    kept, merged = (check(Person, one, reader, may(reader), for_update=True) for one in (kept_id, merged_id))
    if separation.are_apart(kept_id, merged_id) and not separation.named_for(reader):
        raise NotFound(may(reader), Person, merged_id)
    for one, shown in ((kept, version), (merged, other_version)):
        check_version(one, shown)
    return kept, merged


def check_version(person: Person, shown: int) -> None:
    """Raise Stale where a record was changed since it was shown."""
    if person.version != shown:
        by = last_writer(person)
        wrote = User.objects.filter(pk=by).first() if by else None
        raise Stale(wrote.name if wrote else "Somebody", {})


def _check(kept: Person, merged: Person, reasons: str, choices: Mapping[str, str], sure: bool) -> None:
    found = rules.blocks(kept, merged)
    if found:
        raise Invalid(" ".join(found))
    problems = {name: "Choose one of the two." for name, whose in choices.items() if whose not in (KEPT, MERGED)}
    if not reasons.strip():
        problems["reasons"] = "Say how you know that they are one person."
    if (why := rules.like_twins(kept, merged)) and not sure:
        problems["sure"] = f"{why} Say that you are sure."
    if rules.unborn_with_birth(kept, rules.changed(kept, merged, choices)):
        problems["kind"] = "An unborn child has no date of birth. Choose child."
    if problems:
        raise Invalid(problems)


def _check_two(reader: Reader, kept: Person, merged: Person, proposal: Merge | None) -> None:
    if not rules.needs_two(kept.pk, merged.pk):
        if not reader.can(capabilities.MERGE):
            check(Person, kept.pk, reader, capabilities.MERGE)
        return
    if proposal is None:
        raise Invalid("One of them has an open service: propose it, and somebody else confirms it.")
    if proposal.proposed_by_id == reader.id:
        raise Invalid("You proposed this yourself. One of them has an open service, so somebody else must confirm it.")
    for one in (kept, merged):
        check(Person, one.pk, reader, capabilities.MERGE_CONFIRM)


def _had(person_id: UUID) -> dict[str, list[str]]:
    """A record's own rows before a merge, with those that an earlier merge of others has set aside."""
    found = rows.owned(person_id)
    for label, keys in asides.named(person_id).items():
        found[label] = [*found.get(label, ()), *keys]
    return found


def _set_aside(made: Merge, plan: rows.Plan) -> None:
    """Re-point what moves; of what both have, one of the two is set aside whole."""
    moves = [[reference.label, str(row.pk)] for reference, row in plan.moves]
    gone: list[Model] = list(plan.between)
    for pair in plan.pairs:
        if made.choices.get(pair.key, pair.fuller) == MERGED:
            gone.append(pair.kept)
            moves.append([pair.reference.label, str(pair.merged.pk)])
        else:
            gone.append(pair.merged)
    made.aside = [_row(one) for one in gone]
    for one in gone:
        type(one)._default_manager.filter(pk=one.pk).delete()
    made.moves = [*rows.point(moves, made.kept_id, made.merged_id), *asides.point(made.kept_id, made.merged_id)]


def _row(row: Model) -> dict[str, Any]:
    found = serializers.serialize("python", [row])[0]
    fields = {name: undoing.rows_value(value) for name, value in found["fields"].items()}
    return {"model": found["model"], "pk": str(found["pk"]), "fields": fields}


def _guard_both(kept: UUID, merged: UUID) -> list[list[str]]:
    """Whatever keeps somebody from one record keeps them from the other too: the same rows again there."""
    made: list[Model] = []
    for one, other in ((kept, merged), (merged, kept)):
        own = Restriction.objects.filter(kind=PERSON, subject_id=one, ended_at=None).first()
        if own and not Restriction.objects.filter(kind=PERSON, subject_id=other, ended_at=None).exists():
            own.pk, own.subject_id = None, other
            own.save(force_insert=True)
            made.append(own)
        theirs = Conflict.objects.filter(person_id=other, ended_at=None).values("user")
        for conflict in Conflict.objects.filter(person_id=one, ended_at=None).exclude(user__in=theirs):
            conflict.pk, conflict.person_id = None, other
            conflict.save(force_insert=True)
            made.append(conflict)
    return [[row._meta.label, str(row.pk)] for row in made]


def _keep_names(kept: Person, merged: Person, values: Mapping[str, Any]) -> list[list[str]]:
    """Both records' names that do not stand become names that the person also has."""
    there = {fold(one.forenames, one.surname) for one in PersonName.objects.filter(person=kept)}
    made = [
        PersonName.objects.create(person=kept, kind="alias", forenames=forenames, surname=surname)
        for forenames, surname in rules.names_besides(kept, merged, values)
        if fold(forenames, surname) not in there
    ]
    return [[row._meta.label, str(row.pk)] for row in made]


def homes_naming(*ids: UUID) -> list[timeline.Subject]:
    """Contacts and the like whose events name one of some people: what is counted there is counted anew."""
    about = Event.objects.filter(links__head__kind=PERSON, links__head__subject_id__in=ids).exclude(home__kind=PERSON)
    found = about.values_list("home__kind", "home__subject_id").distinct()
    return [timeline.Subject(kind, key) for kind, key in found]


def stand(kept: Person, merged: Person, values: Mapping[str, Any], *, into: Person | None) -> None:
    """Write both records: `merged` as standing for itself or as part of another, `kept` with its values."""
    merged.merged_into = into
    merged.version += 1
    for name, value in values.items():
        setattr(kept, name, value)
    for one in (kept, merged):
        one.search_name = fold(one.forenames, one.known_as, one.surname)
    kept.version += 1
    kept.save()
    merged.save()
    indexing.refresh([kept.pk, merged.pk])


def announce_birth(person: Person, values: Mapping[str, Any]) -> None:
    """Say so on the timeline where a date of birth was among the values."""
    if values.get("date_of_birth"):
        timeline.record(events.PersonBorn(date_of_birth=values["date_of_birth"]), subject(person))
