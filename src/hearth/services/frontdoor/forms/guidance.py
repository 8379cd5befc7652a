"""Forms of the guidance: facts, what to find out, confirming an urgency, levels of need, relevant history."""

from typing import Any

from django import forms

from hearth.foundation import packs
from hearth.services.frontdoor import codes, guidance
from hearth.services.frontdoor.models import ContactLine
from hearth.services.frontdoor.pack import front_door
from hearth.services.frontdoor.queries.guidance import ToFindOut
from hearth.web.fields import NarrativeField
from hearth.web.forms import HearthForm

YES_NO = [("yes", "Yes"), ("no", "No")]


class FactorsForm(HearthForm):
    """Facts known in one way from one person: of the family, and of the children chosen."""

    lines = forms.MultipleChoiceField(
        label="Which children is this about?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="For facts about a child. Facts about the home or the adults stand for the whole family.",
    )
    known_by = forms.ChoiceField(label="How is it known?", choices=codes.HOW_KNOWN, widget=forms.RadioSelect)
    whose_words = forms.CharField(
        label="Who saw it, told it or believes it?", max_length=200, help_text="For example: the school's safeguarding lead; Filip"
    )
    words = NarrativeField(label="In their words", required=False, rows=3)

    def __init__(self, *args: Any, lines: list[ContactLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        children: Any = self.fields["lines"]
        children.choices = [(str(line.pk), line.person.name) for line in lines]
        grouped: dict[str, list[guidance.Factor]] = {}
        for factor in guidance.factors(packs.active().name).values():
            grouped.setdefault(factor.group, []).append(factor)
        self.groups = []
        for number, (title, listed) in enumerate(grouped.items()):
            field: Any = forms.MultipleChoiceField(
                label=title,
                required=False,
                choices=[(one.code, one.title) for one in listed],
                widget=forms.CheckboxSelectMultiple,
            )
            field.plain_label = True
            field.choice_hints = {one.code: one.help for one in listed if one.help}
            self.fields[f"factors_{number}"] = field
            self.groups.append(f"factors_{number}")

    def factor_fields(self) -> list[Any]:
        """The groups of facts as bound fields."""
        return [self[name] for name in self.groups]

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        return {
            "factors": [code for name in self.groups for code in data[name]],
            "lines": data["lines"],
            "known_by": data["known_by"],
            "whose_words": data["whose_words"],
            "words": data["words"],
        }


class TakeBackForm(HearthForm):
    """What turned out otherwise."""

    reason = forms.CharField(label="What turned out otherwise?", max_length=300)


class FindOutForm(HearthForm):
    """Every open question; what is left empty stays on the list."""

    told_by = forms.CharField(
        label="Who says so?", required=False, max_length=200, help_text="It is kept with each answer you give now."
    )

    def __init__(self, *args: Any, asked: list[ToFindOut], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        for one in asked:
            field: Any
            if one.prompt.answer == "yes_no":
                field = forms.ChoiceField(label=one.question, choices=YES_NO, widget=forms.RadioSelect, required=False)
            else:
                field = NarrativeField(label=one.question, rows=2, required=False)
            field.help_text = one.prompt.why
            field.plain_label = True
            self.fields[one.name] = field

    def by_whom(self) -> list[tuple[str, list[Any]]]:
        """The questions with whom they are about, as bound fields."""
        found: dict[str, list[Any]] = {}
        for one in self.asked:
            found.setdefault(one.line.person.name if one.line else "The family", []).append(self[one.name])
        return list(found.items())

    def given(self) -> dict[str, str]:
        """The answers by the questions' names, without those left empty."""
        return {one.name: self.cleaned_data[one.name] for one in self.asked if self.cleaned_data[one.name].strip()}


class ConfirmGradeForm(HearthForm):
    """Agreement with an urgency that somebody proposed."""

    reason = NarrativeField(
        label="Your reason", required=False, rows=3, help_text="Needed where it is below what the facts suggest."
    )


class LevelForm(HearthForm):
    """A child's level of need, in the threshold document in force."""

    level = forms.ChoiceField(label="Level of need", widget=forms.RadioSelect)
    reasons = NarrativeField(label="Why", rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        door = front_door()
        field: Any = self.fields["level"]
        field.label = f"Level of need, {door.threshold_document}"
        field.choices = [(one.code, one.title) for one in door.levels]
        field.choice_hints = {one.code: one.words for one in door.levels if one.words}


class HistoryForm(HearthForm):
    """What is known of an adult and another family."""

    adult = forms.CharField(label="Which adult is this about?", max_length=120, help_text="For example: mother's partner")
    words = NarrativeField(label="Relevant history", help_text="Only managers read this. It never enters a letter.")
