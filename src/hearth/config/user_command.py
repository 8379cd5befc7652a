"""`./hearth user`: makes a member of staff's account."""

import argparse
import getpass
import sys

import django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Who they are and what they do; the password is asked for, never an argument."""
    parser.add_argument("email")
    parser.add_argument("--name", required=True)
    parser.add_argument("--role", required=True)
    parser.add_argument("--team", required=True)


def run(arguments: argparse.Namespace) -> int:
    """Make the account and give it its role from now on."""
    django.setup()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from hearth.foundation import packs, worktime
    from hearth.foundation.access.models import RoleHeld, User

    pack = packs.active()
    if arguments.role not in pack.roles or arguments.team not in pack.teams:
        print(f"Roles: {', '.join(pack.roles)}. Teams: {', '.join(pack.teams)}.", file=sys.stderr)
        return 2
    email = arguments.email.strip().lower()
    if User.objects.filter(email=email).exists():
        print(f"{email} has an account already.", file=sys.stderr)
        return 2
    try:
        validate_email(email)
        password = getpass.getpass("Password (at least 12 characters): ")
        validate_password(password, User(email=email, name=arguments.name))
    except ValidationError as error:
        print(" ".join(error.messages), file=sys.stderr)
        return 2
    user = User.objects.create_user(email, password, name=arguments.name)
    RoleHeld.objects.create(user=user, role=arguments.role, team=arguments.team, starts_at=worktime.now())
    print(f"{user.email} may sign in.")
    return 0
