"""Forms about who works with a record, who may see it and who looked."""

from typing import Any

from django import forms

from hearth.foundation import packs, worktime
from hearth.foundation.access.models import RoleHeld, User
from hearth.people.front_page import staff, team_title
from hearth.web.fields import MomentField, NarrativeField
from hearth.web.forms import HearthForm

LEVELS = [("restricted", "Restricted: others see that it exists and whom to ask"), ("sealed", "Sealed: others find nothing")]
NARROW = {"class": "govuk-input--width-10"}


def _staff_choices() -> list[tuple[str, str]]:
    return [("", "Choose"), *((str(user.pk), user.name) for user in staff())]


class _ChoosesStaff(HearthForm):
    """A form that names a member of staff in a field called `user`."""

    user = forms.ChoiceField(label="Member of staff", choices=_staff_choices)

    def chosen(self) -> User:
        """The member of staff."""
        return User.objects.get(pk=self.cleaned_data["user"])


class AllocateForm(_ChoosesStaff):
    """Who works with the person."""

    role = forms.ChoiceField(
        label="As", choices=[("allocated_worker", "Allocated worker"), ("second_worker", "Second worker")], widget=forms.RadioSelect
    )


class RestrictForm(_ChoosesStaff):
    """Restrict or seal a record."""

    level = forms.ChoiceField(
        label="How far",
        choices=LEVELS,
        widget=forms.RadioSelect,
    )
    reason = NarrativeField(label="Why")
    field_order = ["level", "reason", "user"]


class OpenForm(HearthForm):
    """Open a restricted record with a reason, until a time."""

    reason = NarrativeField(label="Why do you need to see this record?", rows=3)
    until = MomentField(label="Until when?", help_text="A time within the next 24 hours, like 17:00")


class ConflictForm(HearthForm):
    """Somebody's own family."""

    record = forms.CharField(label="Number of the record", max_length=12, widget=forms.TextInput(attrs=NARROW))
    whose = forms.ChoiceField(label="Member of staff", choices=_staff_choices, required=False)
    reason = forms.CharField(label="How they are connected", required=False, max_length=200)

    def __init__(self, *args: Any, for_others: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_others:
            del self.fields["whose"]


class ReasonForm(HearthForm):
    """A reason."""

    reason = forms.CharField(label="Why", max_length=200)


def _held_choices() -> list[tuple[str, str]]:
    roles = packs.active().roles
    rows = RoleHeld.objects.filter(covering=None).select_related("user").order_by("user__name", "pk")
    now = worktime.now()
    current = [row for row in rows if (row.ends_at is None or row.ends_at > now) and row.role in roles]
    return [
        ("", "Choose"),
        *((str(row.pk), f"{row.user.name}, {roles[row.role].title}, {team_title(row.team)}") for row in current),
    ]


class CoverForm(_ChoosesStaff):
    """Cover for somebody's role, from and to."""

    held = forms.ChoiceField(label="Whose role", choices=_held_choices)
    starts_at = MomentField(label="From")
    ends_at = MomentField(label="To", help_text="It ends by itself then")
    field_order = ["held", "user", "starts_at", "ends_at"]


class LogFilterForm(forms.Form):
    """What to show of the access log."""

    number = forms.CharField(label="Number of the record", required=False, max_length=12, widget=forms.TextInput(attrs=NARROW))
    who = forms.ChoiceField(label="Who", choices=_staff_choices, required=False)
    what = forms.ChoiceField(
        label="What",
        required=False,
        choices=[("", "Everything"), ("view", "Looked at"), ("search", "Searched"), ("export", "Exported"), ("refusal", "Refused")],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.plain_label = True  # type: ignore[attr-defined]
