"""The levels of `matching.comparing`, said in DuckDB's SQL. A test holds that both say the same of thousands of pairs.

A record's names are lists of tokens with their nickname groups and skeletons, made by our own code; a home is compared as a
search does it: the newest home of the left record with every home of the right one.
"""

from collections.abc import Mapping
from typing import Any

from hearth.people.matching.comparing import FEW, SHORT
from hearth.people.matching.weights import Weights

_ANY = "len(list_filter(l, lambda a: len(list_filter(r, lambda b: {})) > 0)) > 0"
_SHORTER, _LONGER = "least(len(a.t), len(b.t))", "greatest(len(a.t), len(b.t))"
_NAME = {
    "exact": "a.t = b.t",
    "nickname": "list_has_any(a.g, b.g)",
    "typo": f"{_LONGER} > 2 AND {_LONGER} - {_SHORTER} <= 1 AND damerau_levenshtein(a.t, b.t) = 1",
    "sound": (
        f"{_LONGER} - {_SHORTER} <= 4 AND {_SHORTER} * 2 >= {_LONGER} AND list_has_any(a.s, b.s)"
        f" AND ({_SHORTER} > {FEW} OR damerau_levenshtein(a.t, b.t) <= 2)"
    ),
    "prefix": "len(a.t) >= 3 AND starts_with(b.t, a.t)",
    "typos": f"{_SHORTER} > {SHORT} AND {_LONGER} - {_SHORTER} <= 2 AND damerau_levenshtein(a.t, b.t) <= 2",
}
_ALIKE = """
a.street <> '' AND b.street <> '' AND (
  a.street = b.street OR (len(a.whole) >= 3 AND (starts_with(a.whole, b.whole) OR starts_with(b.whole, a.whole))) OR a.bare = b.bare
  OR damerau_levenshtein(a.whole, b.whole) <= CASE WHEN least(len(a.whole), len(b.whole)) > 6 THEN 2 ELSE 1 END
  OR (len(a.bare) > 3
      AND damerau_levenshtein(a.bare, b.bare) <= CASE WHEN least(len(a.bare), len(b.bare)) > 5 THEN 2 ELSE 1 END)
)
"""
_SAME_HOUSE = "a.house <> '' AND a.house = b.house"
_SAME_STREET = "a.street <> '' AND a.street = b.street"
_SAME_CODE = "a.code <> '' AND a.code = b.code"
_HOME = "len(list_filter(r, lambda b: {})) > 0"
MACROS = [
    *(f"CREATE MACRO name_{level}(l, r) AS {_ANY.format(said)}" for level, said in _NAME.items()),
    f"CREATE MACRO street_alike(a, b) AS {_ALIKE}",
    f"CREATE MACRO home_exact(a, r) AS {_HOME.format(f'{_SAME_HOUSE} AND (street_alike(a, b) OR ({_SAME_CODE}))')}",
    f"CREATE MACRO home_postcode(a, r) AS {_HOME.format(_SAME_CODE)}",
    f"CREATE MACRO home_street(a, r) AS {_HOME.format(_SAME_STREET)}",
    f"CREATE MACRO home_typo(a, r) AS {_HOME.format('street_alike(a, b)')}",
]

_DAYS = 'datediff(\'day\', "born_l", "born_r")'
FIELDS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    name: (
        f'len("{name}_l") = 0 OR len("{name}_r") = 0',
        {level: f'name_{level}("{name}_l", "{name}_r")' for level in _NAME} | {"other": "ELSE"},
    )
    for name in ("given", "family")
} | {
    "birth": (
        '"born_l" IS NULL OR "born_r" IS NULL',
        {
            "exact": '"born_l" = "born_r"',
            "exchanged": (
                'year("born_l") = year("born_r") AND month("born_l") = day("born_r") AND day("born_l") = month("born_r")'
            ),
            "digit": 'damerau_levenshtein("born_text_l", "born_text_r") = 1',
            "same year": 'year("born_l") = year("born_r")',
            "near": f"abs({_DAYS}) <= 400",
            "far": "ELSE",
        },
    ),
    "home": (
        '"home_l" IS NULL OR len("homes_r") = 0',
        {level: f'home_{level}("home_l", "homes_r")' for level in ("exact", "postcode", "street", "typo")} | {"other": "ELSE"},
    ),
    "telephone": (
        '"telephone_l" IS NULL OR "telephone_r" IS NULL',
        {"exact": '"telephone_l" = "telephone_r"', "other": "ELSE"},
    ),
    "nhs_number": (
        '"nhs_l" IS NULL OR "nhs_r" IS NULL',
        {"exact": '"nhs_l" = "nhs_r"', "typo": 'damerau_levenshtein("nhs_l", "nhs_r") = 1', "other": "ELSE"},
    ),
    "upn": ('"upn_l" IS NULL OR "upn_r" IS NULL', {"exact": '"upn_l" = "upn_r"', "other": "ELSE"}),
}
"""For each field when it cannot be compared, and its levels in the order they are asked."""


def settings(weights: Weights, rules: list[str], chance: float) -> dict[str, Any]:
    """Splink's settings with our levels, these weights and blocking rules."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": chance,
        "blocking_rules_to_generate_predictions": rules,
        "comparisons": [_comparison(name, nothing, levels, weights) for name, (nothing, levels) in FIELDS.items()],
        "retain_intermediate_calculation_columns": False,
        "retain_matching_columns": False,
        "max_iterations": 15,
        "em_convergence": 0.001,
    }


def _comparison(name: str, nothing: str, levels: Mapping[str, str], weights: Weights) -> dict[str, Any]:
    return {
        "output_column_name": name,
        "comparison_levels": [
            {"sql_condition": nothing, "label_for_charts": "not known", "is_null_level": True},
            *(
                {
                    "sql_condition": said,
                    "label_for_charts": level,
                    "m_probability": weights.fields[name][level][0],
                    "u_probability": weights.fields[name][level][1],
                }
                for level, said in levels.items()
            ),
        ],
    }
