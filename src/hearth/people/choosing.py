"""The hidden part of every form that names somebody: the record chosen, those shown, and those said not to be them."""

from typing import Any
from uuid import UUID

from django import forms

from hearth.people.actions import Named, dismissed_from
from hearth.people.search import Terms

WORDS = ("forenames", "surname", "known_as", "address", "postcode", "telephone")
DAYS = ("date_of_birth", "age", "expected_date")
"""What may be said of somebody; a form has the fields that its page asks for."""

NONE = "none"
"""Chosen where none of the people shown is meant."""


class Choosing(forms.Form):
    """A form that names somebody: which record was chosen, and who was dismissed before."""

    person = forms.CharField(required=False, widget=forms.HiddenInput)
    dismissed = forms.CharField(required=False, widget=forms.HiddenInput)
    not_these = forms.CharField(required=False, widget=forms.HiddenInput)

    def said(self) -> dict[str, Any]:
        """What was said of somebody, as far as it can be read; the record chosen; and who was dismissed.

        Those are the ones of whom "not this person" was said and, with "none of these", all who were shown.
        """
        data = self.cleaned_data
        shown = data.get("dismissed", "").split() if data.get("person") == NONE else []
        words = {name: data.get(name) or "" for name in WORDS}
        days = {name: data.get(name) for name in DAYS}
        return {**words, **days, "person_id": self.chosen, "dismissed": dismissed_from(shown) | self.dropped}

    @property
    def chosen(self) -> UUID | None:
        """The record chosen."""
        return next(iter(dismissed_from([self.cleaned_data.get("person", "")])), None)

    @property
    def dropped(self) -> frozenset[UUID]:
        """Those of whom "not this person" was said."""
        return dismissed_from(self.cleaned_data.get("not_these", "").split())

    def named(self) -> Named:
        """Whoever is named, as an action takes them."""
        raise NotImplementedError

    def terms(self) -> Terms:
        """What was said of them, to search by."""
        return self.named().terms
