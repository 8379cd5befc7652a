"""Reads a pack's forms with those of the packs it extends, every version kept so that old answers read as they were given."""

from collections.abc import Mapping
from functools import lru_cache

from hearth.foundation import packs
from hearth.foundation.caseforms import facts
from hearth.foundation.caseforms.language import YES_NO, CaseForm, Field
from hearth.foundation.packs import Document, PackError, load, read_documents
from hearth.foundation.packs.places import PACKS

Location = tuple[str | int, ...]
_code_lists: dict[str, Mapping[str, str]] = {}


def register_code_list(name: str, choices: list[tuple[str, str]]) -> None:
    """Let forms name a room's code list (`code_list: religion`)."""
    _code_lists[name] = dict(choices)


@lru_cache
def case_forms(pack: str) -> dict[tuple[str, int], CaseForm]:
    """A pack's forms by id and version. Raises PackError naming file, line and mend."""
    lineage = [load(pack)]
    while lineage[0].base:
        lineage.insert(0, lineage[0].base)
    found: dict[tuple[str, int], CaseForm] = {}
    for member in lineage:
        own: set[tuple[str, int]] = set()
        for document, at, form in read_documents(PACKS / member.name / "forms", CaseForm):
            key = (form.id, form.version)
            if key in own:
                words = f"{form.id} has a version {form.version} already; give this one the next number"
                raise document.error((*at, "version"), words)
            _check_names(document, at, form)
            own.add(key)
            found[key] = form
    return found


def _check_names(document: Document, at: Location, form: CaseForm) -> None:
    """Every code list and fact that a form names is one that a room registers."""
    for place, section in enumerate(form.sections):
        for number, field in enumerate(section.fields):
            where = (*at, "sections", place, "fields", number)
            for word, named, there in (
                ("code_list", field.code_list, sorted(_code_lists)),
                ("fact", field.fact, facts.registered()),
            ):
                if named and named not in there:
                    raise document.error((*where, word), f"no room registers {named}; there are {', '.join(there)}")


def case_form(form_id: str, version: int | None = None) -> CaseForm:
    """A form of the active pack: its newest version, or the one that answers were given to.

    Raises PackError for a form the pack does not have.
    """
    name = packs.active().name
    forms = case_forms(name)
    versions = [number for known, number in forms if known == form_id]
    wanted = version if version in versions else max(versions, default=0)
    if not wanted:
        raise PackError(PACKS / name / "forms", 1, f"there is no form {form_id}; add it")
    return forms[form_id, wanted]


def choices_of(field: Field) -> Mapping[str, str]:
    """What may be chosen: codes with their words."""
    if field.kind == "yes_no":
        return YES_NO
    return field.choices or _code_lists.get(field.code_list, {})
