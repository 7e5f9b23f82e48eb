"""The people of a form, and what is said of them: nobody and nothing is made up."""

from heed.papers.forms.referral import referral_from_answers

CHILD = {"child.1.given": "Leo", "child.1.family": "Fernwood"}


def read(**said):
    """What is read of these answers; "adult__1__name" is "adult.1.name"."""
    answers = {key.replace("__", "."): text for key, text in said.items()}
    return referral_from_answers(CHILD | answers)


def flags(referral) -> set[str]:
    return {flag["name"] for flag in referral["flags"]}


def test_a_span_of_days_is_no_certain_day():
    referral = read(incident__date="Between 3 and 5 January 2025")

    when = referral["incident"]["date"]
    assert (when["precision"], when["uncertain"]) == ("approx", True)
    assert when["verbatim"] == "Between 3 and 5 January 2025"
    assert "date_uncertain" in flags(referral)
