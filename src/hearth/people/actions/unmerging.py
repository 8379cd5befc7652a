"""Undoing a merge: both records as they were, with what was added since shared out by choice."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Model

from hearth.foundation import worktime
from hearth.foundation.access.acting import action
from hearth.foundation.access.errors import Invalid, NotFound
from hearth.foundation.access.limiting import check
from hearth.foundation.access.readers import Reader
from hearth.foundation.timeline import api as timeline
from hearth.foundation.timeline.models import AppendOnly
from hearth.people import capabilities, events, identities
from hearth.people.actions.merging import announce_birth, check_version, homes_naming, may, stand
from hearth.people.actions.naming import subject
from hearth.people.actions.separating import keep_apart_too
from hearth.people.facts import stated
from hearth.people.merging import asides, rows, rules, undoing
from hearth.people.models import Merge, Person, SharedOut, Statement


@action(capabilities.MERGE, capabilities.MERGE_CONFIRM)
def undo_merge(
    reader: Reader,
    merge_id: UUID,
    *,
    version: int,
    reasons: str,
    fields: Mapping[str, str] | None = None,
    give: Collection[str] = (),
) -> Merge:
    """Make two records of one again, at any later time.

    What the merge moved goes back, and fields get the values they had. Of a field changed since, `fields` says "now" (it
    stays as it is, as it does unless chosen), "before", or "other": the other record gets it. Of rows added since, those
    named in `give` ("model.column:key") go to the other record. Whatever guards the one since guards both.
    Raises Invalid where a later merge must be undone first, Stale where the record was changed meanwhile.
    """
    made = Merge.objects.filter(pk=merge_id).first()
    if made is None or made.at is None:
        raise NotFound(may(reader), Merge, merge_id)
    check(Person, identities.resolve(made.kept_id), reader, may(reader))
    list(Person.objects.filter(pk__in=[made.kept_id, made.merged_id]).order_by("pk").select_for_update().values_list("pk"))
    made = Merge.objects.select_for_update().get(pk=merge_id)
    if made.undone_at is not None:
        raise Invalid("This merge was undone already.")
    later = undoing.later(made)
    if later is not None:
        raise Invalid(
            f"Record {later.merged.number} was made one with record {later.kept.number} after this. Undo that merge first."
        )
    kept = check(Person, made.kept_id, reader, may(reader), for_update=True)
    check_version(kept, version)
    if not reasons.strip():
        raise Invalid({"reasons": "Say why they are two people."})
    merged = Person.objects.get(pk=made.merged_id)
    plan = undoing.read(made)
    values, theirs = _values(plan, fields or {}, kept, merged)
    given = _given(plan, give, theirs)
    homes = homes_naming(made.kept_id, made.merged_id)
    returned = _return(made, plan, given)
    _put_back(made)
    _share(made, returned, given)
    keep_apart_too(made)
    for name, value in theirs.items():
        setattr(merged, name, value)
    stand(kept, merged, values, into=None)
    made.undone_at, made.undone_by, made.undone_reasons = worktime.now(), reader.user, reasons.strip()
    made.save()
    what = events.MergeUndone(merge=made.pk, kept=kept.pk, merged=merged.pk)
    timeline.record(what, subject(kept), about=[subject(merged), *homes])
    announce_birth(kept, values)
    announce_birth(merged, theirs)
    return made


def _values(
    plan: undoing.Undoing, fields: Mapping[str, str], kept: Person, merged: Person
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the kept record says again, and what of the present goes to the other."""
    back, theirs = dict(plan.fields), {}
    for name, whose in fields.items():
        if whose not in (undoing.NOW, undoing.BEFORE, undoing.OTHER) or name not in plan.changed:
            raise Invalid({name: "Choose one of those shown."})
        if whose != undoing.NOW:
            back[name] = plan.changed[name]
        if whose == undoing.OTHER:
            theirs[name] = getattr(kept, name)
    if "date_of_birth" in theirs:
        theirs["birth_estimated"] = kept.birth_estimated
    back.pop("birth_estimated", None)
    if "date_of_birth" in back:
        back["birth_estimated"] = plan.merge.before["birth_estimated"]
    for one, values in ((kept, back), (merged, theirs)):
        if rules.unborn_with_birth(one, values):
            words = f"Record {one.number} would be of an unborn child and have a date of birth. Choose for both facts alike."
            raise Invalid({"date_of_birth": words})
    return back, theirs


def _given(plan: undoing.Undoing, give: Collection[str], theirs: Mapping[str, Any]) -> list[tuple[rows.Reference, Any]]:
    """The rows that go to the other record: those chosen, and how a fact is known that goes there."""
    known = {f"{reference.label}:{row.pk}": (reference, row) for reference, row in plan.added}
    if unknown := set(give) - set(known):
        raise Invalid({"give": f"{len(unknown)} of what you chose is no longer there. Look at the page again."})
    said = [
        key
        for key, (_, row) in known.items()
        if isinstance(row, Statement) and row.fact in theirs and row.value == stated(theirs[row.fact])
    ]
    return [known[one] for one in dict.fromkeys([*give, *said])]


def _return(made: Merge, plan: undoing.Undoing, given: list[tuple[rows.Reference, Any]]) -> list[Model]:
    """Re-point what moved, and what is given and may change; the rows that now stand with the other record."""
    moves = plan.back + [[one.label, str(row.pk)] for one, row in given if not issubclass(one.model, AppendOnly)]
    done = rows.point(moves, made.merged_id, made.kept_id)
    asides.point(made.merged_id, made.kept_id, {(label, key) for label, key in made.moves})
    found: list[Model] = []
    for label, key in done:
        found += rows.find(label).model._default_manager.filter(pk=key)
    return found


def _put_back(made: Merge) -> None:
    made.refresh_from_db(fields=["aside"])
    for kept_as, row in zip(made.aside, undoing.aside(made), strict=True):
        try:
            row.validate_constraints()
        except ValidationError:
            asides.hand_on(made, kept_as)  # the same stands already, recorded since or by another merge
            continue
        row.save(force_insert=True)
    for label, key in made.guards:
        model = apps.get_model(label)
        standing = {"ended_at": None} if hasattr(model, "ended_at") else {}
        model._default_manager.filter(pk=key, **standing).delete()


def _share(made: Merge, returned: list[Model], given: list[tuple[rows.Reference, Any]]) -> None:
    """Note what was written about the kept record since and is the other's now: append-only rows keep their ids."""
    wanted = {home for row in returned for home in undoing.homes(row)}
    labels = [(SharedOut.HOME, home) for home in sorted(undoing.spoken_since(made, wanted))]
    labels += [(one.model._meta.label, str(row.pk)) for one, row in given if issubclass(one.model, AppendOnly)]
    SharedOut.objects.bulk_create(
        [SharedOut(merge=made, label=label, key=key, origin_id=made.kept_id, person_id=made.merged_id) for label, key in labels]
    )
