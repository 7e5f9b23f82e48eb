"""The decision records: what is asked, by which provision, and what may come of it."""

import pytest

from heed.rulebook import criteria, process
from heed.rulebook.criteria import Answer, Degree

RECORDS = list(criteria.DECISION_RECORDS.values())
every_record = pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.reference)


def test_the_five_records_are_here():
    references = [record.reference for record in RECORDS]
    assert references == ["DR-1", "DR-2", "DR-3", "DR-3n", "DR-4"]


@every_record
def test_a_question_is_a_sentence_with_a_source_and_a_way_not_to_know(record):
    for question in record.questions:
        assert question.words.endswith("?")
        assert str(question.source)
        assert "not_known" in question.choices
    slugs = [question.slug for question in record.questions]
    assert len(set(slugs)) == len(slugs)
    assert record.question(slugs[0]) is record.questions[0]


@every_record
def test_an_outcome_of_a_record_has_its_words(record):
    assert all(record.choices().values())
    assert list(record.choices()) == list(record.outcomes)


def test_a_question_that_is_not_asked_has_no_words():
    with pytest.raises(KeyError):
        criteria.DR_1.question("who_is_to_blame")


@pytest.mark.parametrize(
    ("record", "step"),
    [
        (criteria.DR_1, process.DECIDE_ON_NOTIFICATION),
        (criteria.DR_3, process.SIGN_OFF_RAPID_REVIEW),
        (criteria.DR_3N, process.DECIDE_ON_NATIONAL_REVIEW),
        (criteria.DR_4, process.DECIDE_ON_PUBLICATION),
    ],
)
def test_a_record_ends_in_what_its_step_leads_to(record, step):
    assert set(record.outcomes) == set(step.outcomes)


def test_the_four_matters_of_regulation_11_come_first():
    provisions = [each.source.provision for each in criteria.DR_3.questions[:4]]
    assert provisions == [f"regulation 11({limb})" for limb in "abcd"]


def test_the_three_matters_of_regulation_3_come_first():
    provisions = [each.source.provision for each in criteria.DR_3N.questions[:3]]
    assert provisions == [f"regulation 3({limb})" for limb in "abc"]


def test_how_agencies_worked_together_is_weighed_and_is_no_condition():
    question = criteria.DR_3.question("working_together")
    assert "no longer a condition" in question.help


def test_no_question_asks_who_is_to_blame():
    words = " ".join(q.words for record in RECORDS for q in record.questions).lower()
    assert not any(word in words for word in ("blame", "fault", "culpab", "guilt"))


def test_physical_health_is_a_limb_of_serious_harm_and_the_list_is_open():
    assert "physical_health" in criteria.HARM_LIMBS
    assert "not complete" in criteria.HARM_LIMBS["other"]


@pytest.mark.parametrize("degree", list(Degree))
def test_one_limb_of_any_degree_speaks_for_serious_harm(degree):
    ticked = {"emotional": [degree]}
    found = criteria.suggests_serious_harm(ticked, life_threatening=Answer.NO)
    assert found == Answer.YES


def test_an_injury_that_threatened_life_speaks_for_serious_harm():
    found = criteria.suggests_serious_harm({}, life_threatening=Answer.YES)
    assert found == Answer.YES


def test_nothing_ticked_is_not_known_and_never_no():
    nothing = {"social": []}
    found = criteria.suggests_serious_harm(nothing, life_threatening=Answer.NO)
    assert found == Answer.NOT_KNOWN


def test_a_limb_that_is_not_in_the_list_is_refused():
    with pytest.raises(KeyError):
        criteria.suggests_serious_harm(
            {"reputation": [Degree.SERIOUS]}, life_threatening=Answer.NO
        )


def test_recovery_changes_nothing():
    recovered = {each.slug: each for each in criteria.HARM_QUESTIONS}["recovered"]
    assert "may have been seriously harmed" in recovered.help
