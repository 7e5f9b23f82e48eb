"""What identifies somebody is mended; the report goes ahead, waits, and is public."""

from datetime import date

from tests.journeys.parts.review import (
    A_NAME,
    CHANGED,
    NO_NAME,
    SENTENCES,
    each_partner_signs,
)
from tests.journeys.reading import words_in
from tests.journeys.walk import Walk

AHEAD = date(2026, 3, 24)
TOO_EARLY = date(2026, 4, 1)
THE_DAY = date(2026, 4, 2)  # seven working days after the copies went
REPORT = "/p/quillshire/publications/wren-2026/"
RESPONSE = "/p/quillshire/publications/wren-2026-response/"
TITLE = "Wren: local child safeguarding practice review 2026"
ANSWER = "We accept every finding of this review."
PORTRAIT = "A lively baby who loved her grandmother's songs."
MENDED = A_NAME.replace("Zephyrine", "Wren")
PUBLIC_WORDS = (PORTRAIT, SENTENCES[0], NO_NAME, MENDED, CHANGED, SENTENCES[2])
TOLD = (
    "dorrit.farrowdene@council.quillshire.example",
    "ilvy.kaczmarowicz@reviewers.quillshire.example",
    "marigold.anstruther@council.quillshire.example",
)
APPROVERS = ("manager", "police")
LOOKED_IN = ("media", "court", "inquest")


def the_partners_decide_and_write_what_stands_around_it(walk: Walk) -> None:
    walk.moves_the_clock_to(AHEAD)
    walk.as_somebody("council")
    walk.takes(
        "Decide whether and how to publish",
        outcome="publish",
        reasons="Others can learn from it, and the family wishes it.",
        welfare="no",
    )
    walk.as_somebody("coordinator")
    walk.takes("Set the day and the hour of publication", publish_on=THE_DAY)
    walk.takes(
        "Write the summary and the content notice",
        summary="What we learned from the short life of a baby.",
        notice="This report describes injuries to a baby.",
        themes="Fathers\nBabies",
    )
    walk.takes(
        "Write the partnership’s response",
        text=f"# What we do\n\n{ANSWER}\n\n- Three days later we began to ask about fathers.",
    )


def what_could_identify_somebody_is_found(walk: Walk) -> None:
    walk.takes_nothing("Search for what could identify somebody")
    walk.follows("Search the report")
    walk.presses("Search this text")
    walk.sees("Not answered: 2", A_NAME, NO_NAME)
    walk.follows("Say that you have seen it")
    walk.presses("I have seen it")
    walk.follows("Ask the reviewer for other words than “Zephyrine”")
    walk.sees(A_NAME)
    walk.presses("Ask the reviewer")
    walk.sees("Other words were asked for on")
    walk.as_somebody("manager")
    walk.takes_nothing("Search for what could identify somebody")
    walk.follows("Read the report with its findings beside it")
    walk.follows("Keep it by exception: finding 1")
    walk.fills(reason="everyday_word", why="It is the name of a song.")
    walk.presses("Sign the exception")
    walk.sees("Signed by Sunniva Thackthorpe")


def one_word_is_kept_and_one_is_mended(walk: Walk) -> None:
    walk.as_somebody("police")
    walk.takes_nothing("Sign what may stay by exception")
    walk.follows("Sign it as the second body")
    walk.fills(reasons="Nobody is meant by it.")
    walk.presses("Sign the exception")
    walk.as_somebody("reviewer")
    walk.takes_nothing("Changes to your report")
    walk.follows("Accept the change")
    walk.sees(A_NAME, MENDED)
    walk.presses("Accept this change")


def the_partners_sign_the_version_as_it_stands(walk: Walk) -> None:
    each_partner_signs(walk)


def nothing_identifies_anybody_now(walk: Walk) -> None:
    walk.as_somebody("manager")
    walk.takes_nothing("Search for what could identify somebody")
    walk.sees("The text has changed since.")
    walk.follows("Search it again: The report")
    walk.presses("Search this text")
    walk.sees("Every confirmed finding is answered.", "Kept by exception: 1")
    walk.follows("Search the partnership’s response")
    walk.presses("Search this text")
    walk.does_not_see("Not answered: 1", "The text has changed since.")


def what_might_is_answered_with_reasons(walk: Walk) -> None:
    walk.as_somebody("coordinator")
    walk.takes_nothing("Search for what could identify somebody")
    left = walk.page.get_by_role("link", name="Say why it may stay")
    assert left.count(), walk.page.inner_text("main")
    while left.count():
        walk.follows("Say why it may stay")
        walk.fills(reason="needed", words="It leads to nobody; many are like this.")
        walk.presses("Let it stay")
    walk.sees("To look at: 0 that could identify somebody", "May stay:")
    walk.follows("Everything that was decided")
    walk.sees("It is the name of a song.", "It leads to nobody; many are like this.")


def it_is_looked_for_what_is_public_already(walk: Walk) -> None:
    walk.takes_nothing("Could somebody tell who it is?")
    walk.sees("Nobody has looked yet", "Nobody has tried yet")
    for source in LOOKED_IN:
        walk.follows("Write down what is public")
        walk.fills(
            source=source,
            where="The local papers and the lists of the courts",
            looked_on=AHEAD,
            nothing_found=True,
        )
        walk.sends()
        walk.sees("Nothing found")
    for duty in ("improvements", "reasons_why"):
        walk.takes(
            "Say where a report does what it has to",
            duty=duty,
            place="Before the first heading",
        )


def a_second_reader_cannot_tell_who_it_is(walk: Walk) -> None:
    walk.as_somebody("icb")
    walk.takes_nothing("Try as a stranger to find out who the text is about")
    walk.follows("Read it as the public will")
    walk.sees("Rehearsal", MENDED)
    walk.follows("Back to the case")
    walk.takes(
        "Try as a stranger to find out who the text is about",
        minutes=25,
        how="I searched for the song, the weeks and the town.",
        outcome="nobody",
    )


def two_approvers_of_different_bodies_approve_it(walk: Walk) -> None:
    for slug in APPROVERS:
        walk.as_somebody(slug)
        walk.takes_nothing("Approve exactly this text for publication")
        walk.follows("Read it first, as the public will")
        walk.sees("Rehearsal", MENDED, PORTRAIT)
        walk.does_not_see("Zephyrine", "Quarrington")
        walk.follows("Back to the case")
        walk.takes(
            "Approve exactly this text for publication",
            read_it=True,
        )
        walk.follows(
            "The partnership’s response: two approvers of different bodies approve"
        )
        walk.fills(read_it=True)
        walk.presses("Approve this text")
    both = "approved by Sunniva Thackthorpe (Quillshire partnership business unit) and"
    walk.sees(f"The report: {both}", f"The partnership’s response: {both}")


def the_family_and_the_national_bodies_have_it_first(walk: Walk) -> None:
    walk.as_somebody("family")
    walk.follows("the family")
    for about, words in (
        ("They were offered the draft report", "She read it and asked for one word."),
        ("They were told the day of publication", "That it is public on 2 April."),
    ):
        walk.follows("Record a contact with the family")
        walk.fills(
            member="Grandmother",
            happened_on=AHEAD,
            how="Visit",
            about=about,
            what_was_said=words,
        )
        walk.sends()
        walk.sees(words)
    walk.as_somebody("legal")
    walk.declares_no_interest()
    walk.takes(
        "Confirm that proceedings and orders allow publication",
        looked_at=[
            "Criminal proceedings, with the police or the CPS",
            "Orders of a court, and reporting restrictions",
        ],
        words="Nobody is charged; the police and the CPS were asked on 20 March.",
    )
    walk.as_somebody("coordinator")
    walk.opens_the_case()
    copy = words_in(walk.saves("for the Panel (PDF)"), "pdf")
    assert "ADVANCE COPY" in copy, copy[:500]
    walk.takes(
        "Send the report ahead to the Panel and the Secretary of State",
        sent_on=AHEAD,
        route="The Panel’s secure mailbox",
        proof="Receipt 5102",
    )
    walk.sees("Before publication", "the first day is 2 April 2026")


def it_is_not_public_before_its_day(walk: Walk) -> None:
    walk.moves_the_clock_to(TOO_EARLY)
    walk.as_somebody("manager")
    walk.takes_nothing("Publish the report")
    walk.presses("Publish the report")
    walk.sees("There is a problem", "It is not yet that day")
    for path in (REPORT, RESPONSE, f"{REPORT}wren-2026.pdf"):
        status, _ = walk.world.public_page(path)
        assert status == 404, (path, status)
    for path, data in walk.world.everything_public().items():
        assert "wren" not in words_in(data, path.rpartition(".")[2]).lower(), path


def it_is_published_on_its_day(walk: Walk) -> None:
    walk.moves_the_clock_to(THE_DAY)
    walk.as_somebody("manager")
    walk.takes_nothing("Publish the report")
    walk.sees("The day of publication has come")
    walk.presses("Publish the report")
    walk.sees("Published", "It stays at least until 2 April 2027")
    for address in TOLD:
        walk.reads_an_email(address, "published")


def anybody_finds_it_and_reads_it(walk: Walk) -> None:
    walk.opens(walk.world.public)
    walk.fills(q="fathers rarely asked about")
    walk.presses("Search")
    walk.follows(TITLE)
    assert walk.page.url == walk.world.public + REPORT
    walk.sees(*PUBLIC_WORDS, "Lead reviewer: Ilvy Kaczmarowicz", "2 April 2026")
    walk.sees("This report describes injuries to a baby.", "Where to find support")
    walk.does_not_see("Zephyrine", "Quarrington", SENTENCES[1], walk.reference)
    for form in ("pdf", "txt"):
        words = words_in(walk.world.public_bytes(f"{REPORT}wren-2026.{form}"), form)
        for sentence in PUBLIC_WORDS:
            assert sentence in words, (form, sentence, words[:2000])
    _, feed = walk.world.public_page("/feed.atom")
    assert f"<title>{TITLE}</title>" in feed, feed
    assert f'href="{walk.world.public}{REPORT}"' in feed, feed
    walk.follows("Partnership response")
    walk.sees(ANSWER)


def a_copy_goes_to_the_nspcc(walk: Walk) -> None:
    walk.as_somebody("coordinator")
    walk.takes(
        "Record the copy for the NSPCC's national repository",
        deposited_on=THE_DAY,
        words="Sent by email; the library answered the same day.",
    )
    walk.sees("A copy was sent 2 April 2026")
