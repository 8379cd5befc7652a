"""Make the population, say what is in it and how long it took: `python -m hearth.config.population --size 100000`."""

import argparse
import os
import re
import resource
import sys
import time
from collections import Counter
from pathlib import Path

import django

from hearth.config.population import AS_OF, hard_pairs, people, queries


def main() -> int:
    """Counts of the population on standard output, with `--queries` those of the query set as well; or a file to import."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--queries", type=int, default=0, metavar="N", help="also make N queries of each kind")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="only write them, for `./hearth people import`")
    wanted = parser.parse_args()
    if wanted.csv:
        return _export(wanted.csv, wanted.size, wanted.seed)
    begun, used = time.perf_counter(), time.process_time()
    made = list(people(wanted.size, wanted.seed))
    took, used = time.perf_counter() - begun, time.process_time() - used
    tokens = Counter(token for one in made for token in re.split(r"[ -]", f"{one.forenames} {one.surname}".lower()) if token)
    kinds = Counter(one.kind for one in made)
    rows = {
        "people": len(made),
        **{kind: kinds[kind] for kind in ("child", "adult", "unborn")},
        "households": len({one.household for one in made}),
        "postcodes": len({home.postcode for one in made for home in one.homes}),
        "second records of a person": sum(1 for one in made if one.same_as),
        "distinct name tokens": len(tokens),
        **Counter(f"pairs of {why}" for _, _, why in hard_pairs(made)),
        "seconds": round(took, 1),
        "seconds of one core": round(used, 1),
        "memory at most, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    if wanted.queries:
        begun = time.perf_counter()
        asked = Counter(query.kind for query in queries(made, wanted.queries, part="reported", seed=wanted.seed, today=AS_OF))
        rows |= {f"queries, {kind}": count for kind, count in asked.items()}
        rows["seconds for the queries"] = round(time.perf_counter() - begun, 1)
    for name, value in rows.items():
        sys.stdout.write(f"{name:32}{value:>12,}\n")
    sys.stdout.write("commonest tokens: " + ", ".join(f"{token} {count:,}" for token, count in tokens.most_common(12)) + "\n")
    return 0


def _export(path: Path, size: int, seed: int) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hearth.config.settings")
    django.setup()
    from hearth.config.population.exporting import export  # the columns are those of the import's models

    sys.stdout.write(f"{export(people(size, seed), path):,} people in {path}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
