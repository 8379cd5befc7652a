"""What a pack.yaml says."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any, ClassVar, Literal, TypeVar

import pydantic

from hearth.foundation.worktime import Calendar, Ends, OfficeHours, check_length

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Strict(pydantic.BaseModel):
    """Frozen, and an unknown word is an error."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid")


class Hours(Strict):
    """Opening and closing time of one day."""

    opens: time
    closes: time

    @pydantic.model_validator(mode="after")
    def _in_order(self) -> "Hours":
        if self.opens >= self.closes:
            raise ValueError(f"it closes at {self.closes:%H:%M}, which is not after {self.opens:%H:%M}; exchange them")
        return self


class Source(Strict):
    """Where in an authority's text something stands."""

    document: str
    section: str
    item: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.document, self.section, self.item) if part)


class Team(Strict):
    """A team that work can be passed to. `part_of` nests teams; `service` groups them for lists."""

    title: str
    part_of: str | None = None
    locality: str | None = None
    out_of_hours: bool = False
    accepts: bool = True


Scope = Literal["all", "team", "involved"]


class Role(Strict):
    """A role and what it may do. A capability's scope says for whose records: all, the team's, or one's own."""

    title: str
    plural: str = ""
    professional: bool = False
    capabilities: Mapping[str, Scope]


class Reading(Strict):
    """One reading of a text that leaves its counting open."""

    words: str
    cited: str
    within: str | None = None
    ends: Ends | None = None

    @pydantic.model_validator(mode="after")
    def _is_a_length(self) -> "Reading":
        check_length(self.within, self.ends)
        return self


class SettingValue(Strict):
    """Which reading holds from a day on, and who said so."""

    reading: str
    since: date
    decided_by: str


class Setting(Strict):
    """A choice that the text leaves open: every reading cited, and the dated choice."""

    title: str
    requirements: list[str] = []
    readings: Mapping[str, Reading]
    values: list[SettingValue]

    @pydantic.model_validator(mode="after")
    def _readings_exist(self) -> "Setting":
        for value in self.values:
            if value.reading not in self.readings:
                raise ValueError(f'"{value.reading}" is not one of the readings {", ".join(self.readings)}')
        return self

    def chosen(self, day: date) -> Reading:
        """The reading in force on a day; before the first dated choice, the first one holds."""
        held = [value for value in self.values if value.since <= day] or self.values[:1]
        return self.readings[max(held, key=lambda value: value.since).reading]


class ContactDetails(Strict):
    """How the public and professionals reach the authority."""

    front_door: str
    telephone: str
    out_of_hours_name: str
    out_of_hours_telephone: str
    email: str
    address: list[str]


class Section(Strict):
    """A part of pack.yaml that a room owns: the room subclasses this and names its word in the file."""

    word: ClassVar[str]


S = TypeVar("S", bound=Section)


class PackFile(Strict):
    """The words every pack.yaml has. A room's own words are read by its Section."""

    model_config = pydantic.ConfigDict(frozen=True, extra="ignore")

    name: str
    title: str
    extends: str | None = None
    contact_details: ContactDetails | None = None
    office_hours: Mapping[Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], Hours] = {}
    closing_days: Mapping[date, str] = {}
    localities: Mapping[str, str] = {}
    teams: Mapping[str, Team] = {}
    roles: Mapping[str, Role] = {}
    settings: Mapping[str, Setting] = {}


class Pack:
    """One authority's pack, loaded: the file's words, the calendar, and the sections rooms have registered."""

    def __init__(self, file: PackFile, sections: Mapping[type[Section], Section], base: "Pack | None", digest: str) -> None:
        self.file = file
        self.name, self.title = file.name, file.title
        self.base = base
        self.digest = digest
        self.teams, self.roles, self.settings = file.teams, file.roles, file.settings
        self.localities, self.contact_details = file.localities, file.contact_details
        hours = {WEEKDAYS.index(day): OfficeHours(at.opens, at.closes) for day, at in file.office_hours.items()}
        self.calendar = Calendar(hours, file.closing_days)
        self._sections = sections

    def section(self, kind: type[S]) -> S:
        """A room's own part of this pack."""
        found: Any = self._sections[kind]
        return found

    def roles_with(self, capability: str) -> list[str]:
        """The roles that hold a capability."""
        return [name for name, role in self.roles.items() if capability in role.capabilities]
