"""The people of a form, and what is said of them: nobody and nothing is made up."""

from heed.papers.forms import people_flags
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.flags import Flags
from heed.papers.forms.names import people_in
from heed.papers.forms.referral import referral
from heed.papers.forms.tidying import tidy

CHILD = {"child.1.given": "Leo", "child.1.family": "Fernwood"}


def read(**said):
    """What is read of these answers; "adult__1__name" is "adult.1.name"."""
    answers = {key.replace("__", "."): text for key, text in said.items()}
    given = Answers.given(CHILD | answers)
    tidy(given, Flags())
    return referral(given)


def flags(made) -> set[str]:
    return {flag["name"] for flag in made["flags"]}


def test_a_span_of_days_is_no_certain_day():
    made = read(incident__date="Between 3 and 5 January 2025")

    when = made["incident"]["date"]
    assert (when["precision"], when["uncertain"]) == ("approx", True)
    assert when["verbatim"] == "Between 3 and 5 January 2025"
    assert "date_uncertain" in flags(made)


def test_what_is_said_behind_a_comma_is_no_sibling():
    one = people_in("Tyler Brown, aged 6, at home")

    assert [(each.given, each.family, each.age) for each in one] == [
        ("Tyler", "Brown", "6")
    ]
    assert [each.age for each in people_in("Leo and Mia Fernwood (twins, 3)")][
        -1
    ] == "3"
    assert len(people_in("leo, mia fernwood")) == 2
    assert len(people_in("Leo Fernwood, mia fernwood")) == 2
    assert len(people_in("Leo Fernwood, Mia Fernwood and unborn baby")) == 3


def test_who_may_be_the_father_is_not_the_father():
    words = "Mother's partner, Dean Hall, may be the father"
    made = read(adult__1__relationship="Father", adult__1__name=words)

    adult = made["adults"][0]
    assert adult["name"] is None
    assert adult["relationship"] == f"Father: {words}"
    assert "father_unknown" in flags(made)


def test_a_date_of_birth_and_an_address_behind_a_name_are_no_name():
    made = read(adult__1__name="Sue Fernwood (DOB 2/3/1988), 12 High Street")

    adult = made["adults"][0]
    assert (adult["name"], adult["dob"]["iso"]) == ("Sue Fernwood", "1988-03-02")
    assert adult["address"] == "12 High Street"


def test_when_a_lead_was_consulted_is_no_role():
    lead = read(lead__name="Jane Smith (consulted 14/11/2024)")["safeguarding_lead"]

    assert (lead["role"], lead["endorsement"]) == (None, "consulted")
    assert lead["consulted_on"]["iso"] == "2024-11-14"


def test_a_lead_who_was_not_asked_is_not_named():
    words = "I have not yet spoken with our DSL"
    made = read(referrer__capacity="staff", lead__name=words)

    lead = made["safeguarding_lead"]
    assert (lead["name"], lead["endorsement"], lead["verbatim"]) == (
        None,
        "none",
        words,
    )
    assert "lead_not_consulted" in flags(made)


def test_adults_who_stand_on_one_line_are_several():
    said = "Sue Fernwood; Father: Unknown; Uncle: Tim Fernwood"
    made = read(adult__1__relationship="Mother", adult__1__name=said)

    assert [(each["relationship"], each["name"]) for each in made["adults"]] == [
        ("Mother", "Sue Fernwood"),
        ("Father", None),
        ("Uncle", "Tim Fernwood"),
    ]
    assert "father_unknown" in flags(made)


def test_another_spelling_of_a_family_name_is_a_flag_and_no_fact_of_the_child():
    child = {"child.1.spelt": "Leo Fernwod"}
    made = referral(Answers.given(CHILD | child))

    assert "surname_variants" in flags(made)
    assert "other_families" not in made["children"][0]


def test_names_of_any_length_are_compared_by_their_length_first(monkeypatch):
    monkeypatch.setattr(people_flags, "SequenceMatcher", None)

    assert not people_flags.alike("Fernwood", "Fernwoodsmithers")
    assert not people_flags.alike("F" * 90, "F" * 91)


def test_a_line_that_an_answer_has_is_not_added_again():
    answers = Answers()
    for line in ("One", "Two", "one", "two", "Three"):
        answers.add("notes", line)

    answers.by_key["notes"] = Answer("One")
    answers.add("notes", "Two")
    assert answers.text("notes") == "One\nTwo"


def test_one_death_beside_two_names_is_no_childs_unless_it_is_of_both():
    names = {"child__1__given": "Aisha and Amir"}

    one = read(**names, child__1__date_of_death="29/1/2025")
    both = read(**names, child__1__date_of_death="Both 29/1/2025")

    assert [child["date_of_death"] for child in one["children"]] == [None, None]
    assert "died" not in {child["status"] for child in one["children"]}
    assert "29/1/2025" in str(one["unread"])
    assert {child["status"] for child in both["children"]} == {"died"}


def test_who_was_answered_about_is_known_by_number_and_forgotten_with_the_last_answer():
    answers = Answers.given({"child.2.given": "Ava", "child.10.dob": "1/2/19"})
    answers.add("child.02.given", "a name of a control, and no number of ours")

    assert answers.numbers("child") == [2, 10]
    assert answers.group("child", 10) == {"dob": "1/2/19"}

    answers.by_key.pop("child.10.dob")
    assert answers.numbers("child") == [2]
