"""Cases that are not like others, from the working sheet to what follows: a death abroad,
by suicide, a near miss, a child who has caused harm, a child not yet born, two areas."""

import pytest
from django.urls import reverse

from heed.cases.actions import add_child
from heed.cases.deadlines import running_deadline
from heed.incidents.actions import (
    decide_on_notification,
    give_view_on_notification,
    record_notification,
    weigh_notification,
)
from heed.incidents.queries import conclusion_for, views_on_notification
from heed.rapid_reviews.queries import rapid_review_of
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.language import Stage
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.incidents.asking import browser_of, text

pytestmark = pytest.mark.django_db
KNOWN = {"is_child": "yes", "lives_here": "yes", "abuse_or_neglect": "known"}
ABROAD = KNOWN | {"died": "yes", "place": "outside_england"}
SUICIDE = KNOWN | {
    "abuse_or_neglect": "no",
    "died": "yes",
    "unexplained": "yes",
    "recent_concern": "yes",
    "place": "this_area",
}
NEAR_MISS = KNOWN | {
    "died": "no",
    "seriously_harmed": "no",
    "recovered": "yes",
    "place": "this_area",
}
CAUSED_HARM = NEAR_MISS | {"caused_serious_harm": "yes"}
UNBORN = KNOWN | {
    "died": "no",
    "seriously_harmed": "yes",
    "unborn": "yes",
    "place": "this_area",
}
THERE = KNOWN | {"died": "yes", "place": "another_english_area"}
FROM_THERE = THERE | {"place": "this_area", "lives_here": "no"}


def weighed(said, **child):
    """A case whose only child was tested so."""
    case, people = a_case_with_people()
    one = add_child(case, given_name="Lumi", by=people["coordinator"], at=NOON, **child)
    answers = {slug: {"answer": answer, "why": ""} for slug, answer in said.items()}
    weigh_notification(one, answers=answers, by=people["coordinator"], at=NOON)
    return case, people


def decided(case, people, outcome):
    by = {"by": people["local_authority"], "at": NOON}
    decide_on_notification(case, outcome=outcome, reasons="As weighed.", **by)
    case.refresh_from_db()


@pytest.mark.parametrize(
    ("said", "duty", "explained"),
    [
        (ABROAD, "notify", "must notify the Panel"),
        (SUICIDE, "treat_as_suspected", "A child died by suicide"),
        (CAUSED_HARM, "judgement", "A child who has caused harm is tested as a child"),
        (UNBORN, "judgement", "lets a child not yet born be notified"),
    ],
    ids=["death abroad", "suicide", "caused harm", "unborn"],
)
def test_it_is_decided_and_notified_like_any_other(said, duty, explained):
    case, people = weighed(said)
    assert conclusion_for(case).duty == duty
    with it_is(NOON):
        address = reverse("decide_on_notification", args=[case.public_id])
        assert explained in text(browser_of(people["local_authority"]).get(address))

    decided(case, people, "notify")
    record_notification(
        case,
        sent_at=NOON,
        national_reference="SIN-1",
        late_reason="",
        by=people["local_authority"],
        at=NOON,
    )

    case.refresh_from_db()
    assert case.stage == Stage.RAPID_REVIEW
    assert rapid_review_of(case) is not None
    assert running_deadline(case, RAPID_REVIEW_DUE) is not None


def test_a_near_miss_is_learned_from_in_another_way():
    case, people = weighed(NEAR_MISS)
    conclusion = conclusion_for(case)
    assert conclusion.duty == "not_notifiable"
    assert any("consider other learning" in sentence for sentence in conclusion.why)

    decided(case, people, "other_learning")

    assert case.stage == Stage.OTHER_LEARNING
    assert rapid_review_of(case) is None


@pytest.mark.parametrize(
    ("said", "warned", "way"),
    [
        (THERE, "nobody has recorded that the lead was handed over", "Hand the lead"),
        (FROM_THERE, "The child lives in another area", "Share what both agree"),
    ],
    ids=["it happened there", "the child is from there"],
)
def test_two_areas_agree_who_leads_and_nothing_waits_for_it(said, warned, way):
    case, people = weighed(said)
    with it_is(NOON):
        shown = [
            text(browser_of(people["local_authority"]).get(address))
            for address in (
                reverse("decide_on_notification", args=[case.public_id]),
                reverse("weigh_notification", args=[case.public_id]),
                reverse("case", args=[case.public_id]),
            )
        ]
    for page in shown:
        assert warned in page
        assert way in page
        assert reverse("share_case", args=[case.public_id]) in page

    decided(case, people, "notify")
    assert case.stage == Stage.NOTIFICATION_DECIDED


def test_a_case_of_one_area_is_warned_of_no_other():
    case, people = weighed(ABROAD)
    with it_is(NOON):
        address = reverse("decide_on_notification", args=[case.public_id])
        page = text(browser_of(people["local_authority"]).get(address))
    assert not conclusion_for(case).crosses
    assert reverse("share_case", args=[case.public_id]) not in page


def test_the_three_views_stand_beside_each_other_before_the_authority_decides():
    case, people = a_case_with_people()
    said = {"icb": "Unexplained bruises.", "police": "An accident, we think."}
    views = {"icb": "notify", "police": "do_not_notify"}
    for seat, reasons in said.items():
        by = {"by": people[seat], "at": NOON}
        give_view_on_notification(case, view=views[seat], reasons=reasons, **by)

    with it_is(NOON):
        address = reverse("decide_on_notification", args=[case.public_id])
        page = text(browser_of(people["local_authority"]).get(address))

    assert [row["label"] for row in views_on_notification(case)] == [
        *("Local authority", "Integrated care board", "Police")
    ]
    told = page.partition("What the partners say")[2].partition("What the working")[0]
    asked = [told.index(each) for each in ("Local authority", "Integrated", "Police")]
    assert asked == sorted(asked)
    assert "Not given yet" in told[asked[0] : asked[1]]
    assert "Unexplained bruises." in told[asked[1] : asked[2]]
    assert "An accident, we think." in told[asked[2] :]
