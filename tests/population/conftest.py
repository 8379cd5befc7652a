"""A small population, made once for all its tests."""

import pytest

from hearth.config.population import AS_OF, Query, Someone, people, queries

SIZE = 30_000


@pytest.fixture(scope="session")
def everybody() -> list[Someone]:
    return list(people(SIZE))


@pytest.fixture(scope="session")
def asked(everybody) -> dict[str, list[Query]]:
    """A hundred queries of each kind, of the reported part, by kind."""
    by_kind: dict[str, list[Query]] = {}
    for query in queries(everybody, 100, part="reported", seed=1, today=AS_OF):
        by_kind.setdefault(query.kind, []).append(query)
    return by_kind
