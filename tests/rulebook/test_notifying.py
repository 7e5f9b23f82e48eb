"""DR-1: which cases are notified, and which owe a rapid review."""

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.rulebook.children import HARM
from heed.rulebook.criteria import (
    DR_1,
    Answer,
    Duty,
    NotificationAnswers,
    Owed,
    Place,
    Suspicion,
    conclude_incident,
    conclude_notification,
)

YES, NO, NOT_KNOWN = Answer.YES, Answer.NO, Answer.NOT_KNOWN


def a_child(**known):
    """A child of whom nothing needs to be told but what the test says."""
    plain = {
        "is_child": YES,
        "abuse_or_neglect": Suspicion.NO,
        "died": NO,
        "seriously_harmed": NO,
        "place": Place.THIS_AREA,
        "lives_here": YES,
        "looked_after": NO,
        "care_leaver": NO,
        "recent_concern": NO,
    }
    return NotificationAnswers(**(plain | known))


def conclude(**known):
    return conclude_notification(a_child(**known))


KNOWN, SUSPECTED = Suspicion.KNOWN, Suspicion.SUSPECTED


def test_a_abuse_known_and_the_child_died():
    found = conclude(abuse_or_neglect=KNOWN, died=YES)
    assert (found.duty, found.rapid_review) == (Duty.NOTIFY, Owed.YES)
    assert found.secretary_of_state == Owed.SHARED


def test_b_abuse_suspected_and_the_child_seriously_harmed_though_recovered():
    found = conclude(abuse_or_neglect=SUSPECTED, seriously_harmed=YES)
    assert (found.duty, found.rapid_review) == (Duty.NOTIFY, Owed.YES)


def test_c_a_near_miss_is_not_notified_and_may_still_teach_something():
    found = conclude(abuse_or_neglect=SUSPECTED)
    assert (found.duty, found.rapid_review) == (Duty.NOT_NOTIFIABLE, Owed.NO)
    assert found.secretary_of_state == Owed.NO
    assert any("other learning" in sentence for sentence in found.why)


def test_d_a_natural_death_belongs_to_the_child_death_review_alone():
    found = conclude(died=YES)
    assert (found.duty, found.rapid_review) == (Duty.NOT_NOTIFIABLE, Owed.NO)
    assert any("child death review" in sentence for sentence in found.why)


def test_e_a_looked_after_childs_death_is_told_whatever_its_cause():
    found = conclude(died=YES, looked_after=YES)
    assert (found.duty, found.rapid_review) == (Duty.LOOKED_AFTER_DEATH, Owed.NO)
    assert found.secretary_of_state == Owed.YES


def test_f_a_looked_after_child_harmed_without_abuse_is_for_local_policy():
    found = conclude(seriously_harmed=YES, looked_after=YES)
    assert (found.duty, found.rapid_review) == (Duty.NOT_NOTIFIABLE, Owed.NO)
    assert any("Some areas notify" in sentence for sentence in found.why)


def test_g_a_death_abroad_is_notified_by_the_area_where_the_child_lives():
    found = conclude(abuse_or_neglect=KNOWN, died=YES, place=Place.OUTSIDE_ENGLAND)
    assert (found.duty, found.rapid_review) == (Duty.NOTIFY, Owed.YES)


def test_g_a_death_abroad_of_a_child_who_lives_elsewhere_is_not_ours():
    found = conclude(
        abuse_or_neglect=KNOWN, died=YES, place=Place.OUTSIDE_ENGLAND, lives_here=NO
    )
    assert found.duty == Duty.NOT_NOTIFIABLE


def test_h_a_death_in_another_english_area_is_notified_there():
    found = conclude(abuse_or_neglect=KNOWN, died=YES, place=Place.ANOTHER_ENGLISH_AREA)
    assert (found.duty, found.rapid_review) == (Duty.OTHER_AREA, Owed.OTHER_AREA)
    assert "Tell it now" in found.why[0]


def test_h_of_a_looked_after_child_we_still_tell_the_secretary_of_state():
    found = conclude(
        abuse_or_neglect=KNOWN,
        died=YES,
        place=Place.ANOTHER_ENGLISH_AREA,
        looked_after=YES,
    )
    assert any("Secretary of State" in sentence for sentence in found.why)


def test_i_an_unexplained_death_with_a_concern_now_is_treated_as_suspected():
    found = conclude(abuse_or_neglect=Suspicion.NOT_KNOWN, died=YES, recent_concern=YES)
    assert (found.duty, found.rapid_review) == (
        Duty.TREAT_AS_SUSPECTED,
        Owed.IF_NOTIFIED,
    )
    assert "five working days" in found.why[0]
    assert found.find_out == ("abuse_or_neglect",)


def test_i_a_concern_now_outweighs_a_hasty_no():
    assert conclude(died=YES, recent_concern=YES).duty == Duty.TREAT_AS_SUSPECTED


def test_j_a_care_leavers_death_at_22_should_be_told():
    found = conclude(is_child=NO, died=YES, care_leaver=YES)
    assert (found.duty, found.rapid_review) == (Duty.CARE_LEAVER_DEATH, Owed.NO)
    assert found.secretary_of_state == Owed.SHOULD


def test_k_a_care_leavers_death_at_17_is_tested_again():
    found = conclude(died=YES, care_leaver=YES)
    assert found.duty == Duty.CARE_LEAVER_DEATH
    assert found.rapid_review == Owed.IF_NOTIFIED
    assert any("test the criteria again" in sentence for sentence in found.why)


def test_l_a_child_who_has_caused_harm_is_tested_as_a_child_of_the_case():
    found = conclude(abuse_or_neglect=SUSPECTED, caused_serious_harm=YES)
    assert (found.duty, found.rapid_review) == (Duty.JUDGEMENT, Owed.IF_NOTIFIED)
    assert any("caused harm" in sentence for sentence in found.why)


def test_m_the_death_of_a_child_not_yet_born_is_for_the_authority_to_judge():
    found = conclude(abuse_or_neglect=SUSPECTED, died=YES, unborn=YES)
    assert (found.duty, found.rapid_review) == (Duty.JUDGEMENT, Owed.IF_NOTIFIED)
    assert found.secretary_of_state == Owed.SHARED
    assert any("not yet born" in sentence for sentence in found.why)


def test_n_two_siblings_in_one_incident_are_one_notification():
    harmed = a_child(abuse_or_neglect=KNOWN, seriously_harmed=YES)
    found = conclude_incident([harmed, harmed])
    assert (found.duty, found.rapid_review) == (Duty.NOTIFY, Owed.YES)
    assert "2 children, one incident" in found.why[-1]


def test_one_child_to_notify_is_enough_for_the_incident():
    found = conclude_incident([a_child(), a_child(abuse_or_neglect=KNOWN, died=YES)])
    assert found.duty == Duty.NOTIFY


def test_an_incident_with_one_child_is_that_childs():
    child = a_child(abuse_or_neglect=KNOWN, died=YES)
    assert conclude_incident([child]) == conclude_notification(child)


def test_an_incident_without_a_child_cannot_be_concluded():
    with pytest.raises(ValueError, match="at least one child"):
        conclude_incident([])


def test_an_adult_who_is_no_care_leaver_is_not_notified():
    assert conclude(is_child=NO, died=YES).duty == Duty.NOT_NOTIFIABLE


def test_where_nothing_is_known_yet_nothing_is_ruled_out():
    found = conclude_notification(NotificationAnswers())
    assert found.duty == Duty.TREAT_AS_SUSPECTED
    assert "find them out" in found.why[-1]
    assert set(found.find_out) > {"is_child", "abuse_or_neglect", "died"}


def test_only_what_could_change_the_answer_is_asked_for():
    found = conclude(
        abuse_or_neglect=KNOWN,
        died=YES,
        seriously_harmed=NOT_KNOWN,
        recent_concern=NOT_KNOWN,
        lives_here=NOT_KNOWN,
    )
    assert found.duty == Duty.NOTIFY
    assert found.find_out == ()


def test_a_death_of_which_it_is_not_known_whether_the_child_was_looked_after_is_told():
    found = conclude(died=YES, looked_after=NOT_KNOWN)
    assert found.duty == Duty.LOOKED_AFTER_DEATH
    assert found.find_out == ("looked_after",)


def test_the_answers_of_a_record_become_answers_to_conclude_from():
    answers = NotificationAnswers.from_record(
        {
            "is_child": "yes",
            "abuse_or_neglect": "known",
            "contributory": "no",
            "died": "",
        }
    )
    assert answers.abuse_or_neglect is KNOWN
    assert answers.died is NOT_KNOWN


def test_an_answer_that_is_no_choice_is_refused():
    with pytest.raises(ValueError, match="perhaps"):
        NotificationAnswers.from_record({"died": "perhaps"})


def test_every_answer_that_decides_is_a_question_of_the_record():
    asked = {question.slug for question in DR_1.questions}
    assert {each.name for each in fields(NotificationAnswers)} <= asked


ANSWERS = st.builds(
    NotificationAnswers,
    **{
        each.name: st.sampled_from(
            list(type(getattr(NotificationAnswers(), each.name)))
        )
        for each in fields(NotificationAnswers)
    },
)
WOULD_NOTIFY = {Duty.NOTIFY, Duty.JUDGEMENT, Duty.TREAT_AS_SUSPECTED}


@settings(deadline=None)
@given(ANSWERS, st.sampled_from(fields(NotificationAnswers)))
def test_not_known_never_becomes_no(answers, question):
    """Whatever an answer may turn out to be, not knowing it is never weaker."""
    choices = type(getattr(answers, question.name))
    unknown = replace(answers, **{question.name: choices("not_known")})
    found = conclude_notification(unknown).duty

    for choice in choices:
        known = conclude_notification(replace(answers, **{question.name: choice})).duty
        if known in WOULD_NOTIFY:
            assert found in WOULD_NOTIFY
        if known != Duty.NOT_NOTIFIABLE:
            assert found != Duty.NOT_NOTIFIABLE


@settings(deadline=None)
@given(ANSWERS)
def test_the_truth_table_where_everything_is_known(answers):
    known = all(getattr(answers, each.name) != NOT_KNOWN for each in fields(answers))
    outside = answers.place == Place.OUTSIDE_ENGLAND and answers.lives_here == YES
    notify = (
        known
        and answers.is_child == YES
        and answers.unborn == NO
        and answers.abuse_or_neglect in {KNOWN, SUSPECTED}
        and YES in {answers.died, answers.seriously_harmed}
        and (answers.place == Place.THIS_AREA or outside)
    )
    if known:
        assert (conclude_notification(answers).duty == Duty.NOTIFY) is notify


@settings(deadline=None)
@given(ANSWERS)
def test_every_conclusion_is_explained(answers):
    found = conclude_notification(answers)
    assert all(sentence.endswith(".") for sentence in found.why)
    assert all(getattr(answers, each) == NOT_KNOWN for each in found.find_out)


@settings(deadline=None)
@given(ANSWERS)
def test_a_rapid_review_is_owed_exactly_where_the_panel_is_notified(answers):
    found = conclude_notification(answers)
    assert (found.rapid_review == Owed.YES) is (found.duty == Duty.NOTIFY)


IN_CARE = {"abuse_or_neglect": Suspicion.NO, "died": NO, "looked_after": YES}


def test_an_area_that_notifies_harm_in_care_is_told_so():
    harmed = a_child(seriously_harmed=YES, **IN_CARE)

    found = conclude_notification(harmed, harm_in_care=True)

    assert conclude_notification(harmed).duty == Duty.NOT_NOTIFIABLE
    assert found.duty == Duty.JUDGEMENT
    assert any("whatever the cause" in sentence for sentence in found.why)


@settings(deadline=None)
@given(ANSWERS)
def test_what_an_area_notifies_beyond_the_law_takes_nothing_away(answers):
    here = conclude_notification(answers, harm_in_care=True).duty
    lawful = conclude_notification(answers).duty
    assert lawful in {here, Duty.NOT_NOTIFIABLE} or here in WOULD_NOTIFY


def test_a_death_by_suicide_is_considered_as_serious_where_there_is_concern():
    a_death = {"died": YES, "abuse_or_neglect": Suspicion.NO, "unexplained": YES}

    concerned = conclude_notification(a_child(recent_concern=YES, **a_death))
    without = conclude_notification(a_child(recent_concern=NO, **a_death))

    assert concerned.duty == Duty.TREAT_AS_SUSPECTED
    for found in (concerned, without):
        assert any("by suicide" in sentence for sentence in found.why)


def test_one_who_came_close_and_was_not_harmed_is_none_to_notify():
    found = conclude_notification(
        a_child(abuse_or_neglect=KNOWN, died=NO, seriously_harmed=NO)
    )
    assert found.duty == Duty.NOT_NOTIFIABLE
    assert any("consider other learning" in sentence for sentence in found.why)
    assert HARM["near_miss"] == "Came close to harm, and was not harmed"
