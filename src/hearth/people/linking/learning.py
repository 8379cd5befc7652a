"""Learning the weights from the authority's own records: `./hearth people learn`.

How often strangers agree (u) by random sampling; how often one person's records do (m) by expectation maximisation over
several blocks, since a block says nothing of the fields it is made of. No pair need be known to be one person.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from hearth.foundation import worktime
from hearth.people.linking.extra import module, silent
from hearth.people.linking.levels import FIELDS, settings
from hearth.people.linking.tables import loaded
from hearth.people.matching import versions
from hearth.people.matching.comparing import age_level
from hearth.people.matching.models import MatchWeights
from hearth.people.matching.weights import Weights, read

BLOCKS = (
    'l."born" = r."born"',
    'l."nhs" = r."nhs"',
    'l."given"[1].t = r."given"[1].t AND l."family"[1].t = r."family"[1].t',
)
RANDOM_PAIRS = 2e7
LEAST_M, LEAST_U = 0.0005, 1e-7
FEWEST = 1_000
"""Records below which nothing can be learnt."""

_STRANGERS = """
SELECT abs(a.age - b.age), count(*)
FROM (SELECT age, row_number() OVER (ORDER BY hash(unique_id + ?)) n FROM people WHERE age IS NOT NULL) a
JOIN (SELECT age, row_number() OVER (ORDER BY hash(unique_id * 7 + ?)) n FROM people WHERE age IS NOT NULL) b ON a.n = b.n
GROUP BY 1
"""
"""Everybody's age beside that of somebody drawn at random."""

Shares = dict[str, dict[str, tuple[float, float]]]


class TooFew(Exception):
    """There are too few records to learn from."""


def learn(*, seed: int = 2026, told: Callable[[str], None] = silent) -> MatchWeights:
    """Learn a new version from everybody recorded and make it the active one.

    Raises `extra.Missing` where the extra is not installed, TooFew where there is nothing to learn from.
    """
    place = Path(tempfile.mkdtemp(prefix="hearth-learn-"))
    try:
        told("Reading the search cards")
        con = loaded(place)
        many = con.execute("SELECT count(*) FROM people").fetchall()[0][0]
        if many < FEWEST:
            raise TooFew(f"There are {many:,} records; {FEWEST:,} are needed at least.")
        shares = learnt(con, versions.current(), many, seed, told)
        con.close()
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return keep(shares, f"{many:,} records of this authority, {worktime.today():%d/%m/%Y}")


def keep(shares: Shares, learnt_from: str) -> MatchWeights:
    """Keep shares as the next version, the active one; earlier versions stay."""
    with transaction.atomic():
        last = MatchWeights.objects.select_for_update().order_by("-version").first()
        number = (last.version if last else 1) + 1  # the shipped weights are the first
        data = {"version": str(number), "learnt_from": learnt_from, "fields": shares}
        MatchWeights.objects.filter(active=True).update(active=False)
        made = MatchWeights.objects.create(
            version=number, learnt_at=worktime.now(), learnt_from=learnt_from, data=data, active=True
        )
    versions.forget()
    return made


def learnt(con: Any, before: Weights, many: int, seed: int, told: Callable[[str], None]) -> Shares:
    """Both shares of every field and level, from the table `people` of a DuckDB connection."""
    splink, backend = module("splink"), module("splink.backends.duckdb")
    frame = backend.DuckDBAPI(connection=con).register("people")
    linker = splink.Linker(frame, settings(before, [], 1 / many), log_level=None)
    told("How often strangers agree, by random pairs")
    linker.training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=seed)
    for rule in BLOCKS:
        told(f"How often one person's records agree, where {rule.replace(chr(34), '')}")
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True, max_pairs=5e6
        )
    model = linker.misc.save_model_to_json()
    found = {one["output_column_name"]: one["comparison_levels"] for one in model["comparisons"]}
    shares = {name: _filled(name, found[name], before) for name in FIELDS}
    shares["age"] = _ages(con, before, seed)
    return {name: shares[name] for name in before.fields}


def _filled(name: str, levels: list[Mapping[str, Any]], before: Weights) -> dict[str, tuple[float, float]]:
    """The learnt shares; a level that was never met keeps its share from before, and none is nought or one."""
    said = {one["label_for_charts"]: one for one in levels if not one.get("is_null_level")}
    m = {level: _number(said[level].get("m_probability"), before.fields[name][level][0], LEAST_M) for level in FIELDS[name][1]}
    u = {level: _number(said[level].get("u_probability"), before.fields[name][level][1], LEAST_U) for level in FIELDS[name][1]}
    return {level: (_share(m, level), _share(u, level)) for level in before.fields[name]}


def _number(found: Any, before: float, least: float) -> float:
    return max(float(found) if isinstance(found, int | float) else before, least)


def _share(all_: Mapping[str, float], level: str) -> float:
    return float(f"{min(all_[level] / sum(all_.values()), 1 - LEAST_U):.6g}")


def _ages(con: Any, before: Weights, seed: int) -> dict[str, tuple[float, float]]:
    """An age that somebody says is in no record: how often strangers' ages agree is counted, the rest stays as it was."""
    rows = con.execute(_STRANGERS, [seed, seed]).fetchall()
    counts = dict.fromkeys(before.fields["age"], 0)
    for apart, many in rows:
        counts[age_level(apart)] += many
    whole = sum(counts.values()) or 1
    return {
        level: (m, max(counts[level] / whole, LEAST_U) if counts[level] else u) for level, (m, u) in before.fields["age"].items()
    }


def shipped_text(shares: Shares, learnt_from: str) -> str:
    """A version as the file that comes with Hearth."""
    data = {"version": "1", "learnt_from": learnt_from, "fields": shares}
    read(json.dumps(data))
    return json.dumps(data, indent=2) + "\n"
