"""Q-25-009, Whimbrel: the third draft of a report, in which the reviewer left what must
not get out; the search for identifying words has all of it to find."""

from datetime import date

from heed.cases.actions import add_child, choose_pseudonym, name_family_member
from heed.cases.models import Case
from heed.demo.quillshire import stations
from heed.demo.quillshire.interests import everybody_declares
from heed.demo.quillshire.walking import are_put_on_the_list, at, next_reference_is
from heed.demo.quillshire.weighing import (
    answers_are_signed_off,
    criteria_are_weighed,
    parts_are_written,
)
from heed.demo.quillshire.whimbrel import FILE_NAME, the_draft
from heed.demo.quillshire.whimbrel_story import (
    DR_1,
    DR_2,
    DR_3,
    PARTS,
    SAID,
    STORY,
    VIEWS,
)
from heed.incidents.actions import (
    begin_with_outside_notification,
    give_view_on_notification,
    settle_awareness,
    weigh_notification,
)
from heed.publications.actions import check_for_identifying_words
from heed.rapid_reviews.queries import rapid_review_of
from heed.reviews.actions import lodge_draft

NOTIFIED, OPENED = at("2025-09-09", "15:10"), at("2025-09-10", "09:20")
BESIDE_THEM = ("scrutineer", "family")
# name, who they are to the child, whether they take part, what they wish
FAMILY = (
    ("Sunniva Marchwinter", "mother", "takes_part", "No more letters, but a person."),
    ("Corin Wray", "father", "takes_part", "He would have come, had he been asked."),
)


def load_whimbrel(quillshire, people) -> None:
    """Walk Whimbrel's case to the third draft of its report."""
    case = _notified(quillshire, people)
    _who_they_are(case, people)
    _the_rapid_review(case, people)
    stations.the_review_begins(case, STORY, people)
    stations.the_reviewer_is_appointed(case, STORY, people)
    stations.the_terms_are_agreed(case, STORY, people)
    stations.the_review_is_looked_at(
        case, STORY, people, after="terms", until="drafted"
    )
    _three_drafts_are_lodged(case, people)
    of_the_draft = {"by": people["coordinator"], "at": at("2026-03-03", "11:30")}
    check_for_identifying_words(case, kind="report", **of_the_draft)


def _notified(quillshire, people) -> Case:
    next_reference_is(quillshire, 2025, 9, OPENED)
    notification = begin_with_outside_notification(
        quillshire,
        sent_at=NOTIFIED,
        national_reference="SIN-QCC-2025-05",
        happened_on=date(2025, 9, 4),
        copied_on=date(2025, 9, 9),
        by=people["coordinator"],
        at=OPENED,
    )
    case = Case.objects.get(pk=notification.case_id)
    everybody_declares(case, people, OPENED, stations.ON_THE_CASE)
    are_put_on_the_list(case, people, OPENED, BESIDE_THEM)
    everybody_declares(case, people, OPENED, BESIDE_THEM)
    return case


def _who_they_are(case, people) -> None:
    by = {"by": people["coordinator"], "at": at("2025-09-10", "10:00")}
    child = add_child(
        case,
        given_name="Elspeth",
        family_name="Marchwinter-Wray",
        also_known_as=["Peepo"],
        born_on=date(2011, 3, 12),
        address="14 Lanternfold Row, Saltern Quay, ZZ99 4AB",
        school="Farrowdene High School",
        identifiers={"nhs_number": "999 123 4560"},
        sex="female",
        status="alive",
        age_band="11-15",
        ethnicity="WBRI",
        harm="neglect",
        **by,
    )
    choose_pseudonym(child, pseudonym="Whimbrel", **by)
    stations.the_family_is_named(
        case,
        FAMILY,
        people,
        moment=by["at"],
        who_counts="Mother, father, and the relatives who look after the children now.",
    )
    name_family_member(
        case,
        name="Tamsel Okell",
        relationship="half-sibling",
        pseudonym="Half-Sibling 1",
        former_names=["Rowena Ashgrove"],
        must_not_be_contacted=True,
        **by,
    )
    weigh_notification(child, answers=DR_1, **by)


def _the_rapid_review(case, people) -> None:
    settle_awareness(
        case,
        aware_at=at("2025-09-04", "18:40"),
        basis="The hospital telephoned the front door.",
        by=people["council"],
        at=at("2025-09-10", "11:00"),
    )
    for slug in stations.PARTNERS:
        give_view_on_notification(
            case,
            view="notify",
            reasons="Serious harm, and neglect is suspected.",
            by=people[slug],
            at=at("2025-09-10", "12:00"),
        )
    stations.agencies_are_asked(
        case,
        SAID,
        (),
        people,
        asked=at("2025-09-10", "14:00"),
        answered=at("2025-09-17", "15:00"),
        due_on=date(2025, 9, 17),
    )
    answers_are_signed_off(case, people, at("2025-09-18", "09:00"))
    review = rapid_review_of(case)
    parts_are_written(review, PARTS, people, day="2025-09-19")
    criteria_are_weighed(case, DR_2, DR_3, VIEWS, people, day="2025-09-22")
    stations.the_partners_decide(review, STORY, people)


def _three_drafts_are_lodged(case, people) -> None:
    """The first two were clean; in the third is what its author forgot to take out."""
    for name, day, leaks in (
        ("draft 1.docx", "2025-12-05", False),
        ("draft 2.docx", "2026-01-30", False),
        (FILE_NAME, "2026-03-03", True),
    ):
        lodge_draft(
            case,
            data=the_draft(leaks=leaks),
            name=name,
            is_final_draft=False,
            by=people["reviewer"],
            at=at(day),
        )
