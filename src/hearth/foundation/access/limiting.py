"""`limit`: the only rule of who may see which records. `check` is `limit` on one key."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast
from uuid import UUID

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, Func, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from hearth.foundation import worktime
from hearth.foundation.access.errors import NotFound, Refused
from hearth.foundation.access.log import log
from hearth.foundation.access.models import Involvement, Opening, Restriction
from hearth.foundation.access.readers import Reader

M = TypeVar("M", bound=models.Model)
PERSON = "person"


@dataclass(frozen=True)
class About:
    """What a model's records are about; each model that `limit` serves declares one as `access`.

    `kind` is its own kind of subject. `person` is the path to the id of the one person a record is about; `people`
    a path to several, where the record itself stays visible and the lines of restricted people are withheld one by
    one. `involved` maps kinds of involvement to the path of their id. `only` says which of its rows are records at all;
    `kept` is the path to the record that stands for the person now, for rows that keep the id they were written with.
    """

    kind: str
    person: str | None = None
    people: str | None = None
    involved: dict[str, str] | None = None
    only: Mapping[str, Any] | None = None
    kept: str | None = None


def _table(model: type[models.Model]) -> str:
    return f'"{model._meta.db_table}"'


def limit(queryset: QuerySet[M], reader: Reader, capability: str) -> QuerySet[M]:
    """The records of a queryset that a reader may see or act on under a capability."""
    scope = reader.capabilities.get(capability)
    if scope is None:
        return queryset.none()
    about: About = getattr(queryset.model, "access")  # noqa: B009 - each model declares it; mypy cannot know
    if about.only:
        queryset = queryset.filter(**about.only)
    if about.kept and about.person:
        stands = Coalesce(about.kept, about.person, output_field=models.UUIDField())
        queryset = cast("QuerySet[M]", queryset.alias(_stands=stands))
        about = replace(about, person="_stands", involved={PERSON: "_stands"})
    return queryset.filter(_conditions(about, reader, scope))


def may_see(model: type[models.Model], reader: Reader, capability: str) -> ExpressionWrapper:
    """The same as a column, for lists that show what they withhold: may this reader see the row?"""
    scope = reader.capabilities.get(capability)
    about: About = getattr(model, "access")  # noqa: B009 - as above
    if about.only or about.kept:
        raise AssertionError(f"{model.__name__} is limited by more than its own row")
    rule = Q(pk__in=[]) if scope is None else _conditions(about, reader, scope)
    return ExpressionWrapper(rule or ~Q(pk__in=[]), output_field=models.BooleanField())


def _conditions(about: About, reader: Reader, scope: str) -> Q:
    rule = Q()
    path = about.person or about.people
    if path and reader.conflicts:
        rule &= ~Q(**{f"{path}__in": reader.conflicts})
    if scope != "all":
        rule &= _involved(about, reader, scope)
    if about.person:
        rule &= Q(_NotHidden(about.person, reader))
    return rule


def _mine(reader: Reader, scope: str) -> Q:
    own = Q(user=reader.user)
    return (own | Q(team__in=reader.teams) if scope == "team" else own) & Q(ends_at=None)


def _involved(about: About, reader: Reader, scope: str) -> Q:
    paths = about.involved or {about.kind: "pk"}
    found = Q()
    for kind, path in paths.items():
        found |= Q(Exists(Involvement.objects.filter(_mine(reader, scope), kind=kind, subject_id=OuterRef(path))))
    return found


class _Admitted(Func):
    """Is this reader involved by name with a person, or has opened the record with a reason, or owns its restriction?

    Written out in SQL: it stands in nearly every query of every page, and Django would put it together anew each time.
    """

    output_field = models.BooleanField()
    sql = f"""EXISTS (SELECT 1 FROM {_table(Involvement)} works_with WHERE works_with.kind = '{PERSON}'
            AND works_with.subject_id = {{person}} AND works_with.user_id = %s AND works_with.ends_at IS NULL)
        OR EXISTS (SELECT 1 FROM {_table(Opening)} opened WHERE opened.kind = '{PERSON}'
            AND opened.subject_id = {{person}} AND opened.user_id = %s AND opened.starts_at <= %s AND opened.ends_at > %s)
        OR EXISTS (SELECT 1 FROM {_table(Restriction)} owned WHERE owned.kind = '{PERSON}'
            AND owned.subject_id = {{person}} AND owned.owner_id = %s AND owned.ended_at IS NULL)"""  # noqa: S608 - our own names

    def __init__(self, person: str, reader: Reader) -> None:
        super().__init__(F(person))
        now = worktime.now()
        self.given = (reader.id, reader.id, now, now, reader.id)

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """The condition on the person's column, which has no parameters of its own."""
        person, _none = compiler.compile(self.source_expressions[0])
        return f"({self.sql.format(person=person)})", list(self.given)


class _NotHidden(_Admitted):
    """Not restricted or sealed, unless this reader is admitted all the same."""

    sql = f"""NOT EXISTS (SELECT 1 FROM {_table(Restriction)} hidden WHERE hidden.kind = '{PERSON}'
            AND hidden.subject_id = {{person}} AND hidden.ended_at IS NULL)
        OR {_Admitted.sql}"""  # noqa: S608 - our own names


def restriction_on(person_id: UUID, reader: Reader) -> Restriction | None:
    """The restriction that keeps this reader from a person's record, or None."""
    rows = Restriction.objects.filter(kind=PERSON, subject_id=person_id, ended_at=None)
    return rows.exclude(_Admitted("subject_id", reader)).select_related("owner").first()


def involved_in(reader: Reader, ids: Collection[UUID]) -> set[UUID]:
    """Which of these people's records this reader works with, by name or through a team."""
    if not ids:
        return set()
    rows = Involvement.objects.filter(_mine(reader, "team"), kind=PERSON, subject_id__in=ids)
    return set(rows.values_list("subject_id", flat=True))


def restrictions_on(ids: Collection[UUID], reader: Reader) -> dict[UUID, Restriction]:
    """The restrictions that keep this reader from any of these people's records."""
    if not ids:
        return {}
    rows = Restriction.objects.filter(kind=PERSON, subject_id__in=ids, ended_at=None)
    return {row.subject_id: row for row in rows.exclude(_Admitted("subject_id", reader)).select_related("owner")}


def is_sealed(person_id: UUID, reader: Reader) -> bool:
    """Is the record sealed from this reader, so that not even its existence may show?"""
    hidden = restriction_on(person_id, reader)
    return hidden is not None and hidden.level == Restriction.SEALED


def check(model: type[M], key: Any, reader: Reader, capability: str, *, for_update: bool = False) -> M:
    """One record, if this reader may. Raises Refused without the capability, NotFound otherwise; both are logged."""
    if not reader.can(capability):
        raise Refused(capability, model, key)
    objects = limit(model._default_manager.all(), reader, capability)
    if for_update:
        objects = objects.select_for_update(of=("self",))
    found = objects.filter(pk=key).first()
    if found is None:
        raise NotFound(capability, model, key)
    return found


def read(model: type[M], key: Any, reader: Reader, capability: str) -> M:
    """One record to look at: `check`, and the look is logged."""
    found = check(model, key, reader, capability)
    about: About = getattr(model, "access")  # noqa: B009 - as above
    log("view", reader, kind=about.kind, subject_id=str(found.pk), capability=capability)
    return found
