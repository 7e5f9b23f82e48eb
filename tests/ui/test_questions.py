"""Questions on a page: nothing typed is lost, and what went wrong is said plainly."""

import re
from html import unescape

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from heed.ui.fields import FilesField
from heed.ui.widgets import Radios
from tests.ui.drawing import draw
from tests.ui.gallery import ReferralForm

TYPED = {
    "given_name": 'Zoë "Zed" O’Brien <b>',
    "family_name": "",
    "born-day": "?",
    "born-month": "14",
    "born-year": "20",
    "happened-day": "31",
    "happened-month": "February",
    "happened-year": "2026",
    "happened-time": "about tea time",
    "at_risk": "yes",
    "where_now": "her aunt & uncle",
    "harm": ["neglect", "none"],
    "account": "First line\nSecond line </textarea><script>alert(1)</script>",
    "email": "not an address",
    "agency": "q",
}


class Letter(forms.Form):
    words = forms.CharField(
        label="What happened?", max_length=20, widget=forms.Textarea
    )
    line = forms.CharField(label="NHS number", min_length=3)
    many = forms.IntegerField(label="How many children", min_value=1, max_value=12)
    reply = forms.EmailField(label="Email address")
    role = forms.ChoiceField(label="Role", choices=[("a", "A nurse")])
    page = forms.FileField(label="Referral form")
    agreed = forms.BooleanField(label="I have read this")
    secret = forms.CharField(widget=forms.HiddenInput)


def wrong(form_class=Letter, **typed):
    form = form_class(typed)
    assert not form.is_valid()
    return form


def messages(form, name):
    return form[name].messages


def test_all_that_was_typed_is_still_there_after_an_error():
    page = str(wrong(ReferralForm, **TYPED))
    boxes = dict(re.findall(r'name="([^"]+)"[^>]* value="([^"]*)"', page))
    for name in ("given_name", "born-month", "happened-time", "where_now", "email"):
        assert unescape(boxes[name]) == TYPED[name]
    assert "Second line &lt;/textarea&gt;" in page
    assert re.search(r'<option value="q" selected', page)
    assert len(re.findall(r'type="(?:radio|checkbox)"[^>]* checked', page)) == 3


@given(words=st.text().filter(lambda words: "\0" not in words))
def test_no_words_at_all_can_leave_their_box(words):
    page = str(Letter({"words": words + "x" * 21, "line": words})["words"])
    inside = page.split(">", 1)[1].rsplit("</textarea>", 1)[0]
    assert "<" not in inside
    assert unescape(inside).replace("\r\n", "\n").endswith("x" * 21)


def test_the_browser_neither_cuts_off_nor_refuses_what_is_typed():
    page = str(Letter())
    for attribute in ("maxlength", "minlength", "required", ' min="', ' max="'):
        assert f" {attribute.strip()}" not in page.replace("data-maxlength", "")


def test_a_number_is_typed_into_a_box_of_text():
    box = str(Letter()["many"])
    assert 'type="text"' in box
    assert 'inputmode="numeric"' in box


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("words", "", "Answer the question “What happened?”"),
        (
            "words",
            "x" * 25,
            "The answer to “What happened?” must have 20 characters or fewer; it has 25",
        ),
        ("line", "", "Enter the NHS number"),
        ("line", "12", "NHS number must have 3 characters or more"),
        ("many", "", "Enter how many children"),
        ("many", "three", "How many children must be a number"),
        ("many", "0", "How many children must be 1 or more"),
        ("many", "13", "How many children must be 12 or less"),
        ("reply", "x", "Enter an email address in full, like name@example.org"),
        ("role", "", "Choose the role"),
        ("role", "z", "Role must be one of those on this page"),
        ("page", "", "Choose a file: referral form"),
        ("agreed", "", "Tick “I have read this”"),
    ],
)
def test_what_is_wrong_names_the_question(name, typed, said):
    assert messages(wrong(**{name: typed}), name) == [said]


def test_a_sentence_that_the_form_wrote_itself_is_kept():
    form = wrong()
    form.add_error("line", "Ask the ward for the number")
    assert messages(form, "line")[-1] == "Ask the ward for the number"
    form = wrong(ReferralForm)
    assert messages(form, "happened") == ["Enter when it happened"]


def test_every_line_of_the_summary_leads_to_a_box():
    form = wrong(ReferralForm, **TYPED)
    page = draw("{% load govuk %}{% error_summary form %}{{ form }}", form=form)
    anchors = re.findall(r'<a href="#([^"]+)">', page)
    assert anchors == [
        "id_born-year",
        "id_happened-day",
        "id_email",
    ]
    for anchor in anchors:
        assert re.search(rf'<(?:input|select|textarea)[^>]* id="{anchor}"', page)


def test_what_is_wrong_with_the_whole_comes_first_and_leads_nowhere():
    form = wrong()
    form.add_error(None, "Two partners have decided since you opened this page")
    page = draw("{% load govuk %}{% error_summary form %}", form=form)
    first = page.index("<li>Two partners have decided")
    assert first < page.index("<a href=")
    assert "#id_secret" not in page


def test_the_title_says_that_there_is_an_error():
    title = '{% extends "ui/base.html" %}{% block title %}Refer{% endblock %}'
    assert "<title>Refer – Heed</title>" in draw(title, form=Letter())
    assert "<title>Error: Refer – Heed</title>" in draw(title, form=wrong())
    assert "<title>Refer – Heed</title>" in draw(title)


def test_a_question_that_a_choice_reveals_is_asked_once_and_with_that_choice():
    page = str(ReferralForm())
    assert page.count('name="where_now"') == 1
    yes, no = page.index('value="yes"'), page.index('value="no"')
    assert yes < page.index('name="where_now"') < no


def test_a_hint_or_a_choice_cannot_become_markup():
    class Hostile(forms.Form):
        who = forms.ChoiceField(
            label="<i>Who</i>",
            help_text="<b>hint</b>",
            choices=[("<x>", "<u>A</u>")],
            widget=Radios(hints={"<x>": "<s>B</s>"}),
        )

    page = str(Hostile()) + str(wrong(Hostile)["who"].as_field_group())
    assert not re.search(r"<(?:i|b|u|s|x)>", page)


def test_questions_stand_under_their_headings_in_order():
    page = str(ReferralForm())
    legends = re.findall(r"legend--m\">([^<]+)</legend>", page)
    assert legends == ["The child", "What is known", "About you"]


def test_the_question_of_a_page_is_its_heading():
    class Question(forms.Form):
        page_heading = "name"
        name = forms.CharField(label="What is your name?")

    heading = str(Question())
    assert re.search(r'<h1 class="govuk-label-wrapper">\s*<label', heading)


def test_hidden_answers_travel_without_a_question():
    page = str(Letter(initial={"secret": "kept"}))
    assert 'type="hidden" name="secret" value="kept"' in page
    assert "Secret" not in page


def test_a_password_is_never_shown_back():
    class SignIn(forms.Form):
        password = forms.CharField(widget=forms.PasswordInput)
        name = forms.CharField()

    assert "correct horse" not in str(wrong(SignIn, password="correct horse"))


def test_several_forms_on_a_page_keep_their_words_apart():
    children = forms.formset_factory(Letter, extra=2)(prefix="child")
    page = str(children)
    assert 'name="child-TOTAL_FORMS"' in page
    assert 'id="id_child-0-line"' in page
    assert 'id="id_child-1-line"' in page


def test_the_faults_of_several_forms_are_one_list():
    children = forms.formset_factory(Letter)(
        {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-line": "x"}
    )
    assert not children.is_valid()
    page = draw("{% load govuk %}{% error_summary formset %}", formset=children)
    assert 'href="#id_form-0-line"' in page


def test_no_file_and_several_files_are_both_an_answer():
    class Papers(forms.Form):
        papers = FilesField(required=False)

    form = Papers({}, {})
    assert form.is_valid()
    assert form.cleaned_data["papers"] == []
    assert "multiple" in str(form["papers"])


class Looked(forms.Form):
    """A form of which one question is the same whoever asks."""

    text = forms.CharField(label="Words", required=False)
    agency = forms.ChoiceField(label="Agency")
    alike = frozenset({"text"})

    def __init__(self, *args, of=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = of


def test_what_is_alike_whoever_asks_is_drawn_once_and_nothing_typed_stays_in_it():
    first = Looked(of=[("1", "Hospital")])["text"].as_field_group()

    assert Looked(of=[("2", "School")])["text"].as_field_group() is first
    typed = Looked({"text": "Kestrel"}, of=[])["text"].as_field_group()
    begun = Looked(initial={"text": "Dunnock"}, of=[])["text"].as_field_group()
    assert 'value="Kestrel"' in typed
    assert 'value="Dunnock"' in begun
    assert Looked()["text"].as_field_group() is first
    assert "Hospital" in Looked(of=[("1", "Hospital")])["agency"].as_field_group()
    assert "Hospital" not in Looked(of=[("2", "School")])["agency"].as_field_group()
