"""Forms about two records of one person: their shape only."""

from typing import Any

from django import forms

from hearth.foundation import packs
from hearth.foundation.access.models import User
from hearth.foundation.access.staff import holding
from hearth.people import capabilities
from hearth.people.merging.rows import KEPT, MERGED
from hearth.people.merging.showing import Preview, Side, UndoShown
from hearth.people.merging.undoing import BEFORE, NOW, OTHER
from hearth.web.fields import NarrativeField
from hearth.web.forms import HearthForm


def _said(side: Side, number: int) -> str:
    on = f" on {side.on.day} {side.on:%B} {side.on.year}" if side.on else ""
    return f"{side.words} ({f'{side.source}{on}, ' if side.source else ''}record {number})"


class MergeForm(HearthForm):
    """Which value stands where both say something different, and how it is known that they are one."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    other_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, shown: Preview, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        before = shown.proposal.choices if shown.proposal else {}
        numbers = shown.kept.number, shown.merged.number
        self.choosing: list[str] = []
        for fact in shown.open_choices:
            sides = [(KEPT, _said(fact.kept, numbers[0])), (MERGED, _said(fact.merged, numbers[1]))]
            self._choice(fact.fact.name, fact.fact.label, sides, before.get(fact.fact.name, fact.usual))
        for pair in shown.pairs:
            if pair.differs:
                sides = [(KEPT, f"{pair.kept} (record {numbers[0]})"), (MERGED, f"{pair.merged} (record {numbers[1]})")]
                self._choice(pair.key, f"{pair.title}: which stands?", sides, before.get(pair.key, pair.usual))
        if shown.twins:
            self.fields["sure"] = forms.BooleanField(label="I am sure that they are one child, not twins", required=False)
        self.fields["reasons"] = NarrativeField(label="How do you know that they are one person?", rows=3)
        self.fields["reasons"].error_messages["required"] = "Say how you know that they are one person"
        self.fields["reasons"].initial = shown.proposal.reasons if shown.proposal else ""
        self.fields["version"].initial, self.fields["other_version"].initial = shown.kept.version, shown.merged.version

    def _choice(self, name: str, label: str, sides: list[tuple[str, str]], initial: str) -> None:
        self.fields[name] = forms.ChoiceField(label=label, choices=sides, initial=initial, widget=forms.RadioSelect)
        self.choosing.append(name)

    def given(self) -> dict[str, Any]:
        """What the actions take."""
        data = self.cleaned_data
        return {
            "version": data["version"],
            "other_version": data["other_version"],
            "reasons": data["reasons"],
            "choices": {name: data[name] for name in self.choosing},
            "sure": data.get("sure", False),
        }


class UndoForm(HearthForm):
    """What of what changed or came since goes to the other record, and why they are two people."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, shown: UndoShown, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choosing = [one.fact.name for one in shown.changed]
        for one in shown.changed:
            now, before, other = one.kept.words, one.merged.words, shown.merge.merged.number
            sides = [
                (NOW, f"{now}, as it was changed since"),
                (BEFORE, f"{before}, as it was before"),
                (OTHER, f"{before}, as it was before, and record {other} gets {now}"),
            ]
            self.fields[one.fact.name] = forms.ChoiceField(
                label=f"{one.fact.label} of record {shown.kept.number}", choices=sides, initial=NOW, widget=forms.RadioSelect
            )
        if shown.added:
            self.fields["give"] = forms.MultipleChoiceField(
                label=f"What was added since: tick what belongs to record {shown.merge.merged.number}",
                choices=shown.added,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=f"What is not ticked stays with record {shown.kept.number}.",
            )
        self.fields["reasons"] = NarrativeField(label="Why are they two people?", rows=3)
        self.fields["reasons"].error_messages["required"] = "Say why they are two people"
        self.fields["version"].initial = shown.kept.version

    def given(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        chosen = {name: data[name] for name in self.choosing}
        return {"version": data["version"], "reasons": data["reasons"], "fields": chosen, "give": data.get("give", [])}


class OtherRecordForm(HearthForm):
    """The number of the other record of the same person."""

    record = forms.CharField(
        label="Number of the other record", max_length=12, widget=forms.TextInput(attrs={"class": "govuk-input--width-10"})
    )


class TurnDownForm(HearthForm):
    """Why a proposal is turned down."""

    reasons = NarrativeField(label="Why are they not one person?", rows=3)


def _adoption_staff() -> list[tuple[str, str]]:
    people = holding(roles=packs.active().roles_with(capabilities.ADOPTION))
    return [(str(user.pk), user.name) for user in people]


class SeparateForm(HearthForm):
    """The adoptive record of a child whose birth record this is, and who may see both."""

    record = forms.CharField(
        label="Number of the adoptive record", max_length=12, widget=forms.TextInput(attrs={"class": "govuk-input--width-10"})
    )
    named = forms.MultipleChoiceField(
        label="Adoption staff who may see both, beside you",
        choices=_adoption_staff,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = NarrativeField(label="On what order or decision does this rest?", rows=3)

    def chosen(self) -> list[User]:
        """The named staff."""
        return list(User.objects.filter(pk__in=self.cleaned_data["named"]))
