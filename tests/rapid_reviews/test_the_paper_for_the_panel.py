"""What the Panel reads: answers before reasons, words and no codes, and on the first
page each thing that is missing with the reason that somebody gave."""

import io
from datetime import UTC, date, datetime, timedelta

import docx
import pytest

from heed.cases.actions import (
    add_child,
    answer_open_item,
    note_process,
    raise_open_item,
    raise_safety_action,
)
from heed.cases.models import OpenItem
from heed.cases.steps import Refused
from heed.documents.storage import content_of
from heed.incidents.gaps import LACKING
from heed.papers.submission import FIRST_PAGE
from heed.rapid_reviews.actions import (
    record_answer_of_body,
    record_panel_answer,
    record_told,
    reopen_rapid_review,
    send_to_panel,
    write_part,
)
from heed.rapid_reviews.models import PanelLetter, RapidReview, Submission, Told
from heed.rulebook.children import AGE_BANDS, age_band
from heed.rulebook.contents import SUBMISSION
from heed.rulebook.parallel import Kind
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import (
    a_rapid_review,
    proposed,
    sent_to_the_panel,
    signed_off,
    the_pack,
)

pytestmark = pytest.mark.django_db
APRIL_1 = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)


class Paper:
    """A submission as somebody reads it in Word."""

    def __init__(self, word: bytes):
        self.paper = docx.Document(io.BytesIO(word))
        self.tables = [
            [[cell.text for cell in row.cells] for row in table.rows]
            for table in self.paper.tables
        ]
        self.words = "\n".join(
            [p.text for p in self.paper.paragraphs]
            + ["\t".join(row) for table in self.tables for row in table]
        )

    @property
    def missing(self):
        return {
            (part, one): why
            for part, what, why in self.tables[0][1:]
            for one in what.split("\n")
        }

    def facts(self):
        return dict(self.tables[1][1:])

    def under(self, title):
        lines, here = [], False
        for each in self.paper.paragraphs:
            if each.style.name == "Heading 2":
                here = each.text == title
            elif here:
                lines.append(each.text)
        return lines


def paper(review, *, at=NOON):
    return Paper(the_pack(RapidReview.objects.get(pk=review.pk), at=at))


def as_sent(number=1):
    return Paper(b"".join(content_of(Submission.objects.get(number=number).as_sent)))


def described(review, **known):
    """The child of a case, with what is counted of it."""
    child = review.case.childs.get()
    for name, value in known.items():
        setattr(child, name, value)
    child.save(update_fields=list(known))
    return child


def test_the_answer_on_a_national_review_stands_before_its_reasons():
    review, people = a_rapid_review()
    proposed(review, people)

    told = paper(review).under("View on a national review")

    assert told == ["Is a national review right? No.", "The learning is local."]


@pytest.mark.parametrize(
    ("view", "words"), [("yes", "Yes."), ("not_known", "We cannot say.")]
)
def test_each_answer_on_a_national_review_is_said_in_words(view, words):
    review, people = a_rapid_review()
    proposed(review, people)
    RapidReview.objects.filter(pk=review.pk).update(national_view=view)

    assert paper(review).under("View on a national review")[0].endswith(words)


def test_no_code_reaches_the_panel():
    review, _ = a_rapid_review()
    described(
        review,
        status="died",
        age_band="16-17",
        ethnicity="WBRI",
        sex="female",
    )

    words = paper(review).words

    for said in ("Has died", "16 or 17 years", "White: British", "Female"):
        assert said in words
    for code in ("WBRI", "16-17", "died\t", "\tfemale"):
        assert code not in words


def test_no_code_is_shown_on_the_pages_of_a_child(client):
    review, people = a_rapid_review()
    described(review, status="died", age_band="under 1", ethnicity="WBRI")
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        page = browser.get(f"/cases/{review.case.public_id}/children/")

    words = page.content.decode()
    assert "White: British" in words
    assert "Under 1 year" in words
    assert "WBRI" not in words


def test_an_age_is_told_where_the_date_of_birth_is_known():
    review, _ = a_rapid_review()
    described(review, born_on=NOON.date() - timedelta(days=100))

    assert "Under 1 year" in paper(review).words


@pytest.mark.parametrize(
    ("born", "on", "band"),
    [
        ((2026, 3, 12), (2026, 3, 11), "unborn"),
        ((2025, 3, 12), (2026, 3, 11), "under 1"),
        ((2025, 3, 11), (2026, 3, 11), "1-5"),
        ((2020, 2, 29), (2026, 2, 28), "1-5"),
        ((2020, 2, 29), (2026, 3, 1), "6-10"),
        ((2008, 3, 12), (2026, 3, 11), "16-17"),
        ((2008, 3, 11), (2026, 3, 11), "18+"),
    ],
)
def test_the_band_of_an_age_counts_whole_years(born, on, band):
    assert age_band(date(*born), date(*on)) == band
    assert band in AGE_BANDS


def test_the_days_used_stay_in_every_copy_after_it_was_sent():
    review, people = a_rapid_review()
    assert paper(review, at=NOON).facts()["Working days used"].startswith("0 of 15")
    send_to_panel(
        review,
        sent_at=APRIL_1,
        route="Post",
        proof="",
        late_reason="",
        by=people["coordinator"],
        at=APRIL_1,
    )

    later = paper(review, at=APRIL_1 + timedelta(days=30)).facts()

    assert later["Working days used"] == "15 of 15; due 1 April 2026"
    assert as_sent().facts()["Working days used"] == "15 of 15; due 1 April 2026"
    assert as_sent().facts()["Sent to the Panel"] == "1 April 2026"


def test_what_is_sent_again_says_when_it_was_sent_before():
    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    record_panel_answer(
        review.case,
        answer="asks_for_more",
        dated_on=NOON.date(),
        words="Please say more.",
        by=people["coordinator"],
        at=NOON,
    )
    reopen_rapid_review(review.case, reason="More.", by=people["icb"], at=NOON)
    send_to_panel(
        review,
        sent_at=APRIL_1 + timedelta(days=7),
        route="Post",
        proof="",
        late_reason="",
        by=people["coordinator"],
        at=APRIL_1 + timedelta(days=7),
    )

    second = as_sent(2).facts()

    assert second["Sent to the Panel"] == "11 March 2026, again 8 April 2026"
    assert second["Working days used"].startswith("0 of 15")


def test_a_late_submission_says_why_in_the_paper_itself():
    review, people = a_rapid_review()
    late = APRIL_1 + timedelta(days=1)
    send_to_panel(
        review,
        sent_at=late,
        route="Post",
        proof="",
        late_reason="An agency answered on the last day.",
        by=people["coordinator"],
        at=late,
    )

    facts = as_sent().facts()

    assert facts["Why it was sent late, if it was"] == (
        "An agency answered on the last day."
    )


def test_nobody_is_asked_why_what_was_in_time_was_late():
    review, people = a_rapid_review()
    facts = paper(review).facts()
    assert facts["Why the notification was late, if it was"] == "It was not late"
    assert facts["Sent to the Panel"] == "Not yet"

    sent_to_the_panel(review, people)

    assert as_sent().facts()["Why it was sent late, if it was"] == "It was not late"


def test_the_first_page_names_what_is_missing_inside_the_essential_parts():
    review, people = a_rapid_review()
    raise_safety_action(
        review.case,
        what="See the brother today.",
        owner_organisation="Quillshire Council",
        owner="",
        due_at=NOON,
        by=people["coordinator"],
        at=NOON,
    )

    read = paper(review)
    missing = read.missing

    assert ("Each child", "Child 1: ethnicity.") in missing
    assert ("Each child", "Child 1: age.") in missing
    assert ("The notification", "When the local authority became aware.") in missing
    assert (
        "Immediate actions",
        "Not confirmed yet: See the brother today.",
    ) in missing
    assert ("What happened", "Nothing has been written here.") in missing
    assert "Police has not signed." in read.under(FIRST_PAGE)


def test_two_children_are_told_apart():
    review, people = a_rapid_review()
    described(review, ethnicity="WBRI")
    add_child(
        review.case,
        given_name="Pip",
        family_name="Ostrander-Vale",
        by=people["coordinator"],
        at=NOON,
    )

    missing = paper(review).missing

    assert ("Each child", "Child 1: ethnicity.") not in missing
    assert ("Each child", "Child 2: ethnicity.") in missing


def test_a_gap_carries_the_reason_that_somebody_gave():
    review, people = a_rapid_review()
    item = raise_open_item(
        review.case,
        kind="lacks.ethnicity",
        label=LACKING["lacks.ethnicity"],
        by=people["coordinator"],
        at=NOON,
    )
    gap = ("Each child", "Child 1: ethnicity.")
    assert "nobody has said why" in paper(review).missing[gap]

    answer_open_item(
        item,
        answer="the family was not asked before the funeral.",
        not_known=True,
        by=people["coordinator"],
        at=NOON,
    )

    why = paper(review).missing[gap]
    assert why == "Not known, because: the family was not asked before the funeral."


def test_what_was_typed_of_a_birth_stands_beside_the_age_that_is_missing():
    review, _ = a_rapid_review()
    described(review, born_as_typed="spring 2009?")
    RapidReview.objects.update(named=True)

    assert paper(review).missing[("Each child", "Child 1: age.")] == (
        "As typed: spring 2009?"
    )


def test_what_people_wrote_stands_under_what_the_case_knows():
    review, people = a_rapid_review()
    write_part(
        review,
        part="children",
        words="Lumi speaks Finnish with her mother.",
        by=people["coordinator"],
        at=NOON,
    )

    read = paper(review)

    assert "Child 1 speaks Finnish with her mother." in read.under("Each child")
    assert any(row[0] == "Ethnicity" for table in read.tables for row in table)


def test_proceedings_that_the_register_knows_are_not_missing_on_page_one():
    review, people = a_rapid_review()
    nothing = ("Proceedings beside it", "Nothing has been written here.")
    assert nothing in paper(review).missing

    note_process(review.case, kind=Kind.INQUEST, by=people["coordinator"], at=NOON)

    read = paper(review)
    assert nothing not in read.missing
    assert ["Inquest", "Runs"] in [row for table in read.tables for row in table]


def open_gaps(case):
    kinds = OpenItem.objects.filter(case=case, answered_at=None)
    return set(kinds.values_list("kind", flat=True))


def test_what_is_missing_at_sending_stays_open_until_it_is_written(client):
    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    missing = Submission.objects.get().missing
    assert {f"submission.{slug}" for slug in missing} <= open_gaps(review.case)
    before = as_sent().words
    review.case.refresh_from_db()
    path = f"/cases/{review.case.public_id}/rapid-review/parts/childs_voice/"
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        case_page = browser.get(f"/cases/{review.case.public_id}/").content.decode()
        written = browser.post(path, {"words": "She drew her dog."})

    assert "“What happened” was not in what went to the Panel." in case_page
    assert written.status_code == 302
    assert "submission.childs_voice" not in open_gaps(review.case)
    assert "submission.facts" in open_gaps(review.case)
    assert "She drew her dog." in paper(review).words
    assert as_sent().words == before


def test_a_part_is_written_still_when_the_review_is_long_under_way():
    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    case = review.case
    case.refresh_from_db()
    case.stage = "draft_report"
    case.save(update_fields=["stage"])

    write_part(review, part="facts", words="So.", by=people["coordinator"], at=NOON)

    assert "submission.facts" not in open_gaps(case)


def test_a_decision_and_the_signatures_that_come_later_answer_their_gaps():
    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    named = {"submission.national_view", "submission.sign_off"}
    assert named <= open_gaps(review.case)

    signed_off(review, people)

    assert not named & open_gaps(review.case)


def test_a_part_of_which_somebody_said_why_it_is_missing_is_not_asked_again():
    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    item = OpenItem.objects.get(case=review.case, kind="submission.family_views")
    answer_open_item(
        item,
        answer="the police asked us to wait.",
        not_known=True,
        by=people["coordinator"],
        at=NOON,
    )

    sent_to_the_panel(review, people)

    assert "submission.family_views" not in open_gaps(review.case)
    title = next(p.title for p in SUBMISSION if p.slug == "family_views")
    whys = {part: why for (part, _), why in as_sent(2).missing.items()}
    assert whys[title.replace("'", "’")] == (
        "Not known, because: the police asked us to wait."
    )


def test_that_the_childs_voice_is_not_known_goes_with_its_reason_or_as_a_gap():
    review, people = a_rapid_review()
    by = {"part": "childs_voice", "by": people["coordinator"], "at": NOON}
    with pytest.raises(Refused, match="say why"):
        write_part(review, words="Not known.", **by)
    review.parts = {"childs_voice": "Not known."}  # as it could be written once
    review.save(update_fields=["parts"])
    sent_to_the_panel(review, people)
    title = next(p.title for p in SUBMISSION if p.slug == "childs_voice")
    title = title.replace("'", "’")
    assert "not why" in next(w for part, w in as_sent(1).missing if part == title)

    write_part(review, words="Not known: nobody spoke with him alone.", **by)
    sent_to_the_panel(review, people)
    assert title not in {part for part, _ in as_sent(2).missing}


def test_no_letter_and_no_answer_comes_from_the_future():
    review, people = a_rapid_review()
    sent_to_the_panel(review, people)
    told = record_told(
        review.case,
        body="ofsted",
        what="other",
        told_at=NOON,
        route="Email",
        proof="",
        by=people["coordinator"],
        at=NOON,
    )
    tomorrow = NOON.date() + timedelta(days=1)

    with pytest.raises(Refused, match="in the future"):
        record_panel_answer(
            review.case,
            answer="agrees",
            dated_on=tomorrow,
            words="Yes.",
            by=people["coordinator"],
            at=NOON,
        )
    with pytest.raises(Refused, match="in the future"):
        record_answer_of_body(
            told, answered_on=tomorrow, answer="Yes.", by=people["coordinator"], at=NOON
        )

    assert not PanelLetter.objects.exists()
    assert Told.objects.get().answered_on is None
