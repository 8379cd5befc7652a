"""Columns that several of the front door's tables share."""

import uuid

from django.db import models


def identity() -> models.UUIDField:
    """A row's own id, made before it is saved so that events can carry it."""
    return models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)


def member_of_staff(name: str = "+", *, null: bool = False) -> models.ForeignKey:
    """A member of staff; never deleted while a row names them."""
    return models.ForeignKey("access.User", models.PROTECT, related_name=name, null=null)
