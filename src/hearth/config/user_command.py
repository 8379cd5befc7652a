"""`./hearth user`: makes a member of staff's account, gives it a new password, or closes it."""

import argparse
import getpass
import sys
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from hearth.foundation.access.models import User


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Who they are and what they do, or what becomes of the account they have; a password is asked for, never an argument."""
    parser.add_argument("email")
    parser.add_argument("--name", help="with --role and --team: makes the account")
    parser.add_argument("--role")
    parser.add_argument("--team")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--new-password", action="store_true", help="give it another password; every session of it ends")
    change.add_argument(
        "--forget-second-step",
        action="store_true",
        help="their telephone is lost: the second step is set up again at the next sign-in",
    )
    change.add_argument("--close", action="store_true", help="they have left: it opens no more, and every session of it ends")


def run(arguments: argparse.Namespace) -> int:
    """0 when it is done, 2 with words where it cannot be."""
    django.setup()
    from django.core.exceptions import ValidationError

    from hearth.foundation.access.models import User

    arguments.email = arguments.email.strip().lower()
    user = User.objects.filter(email=arguments.email).first()
    try:
        if arguments.new_password or arguments.forget_second_step or arguments.close:
            print(_change(user, arguments))
        else:
            print(_make(user, arguments))
    except ValidationError as error:
        print(" ".join(error.messages), file=sys.stderr)
        return 2
    return 0


def _make(user: "User | None", arguments: argparse.Namespace) -> str:
    """Make the account and give it its role from now on."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.db import transaction

    from hearth.foundation import packs, worktime
    from hearth.foundation.access.models import RoleHeld, User

    pack = packs.active()
    if user is not None:
        raise ValidationError(f"{user.email} has an account already.")
    if not arguments.name or arguments.role not in pack.roles or arguments.team not in pack.teams:
        raise ValidationError(f"Give --name, --role and --team. Roles: {', '.join(pack.roles)}. Teams: {', '.join(pack.teams)}.")
    validate_email(arguments.email)
    password = _password(User(email=arguments.email, name=arguments.name))
    with transaction.atomic():
        user = User.objects.create_user(arguments.email, password, name=arguments.name)
        RoleHeld.objects.create(user=user, role=arguments.role, team=arguments.team, starts_at=worktime.now())
        _log(user, "made")
    return f"{user.email} may sign in."


def _change(user: "User | None", arguments: argparse.Namespace) -> str:
    from allauth.mfa.models import Authenticator
    from django.core.exceptions import ValidationError
    from django.db import transaction

    if user is None:
        raise ValidationError(f"{arguments.email} has no account.")
    if arguments.new_password:
        user.set_password(_password(user))
        done, said = "new password", f"{user.email} has a new password."
    elif arguments.close:
        user.is_active = False
        done, said = "closed", f"{user.email} may not sign in any more."
    else:
        done, said = "second step forgotten", f"{user.email} sets up the second step at the next sign-in."
    with transaction.atomic():
        user.save()
        if arguments.forget_second_step:
            Authenticator.objects.filter(user=user).delete()
        _log(user, done)
    return said


def _password(user: "User") -> str:
    from django.contrib.auth.password_validation import validate_password

    password = getpass.getpass("Password (at least 12 characters): ")
    validate_password(password, user)
    return password


def _log(user: "User", done: str) -> None:
    """Whoever runs the server did it: the access log says what and to whom."""
    from hearth.foundation.access.log import log

    log("account", None, kind="user", subject_id=str(user.pk), done=done)
