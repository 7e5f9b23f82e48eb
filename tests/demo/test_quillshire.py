"""`heed demo`, as a newcomer starts it: one command, three processes, everybody of
Quillshire, and a clock that can be moved on."""

import re
import shutil
import signal
import socket
import urllib.error
import urllib.request
from email.message import EmailMessage
from pathlib import Path

import pytest

from heed.config import demonstration
from tests.browser import check, chromium, open_page
from tests.demo import kestrel
from tests.demo.people import FINDS, LED_EVERYWHERE, WORK_WAITS_FOR
from tests.demo.running import (
    Quillshire,
    Reader,
    fall_silent,
    running,
)
from tests.demo.sending import (
    BASE64,
    FIELDS,
    FILES,
    FORM,
    GB,
    HUNG_UP,
    MB,
    WORDS,
    a_file_of,
    answered,
    chunked,
    cut_off,
    of_one,
)
from tests.journeys.mail import a_free_port
from tests.migrated import quillshire_files

# What the page of a case says of a step that nobody took.
EMPTY = (
    "still missing",
    "No answer is recorded",
    "Open since",
    "not answered",
)
EMPTY += ("Not agreed yet", "Nobody has looked", "Not written yet", "Has not answered")
EMPTY += ("met late", "It is not written which name")
WHOLE = (
    "Nothing is missing from the submission.",
    "2 proposed, 0 waiting for the reviewer",
    "Comment: The Panel",
    "Reply: The reviewer has no more than what she was told.",
    "A copy was sent 19 December 2024",
    "A challenge, to be answered",
    "Her teacher's book was read aloud to the group",
    "Answered 13 September 2024",
)
WALKED = {
    "rapid-review/criteria/": [
        "Filled in by Mabry Pellowick",
        "full review add something?",
    ],
    "publication/decide/": ["Her father wishes that it is read in every school."],
    "review/changes/": [
        "Accepted by the reviewer",
        "Disputed by the reviewer: All six",
    ],
    "publication/findings/": [
        "Kept by exception: 1",
        "Signed by Dorrit Farrowdene (Quillshire Council Children's Services).",
        "Signed by Adebisi Oyelaranti (NHS Quillshire Integrated Care Board).",
    ],
    "family/": ["Marigold Anstruther", "How they may take part", "Wishes to take part"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What `heed demo` has loaded for a newcomer."""
    var = tmp_path_factory.mktemp("quillshire") / "var"
    return Path(shutil.copytree(quillshire_files(), var))


@pytest.fixture(scope="module")
def ports():
    return a_free_port(), a_free_port()


@pytest.fixture(scope="module")
def demo(folder, ports):
    with running(folder, *ports) as process:
        yield process


@pytest.fixture(scope="module")
def browser(demo):
    with chromium() as opened:
        yield opened


@pytest.fixture
def reader(demo, ports):
    return Reader(ports[0])


@pytest.fixture
def here(browser, ports):
    with open_page(browser) as page:
        page.set_default_timeout(60_000)
        yield Quillshire(page, ports[0])


def test_a_taken_port_is_named_and_keeps_nobody_from_loading(capsys, monkeypatch):
    monkeypatch.setattr(demonstration, "_set_up", lambda *_: None)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert demonstration.main([f"--desk={port}"]) == 2
        assert demonstration.main([f"--desk={port}", "--only-load"]) == 0

    assert f"Port {port} is taken by another program" in capsys.readouterr().err


def test_every_case_stands_at_its_stage(reader):
    reader.becomes("coordinator")
    listed = reader.reads("/cases/")

    for reference, stage in {
        "Q-26-007": "Rapid review",
        "Q-26-011": "Not progressed",
        "Q-25-031": "Panel answered",
        "Q-25-024": "Panel answered",
        "Q-25-018": "In review",
        "Q-25-009": "Draft report",
        "Q-24-009": "Closed",
        "Q-24-006": "Actions open",
    }.items():
        assert re.search(rf"{reference} {stage}", listed), reference
    assert len(set(re.findall(r"Q-\d\d-\d\d\d", listed))) == 8
    assert "Q-26-014" in reader.reads("/referrals/")
    # Q-26-012 was found to be Siskin again, and joined
    assert "Q-26-012" in reader.reads(reader.case("Q-26-007"))
    assert "Tamsin Ollerenshaw" in reader.reads("/referrals/")  # waits with her lead
    assert "Answer what was found that" in reader.reads(reader.case("Q-25-009"))


@pytest.mark.parametrize("slug", LED_EVERYWHERE)
def test_no_page_leads_anybody_to_one_that_is_closed_to_her(reader, slug):
    reader.becomes(slug)

    assert reader.led_astray() == set()


def test_a_school_nurse_went_to_the_business_unit_when_her_lead_declined(reader):
    reader.becomes("coordinator")
    said = reader.reads(reader.behind("Q-26-013", on="/referrals/"))

    for words in (
        "Drafted in an organisation",
        "Quillshire Community Health: Tamsin Ollerenshaw",
        "I would wait for what they find",
        "No clinic answers that",
    ):
        assert words in said, words
    reader.becomes("school-nurse")
    assert "Q-26-013" in reader.reads("/organisation/referrals/")


NO_PDF = "The file is a web page. Please send Word (.docx"
A_WEB_PAGE = "<!doctype html><html><body>Save your letter as a PDF</body></html>"


def test_a_neighbour_sent_a_word_file_and_a_file_that_is_no_pdf(reader):
    reader.becomes("coordinator")
    referral = reader.behind("Read this referral", on="/")
    said = reader.reads(referral)

    assert "what I heard.docx" in said
    assert "photo of letter.pdf" in said
    assert NO_PDF in said

    file = reader.behind("The file as it was sent", on=referral)
    asked = reader.reads(file)
    assert "This file is kept aside photo of letter.pdf" in asked
    assert NO_PDF in asked
    assert "Opening it may harm your computer" in asked
    assert reader.presses(file) == (200, A_WEB_PAGE)
    reader.becomes("scrutineer")
    assert reader.presses(file)[0] == 404


def test_goldcrest_has_seven_recommendations_and_nineteen_actions(reader):
    reader.becomes("manager")
    case = reader.case("Q-24-006")
    said = reader.reads(case)

    assert "7. What was learned reaches every team" in said
    assert "19 in all: 8 complete, 4 overdue" in said
    assert "reopened" in said
    assert "replaced by another action" in said
    assert "not progressed, with reasons" in said
    assert "Needs a new owner" in said
    assert "Action 2 was signed off without evidence" in said
    assert "Action 6 was signed off without evidence" in said
    taught = reader.reads(reader.behind("4. Teach the pathway", on=case))
    assert "dated before the action began" in taught


def test_it_says_why_goldcrest_was_published_late_and_who_was_told(reader):
    reader.becomes("manager")
    case = reader.case("Q-24-006")
    said = reader.reads(case)

    assert "Why a report is not published in full or at once: told 22 Nov" in said
    assert "The Panel understands" in said
    assert "Later target: 14 January 2025" in said
    late = reader.behind("How this was worked out: Publish the report", on=case)
    why = "Why it was missed Her grandmother asked that it is not published"
    assert why in reader.reads(late)


def test_only_what_its_actions_lack_stands_open_in_goldcrests_case(reader):
    reader.becomes("manager")
    said = reader.reads(reader.case("Q-24-006"))

    assert "Action 2 was signed off without evidence" in said
    assert "was not in what went to the Panel" not in said
    assert "not filled in" not in said


def test_each_body_answers_a_recommendation_for_itself(reader):
    reader.becomes("manager")
    asked = reader.behind("5. A landlord", on=reader.case("Q-24-006"))
    said = reader.reads(asked)

    assert "Isaura Winterbourne-Oke" in said
    assert "We let 4,000 homes with eleven officers" in said


def test_the_panel_disagrees_and_another_decision_waits_for_two_partners(reader):
    reader.becomes("manager")
    said = reader.reads(reader.case("Q-25-024"))

    for words in (
        "The Panel does not agree that no local review is appropriate.",
        "Proposed decision Hold a local review",
        "Decided No further review",
        "Counts no more",
    ):
        assert words in said, words


def test_a_rapid_review_was_late_after_christmas_and_says_why(reader):
    reader.becomes("manager")
    said = reader.reads(reader.case("Q-25-031"))

    assert "Notify the Panel Friday 2 January 2026 met" in said
    assert "Late, because: The second reading of her X-rays" in said
    assert "Nothing is missing from the submission." in said


def test_kestrels_five_chronologies_are_told_as_one(reader):
    kestrel.a_scrutineer_sees_all_rows_but_one(reader)
    kestrel.a_coordinator_sees_four_events_told_twice(reader)
    kestrel.she_sees_forty_seven_days_without_sight_of_him(reader)


def test_the_closed_case_shows_no_step_that_nobody_took(reader):
    reader.becomes("manager")
    said = reader.reads(reader.case("Q-24-009"))

    for empty in EMPTY:
        assert empty not in said, empty
    for whole in WHOLE:
        assert whole in said, whole


@pytest.mark.parametrize("ending", WALKED)
def test_the_closed_case_was_walked_through_every_step(reader, ending):
    reader.becomes("manager")
    said = reader.reads(f"{reader.case('Q-24-009')}{ending}")

    for words in WALKED[ending]:
        assert words in said, words
    assert "Not answered yet" not in said


def test_a_fact_of_the_draft_was_questioned_and_answered(reader):
    reader.becomes("manager")
    draft = reader.behind("Lodged 28 October", on=reader.case("Q-24-009"))
    said = reader.reads(draft)

    assert "Zephan Quennerstedt , 31 October 2024" in said
    assert "The reviewer: Thank you. I have read them" in said


def test_a_shared_surname_was_declared_and_weighed_by_two(reader):
    reader.becomes("manager")
    for reference in ("Q-24-006", "Q-24-009", "Q-25-024", "Q-26-007", "Q-26-011"):
        said = reader.reads(f"{reader.case(reference)}interests/")
        assert "The business manager and I have the same surname" in said
        assert "by Dorrit Farrowdene and Sunniva Thackthorpe" in said
        assert "Nobody is kept out" in said


def test_each_case_has_its_own_scope_and_notes(reader):
    reader.becomes("manager")
    both = [reader.reads(reader.case(each)) for each in ("Q-24-006", "Q-24-009")]

    for words in ("Two interviews are late", "Who asked about her father"):
        assert [words in said for said in both] == [True, False]
    for words in ("Two schools hold her records", "Who added up what was missed"):
        assert [words in said for said in both] == [False, True]


def test_an_action_due_on_a_bank_holiday_says_the_working_day_before(here):
    here.becomes("doctor")
    here.opens(here.reader.behind("Action 5", on="/"))

    assert "Easter Monday" in here.main
    check(here.page, "demo-action-on-easter-monday")


def test_an_owner_finds_her_actions_in_her_work(reader):
    reader.becomes("community-lead")
    said = reader.reads("/")

    assert "Decide whether to refer" in said
    assert "Action 3: say how it goes" in said
    assert "late" in said


def test_one_chooses_who_one_is_and_not_somebody_who_left(here):
    here.opens("/demonstration/")
    row = here.page.get_by_role("row", name=re.compile("Barnaby Swithinbank"))
    assert "Cannot sign in any more" in row.inner_text()
    assert row.get_by_role("button").count() == 0

    with here.page.expect_navigation(url=f"{here.address}/"):
        here.page.locator('form[action$="/be/manager/"] button').click()
    assert here.page.title().startswith("My work")


def test_the_home_of_everybody_says_what_to_do(reader):
    slugs = re.findall(r"/be/([a-z-]+)/", reader.page("/demonstration/"))
    assert len(slugs) == 28

    for slug in slugs:
        reader.becomes(slug)
        waits = "Nothing waits for you" not in reader.reads("/")
        assert waits == (slug in WORK_WAITS_FOR), slug
        if slug in FINDS:
            assert FINDS[slug] in reader.reads("/cases/"), slug


def test_the_demonstrations_own_pages_can_be_read_by_anybody(here):
    for path in ("/demonstration/", "/demonstration/post/"):
        here.opens(path)
        here.can_be_read(f"demo{path.replace('/', '-')}")
    for slug in ("scrutineer", "manager", "coordinator"):
        here.becomes(slug)
        here.opens("/")
        here.can_be_read(f"demo-home-{slug}")
    here.opens("/deadlines/")
    here.can_be_read("demo-deadlines")
    for reference in ("Q-26-007", "Q-24-006", "Q-24-009", "Q-26-011"):
        here.opens_the_case(reference)
        here.can_be_read(f"demo-{reference}")


def test_a_filled_form_that_is_posted_becomes_a_referral(here):
    here.opens("/demonstration/post/")
    with here.page.expect_download() as filled:
        here.page.get_by_role("link", name=re.compile("Download one")).click()
    form = {
        "name": "form.docx",
        "mimeType": "application/octet-stream",
        "buffer": filled.value.path().read_bytes(),
    }
    here.page.set_input_files("input[type=file]", form)
    here.page.get_by_role("button", name="Send it").click()

    assert "Became a referral Q-26-015" in here.main
    assert "Q-26-015" in here.page.locator("main details").first.inner_text()
    here.becomes("coordinator")
    assert "Q-26-015" in here.reader.reads("/")


def test_an_email_without_a_form_waits_for_a_person_and_says_why(here):
    message = EmailMessage()
    message["From"], message["Subject"] = "somebody@post.example", "please help"
    message["Message-ID"] = "<one@post.example>"
    message.set_content("I am worried about a boy.")
    here.opens("/demonstration/post/")
    here.page.set_input_files(
        "input[type=file]",
        {
            "name": "message.eml",
            "mimeType": "message/rfc822",
            "buffer": message.as_bytes(),
        },
    )
    here.page.get_by_role("button", name="Send it").click()

    assert "Waiting for a person" in here.main
    assert "brings no referral form" in here.main


def test_no_email_is_said_to_fail_where_there_is_no_mail_server(reader):
    reader.becomes("coordinator")

    assert "could not be sent" not in reader.reads("/emails/")


def test_a_code_to_be_told_by_telephone_stands_on_the_coordinators_screen(here):
    here.becomes("coordinator")
    here.opens_the_case("Q-26-007")

    assert "Read this out by telephone to Tinderwick Surgery" in here.main


def test_the_clock_moves_on_and_what_is_due_follows(here):
    here.becomes("manager")
    here.opens_the_case("Q-26-007")
    assert "4 working days left (day 11 of 15)" in here.words
    case = here.page.url

    here.page.get_by_role("button", name=re.compile("next working day")).click()

    assert here.page.url == case
    assert "3 working days left (day 12 of 15)" in here.words
    here.page.get_by_role("button", name=re.compile("next deadline")).click()
    here.opens("/demonstration/#move")
    for part, number in (("Day", "18"), ("Month", "3"), ("Year", "2026")):
        here.page.get_by_label(part, exact=True).fill(number)
    here.page.get_by_role("button", name="Move on", exact=True).click()
    here.opens_the_case("Q-26-007")
    assert "1 working day late" in here.words


def test_the_clock_does_not_go_back_and_says_so(here):
    here.opens("/demonstration/#move")
    for part, number in (("Day", "1"), ("Month", "3"), ("Year", "2026")):
        here.page.get_by_label(part, exact=True).fill(number)
    here.page.get_by_role("button", name="Move on", exact=True).click()

    assert "The clock only goes forward" in here.main


SENT = {
    "a file of 2 GB": (a_file_of(2 * GB), {413, HUNG_UP}),
    "10,000 fields": (of_one(WORDS, FIELDS), {413}),
    "1,000 files": (of_one(FORM, FILES), {413}),
    "8 MB in base64": (of_one(FORM, BASE64), {413, HUNG_UP}),
    "no length": (chunked(9 * MB), {403}),
    "no end": (cut_off(MB), {403}),
}


@pytest.mark.parametrize("what", SENT)
def test_the_desk_takes_nothing_that_is_too_much_or_not_whole(demo, ports, what):
    """F27, on the server as it runs; with figures in bench/uploads.py."""
    sent, wanted = SENT[what]

    status, size = answered(ports[0], sent)

    assert status in wanted
    assert size < 60 * MB


def test_nobody_becomes_somebody_under_another_host_name(demo, ports):
    asked = urllib.request.Request(
        f"http://127.0.0.1:{ports[0]}/demonstration/", headers={"Host": "heed.example"}
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked)
    refused.value.close()
    assert refused.value.code in {400, 404}


def test_it_ends_with_its_parent_and_a_second_run_keeps_what_was_done(
    demo, here, reader, folder, ports
):
    here.opens("/demonstration/post/")
    here.page.get_by_role("button", name=re.compile("next working day")).click()
    before = here.day
    demo.send_signal(signal.SIGKILL)
    demo.wait()
    assert fall_silent(*ports), "a process outlived its parent"

    with running(folder, *ports):
        assert before != "11 March 2026"
        assert f"<strong>{before} at" in reader.page("/demonstration/")
