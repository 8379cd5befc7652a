"""Make the demonstration, once for a database."""

import argparse

import django


def main() -> None:
    """Make staff, families and history, unless they are there."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--weeks", type=int, default=12)
    arguments = parser.parse_args()
    django.setup()
    from hearth.config.demonstration import making

    making.make(arguments.weeks)


if __name__ == "__main__":
    main()
