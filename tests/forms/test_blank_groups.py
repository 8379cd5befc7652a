"""Form groups that nobody has filled in are printed once and kept; what is typed or wrong is printed anew and never kept."""

from django import forms
from django.utils.safestring import mark_safe

from hearth.web.environment import govuk_macros
from hearth.web.fields import _blank
from hearth.web.forms import HearthForm


class Plain(HearthForm):
    name = forms.CharField(help_text="As on <the> letter", required=False)
    notes = forms.CharField(widget=forms.Textarea, required=False)
    where = forms.ChoiceField(choices=[("home", "At home"), ("school", "At <school>")], required=False)


class Marked(HearthForm):
    name = forms.CharField(help_text=mark_safe("<b>As on the letter</b>"), required=False)


def test_a_kept_group_is_what_its_macro_prints():
    _blank.cache_clear()
    field = Plain()["name"]
    printed = [str(field), str(Plain()["name"])]
    assert printed[0] == printed[1] == str(govuk_macros()["govukInput"](field._params() | field._input()))
    assert "As on &lt;the&gt; letter" in printed[0]
    assert _blank.cache_info().hits == 1 and _blank.cache_info().currsize == 1


def test_what_is_typed_is_shown_and_not_kept():
    _blank.cache_clear()
    form = Plain({"name": "Filip", "notes": "He is cold.", "where": "school"})
    assert 'value="Filip"' in str(form["name"]) and "He is cold." in str(form["notes"]) and "selected" in str(form["where"])
    assert _blank.cache_info().currsize == 0
    assert "Filip" not in str(Plain()["name"])


def test_an_error_is_shown_once():
    _blank.cache_clear()
    form = Plain({})
    form.add_error("name", "Enter the name")
    assert "Enter the name" in str(form["name"]) and "Enter the name" not in str(Plain()["name"])


def test_help_that_is_marked_as_html_stays_html():
    assert "<b>As on the letter</b>" in str(Marked()["name"])
