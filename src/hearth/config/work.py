"""`./hearth work`: the worker process."""

import argparse

import django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many jobs at once."""
    parser.add_argument("--concurrency", type=int, default=2)


def run(arguments: argparse.Namespace) -> None:
    """Run jobs until stopped; jobs of a worker that was killed are taken up again."""
    django.setup()
    from hearth.foundation.jobs.worker import run_worker
    from hearth.foundation.standards.tasks import recompute_soon

    recompute_soon()
    run_worker(arguments.concurrency)
