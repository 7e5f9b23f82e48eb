"""`heed demo`, as a newcomer starts it: one command, three processes, everybody of
Quillshire, and a clock that can be moved on."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

import pytest

from heed.config import demonstration
from tests.browser import check, chromium, open_page
from tests.journeys.mail import a_free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300
# Who stands on the list of which case, beside those who lead it.
FINDS = dict.fromkeys(("scrutineer", "notifier", "group-member", "family"), "Q-26-007")
FINDS |= dict.fromkeys(("lead-partner", "legal"), "Q-24-006")


@contextmanager
def running(folder: Path, desk: int, public: int):
    """`heed demo` in a folder of its own, until it answers; killed at the end."""
    words = [f"--desk={desk}", f"--public={public}", f"--var={folder}"]
    process = subprocess.Popen(
        [sys.executable, "-m", "heed.config", "demo", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        said = ""
        while "Ctrl+C stops it" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def fall_silent(*ports: int) -> bool:
    until = time.monotonic() + PATIENCE
    while any(answers(port) for port in ports):
        if time.monotonic() > until:
            return False
        time.sleep(0.2)
    return True


class Quillshire:
    """The demonstration in a browser."""

    def __init__(self, page, desk: int):
        self.page, self.address = page, f"http://localhost:{desk}"

    def opens(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def becomes(self, slug: str) -> None:
        self.opens("/demonstration/")
        with self.page.expect_navigation(url=f"{self.address}/"):
            self.page.locator(f'form[action$="/be/{slug}/"] button').click()

    def opens_the_case(self, reference: str) -> None:
        self.opens("/cases/")
        self.page.get_by_role("link", name=reference, exact=True).first.click()

    @property
    def words(self) -> str:
        return re.sub(r"\s+", " ", self.page.locator("body").inner_text())

    @property
    def day(self) -> str:
        """The day that the bar of the demonstration shows."""
        said = self.page.locator(".heed-demonstration__bar strong").inner_text()
        return said.partition(" at ")[0]

    @property
    def main(self) -> str:
        return re.sub(r"\s+", " ", self.page.locator("main").inner_text())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("quillshire") / "var"


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
def here(browser, ports):
    with open_page(browser) as page:
        page.set_default_timeout(60_000)
        yield Quillshire(page, ports[0])


def test_a_taken_port_is_named(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert demonstration.main([f"--desk={port}"]) == 2

    assert f"Port {port} is taken by another program" in capsys.readouterr().err


def test_every_case_stands_at_its_stage(here):
    here.becomes("coordinator")
    here.opens("/cases/")
    rows = here.page.locator("tbody tr").all_inner_texts()
    stages = {row.split("\t")[0].strip(): row.split("\t")[1].strip() for row in rows}

    assert stages == {
        "Q-26-007": "Rapid review",
        "Q-26-011": "Not progressed",
        "Q-24-009": "Closed",
        "Q-24-006": "Actions open",
    }
    here.opens("/referrals/")
    assert "Q-26-014" in here.main
    assert "Tamsin Ollerenshaw" in here.main  # Q-26-013 waits with her lead


def test_a_neighbour_sent_a_word_file_and_a_file_that_is_no_pdf(here):
    here.becomes("coordinator")
    here.page.get_by_role("link", name=re.compile("Read this referral")).first.click()

    assert "what I heard.docx" in here.main
    assert "photo of letter.pdf" in here.main


def test_goldcrest_has_seven_recommendations_and_nineteen_actions(here):
    here.becomes("manager")
    here.opens_the_case("Q-24-006")

    assert "7. What was learned reaches every team" in here.main
    assert "19 in all: 8 complete, 4 overdue" in here.main
    assert "reopened" in here.main
    assert "replaced by another action" in here.main
    assert "not progressed, with reasons" in here.main
    assert "Needs a new owner" in here.main
    assert "Action 2 was signed off without evidence" in here.main
    assert "Action 6 was signed off without evidence" in here.main
    here.page.get_by_role("link", name="4. Teach the pathway").first.click()
    assert "dated before the action began" in here.main


def test_an_action_due_on_a_bank_holiday_says_the_working_day_before(here):
    here.becomes("doctor")
    here.page.get_by_role("link", name=re.compile("^Action 5")).click()

    assert "Easter Monday" in here.main
    check(here.page, "demo-action-on-easter-monday")


def test_an_owner_finds_her_actions_in_her_work(here):
    here.becomes("community-lead")

    assert "Decide whether to refer" in here.main
    assert "Action 3: say how it goes" in here.main
    assert "late" in here.main


def test_somebody_who_left_cannot_be_played(here, ports):
    here.opens("/demonstration/")

    row = here.page.get_by_role("row", name=re.compile("Barnaby Swithinbank"))
    assert "Cannot sign in any more" in row.inner_text()
    assert row.get_by_role("button").count() == 0


def test_the_home_of_everybody_says_what_to_do(here):
    here.opens("/demonstration/")
    forms = here.page.locator('form[action*="/be/"]')
    slugs = [form.get_attribute("action").split("/")[-2] for form in forms.all()]
    assert len(slugs) == 26

    for slug in slugs:
        here.becomes(slug)
        assert here.page.title().startswith("My work"), slug
        waits = here.page.locator("main tbody tr").count()
        assert waits or "Nothing waits for you" in here.main, slug
        if slug in FINDS:
            here.opens("/cases/")
            assert FINDS[slug] in here.main, slug


@pytest.mark.parametrize("width", [1280, 320])
def test_the_demonstrations_own_pages_can_be_read_by_anybody(browser, ports, width):
    with open_page(browser, width=width) as page:
        here = Quillshire(page, ports[0])
        for path in ("/demonstration/", "/demonstration/post/"):
            here.opens(path)
            check(page, f"demo{path.replace('/', '-')}")
        for slug in ("manager", "coordinator", "scrutineer"):
            here.becomes(slug)
            check(page, f"demo-home-{slug}")
        here.becomes("coordinator")
        here.opens("/deadlines/")
        check(page, "demo-deadlines")
        for reference in ("Q-26-007", "Q-24-006", "Q-24-009", "Q-26-011"):
            here.opens_the_case(reference)
            check(page, f"demo-{reference}")


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
    assert "Q-26-015" in here.main


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


def test_nobody_becomes_somebody_under_another_host_name(demo, ports):
    asked = urllib.request.Request(
        f"http://127.0.0.1:{ports[0]}/demonstration/", headers={"Host": "heed.example"}
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked)
    refused.value.close()
    assert refused.value.code in {400, 404}


def test_it_ends_with_its_parent_and_a_second_run_keeps_what_was_done(
    demo, browser, folder, ports
):
    with open_page(browser) as page:
        page.set_default_timeout(60_000)
        here = Quillshire(page, ports[0])
        here.opens("/demonstration/post/")
        here.page.get_by_role("button", name=re.compile("next working day")).click()
        before = here.day
    demo.send_signal(signal.SIGKILL)
    demo.wait()
    assert fall_silent(*ports), "a process outlived its parent"

    with running(folder, *ports), open_page(browser) as page:
        page.set_default_timeout(60_000)
        here = Quillshire(page, ports[0])
        here.opens("/demonstration/")
        assert here.day == before != "11 March 2026"
