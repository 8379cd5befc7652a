"""Staff accounts, roles with dates, involvement, restriction, conflict of interest, openings, and the access log."""

import uuid
from datetime import datetime
from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from hearth.foundation.timeline.models import AppendOnly


class UserManager(BaseUserManager["User"]):
    """Makes accounts; allauth and the demonstration use it."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """An account with a usable password, or none. Signing in knows addresses in small letters only."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    """A member of staff who signs in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    telephone = models.CharField(max_length=40, blank=True)
    is_active = models.BooleanField(default=True)
    absent_until = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        return self.name

    def is_absent(self, at: datetime) -> bool:
        """Is this person away at a moment?"""
        return not self.is_active or (self.absent_until is not None and at < self.absent_until)


class RolesHeld(models.QuerySet["RoleHeld"]):
    """Roles held, cover included."""

    def at(self, moment: datetime) -> Self:
        """Those that run at a moment."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=moment), starts_at__lte=moment)


class RoleHeld(models.Model):
    """A role that somebody holds in a team, from and to; `covering` says for whom, where it is cover."""

    user = models.ForeignKey(User, models.PROTECT, related_name="roles_held")
    role = models.CharField(max_length=40)
    team = models.CharField(max_length=40)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    covering = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="covered_by")
    objects = RolesHeld.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")), name="role_ends_after_it_starts")
        ]

    def runs(self, moment: datetime) -> bool:
        """Is it held at a moment?"""
        return self.starts_at <= moment and (self.ends_at is None or self.ends_at > moment)


class OnSubject(models.Model):
    """A row of access about a record, named by kind and id so that any room's records can have it."""

    kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()

    class Meta:
        abstract = True


class Involvement(OnSubject):
    """A person or a team works with a record: what opens it to them beyond the front page."""

    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="involvements")
    team = models.CharField(max_length=40, blank=True)
    role = models.CharField(max_length=40)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "subject_id"], name="involvement_by_record"),
            models.Index(fields=["user"], name="involvement_open_by_user", condition=Q(ends_at=None)),
            models.Index(fields=["team"], name="involvement_open_by_team", condition=Q(ends_at=None)),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(user=None, team=""), name="involvement_is_someones"),
            models.UniqueConstraint(
                fields=["kind", "subject_id", "role", "user"],
                condition=Q(ends_at=None) & ~Q(user=None),
                name="one_open_involvement_of_each_kind",
            ),
        ]


class Restriction(OnSubject):
    """A restricted record (it exists, and whom to ask) or a sealed one (not found)."""

    RESTRICTED, SEALED = "restricted", "sealed"
    level = models.CharField(max_length=12, choices=[(RESTRICTED, "Restricted"), (SEALED, "Sealed")])
    reason = models.TextField()
    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject_id"], condition=Q(ended_at=None), name="one_restriction_in_force")
        ]


class Conflict(models.Model):
    """This person is family of, or close to, that member of staff, who therefore never sees the record."""

    user = models.ForeignKey(User, models.PROTECT, related_name="conflicts")
    person_id = models.UUIDField()
    declared_at = models.DateTimeField()
    declared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "person_id"], condition=Q(ended_at=None), name="one_conflict_per_person")
        ]


class Opening(OnSubject):
    """A record opened with a reason, until a time, by somebody not involved; its owner is told."""

    user = models.ForeignKey(User, models.PROTECT, related_name="openings")
    reason = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["user", "kind", "subject_id"], name="openings_by_user")]
        constraints = [models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="opening_ends_after_it_starts")]


class Notice(models.Model):
    """Something a member of staff should know: it stands on their list until they have read it.

    The title holds no personal data; the words behind it are read through the record's own permission.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="notices")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=40, blank=True)
    subject_id = models.UUIDField(null=True)
    key = models.CharField(max_length=200)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_notice_per_key")]


class AccessLog(AppendOnly):
    """Every view, search, export and refusal: who, what, when; a search's terms stand here and nowhere else."""

    at = models.DateTimeField(db_index=True)
    user_id = models.UUIDField(null=True, db_index=True)
    what = models.CharField(max_length=20)
    kind = models.CharField(max_length=40, blank=True)
    subject_id = models.CharField(max_length=40, blank=True, db_index=True)
    capability = models.CharField(max_length=60, blank=True)
    detail = models.JSONField(default=dict)


class HeldWork(models.Model):
    """A form submitted after the session had timed out, kept for the same person until they have signed in again."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    path = models.CharField(max_length=300)
    data = models.JSONField()
    at = models.DateTimeField()
