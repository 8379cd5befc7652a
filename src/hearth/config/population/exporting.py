"""The population as a file that `./hearth people import` reads."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from hearth.config.population.record import Someone
from hearth.people.importing.columns import COLUMNS


def export(everybody: Iterable[Someone], path: Path) -> int:
    """Write people to a CSV file with the documented columns; how many. Each has one home, the present one, and one former name."""
    rows = list(everybody)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for one in rows:
            home = one.homes[-1] if one.homes else None
            former = next((surname for _, surname in one.other_names if surname), "")
            writer.writerow([
                one.number, one.kind, one.forenames, one.surname, one.known_as, former, _day(one.date_of_birth),
                _day(one.expected_date), one.sex, one.ethnicity, one.nhs_number, one.upn, one.telephone,
                *((home.lines, home.town, home.postcode, _day(home.since)) if home else ("", "", "", "")),
            ])  # fmt: skip
    return len(rows)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
