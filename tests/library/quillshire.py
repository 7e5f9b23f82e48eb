"""A small library of the fictional area Quillshire, with one publication of each sort.

    python -m tests.library.quillshire

fills the library's database of the environment. No real person, place or review.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from heed.papers import blocks
from heed.papers.blocks import Run
from heed.papers.write_pdf import write_pdf

AT = datetime(2025, 1, 14, 9, 0, tzinfo=UTC)
REVIEW = UUID("0f0f0f0f-0000-4000-8000-00000000000a")


def number(n):
    return UUID(f"0f0f0f0f-0000-4000-8000-{n:012x}")


GOLDCREST = number(1)
WITHDRAWN = number(2)

PUBLICATIONS = "/p/quillshire/publications/"
PATHS = (
    "/",
    "/publications/",
    "/publications/?kind=briefing&year=2025&theme=information-sharing",
    "/search/",
    "/search/?q=bruising+at+home",
    "/search/?q=nothing-of-the-kind",
    "/what-is-a-review/",
    "/briefings/",
    "/themes/",
    "/themes/information-sharing/",
    "/data/",
    "/p/quillshire/briefings/",
    "/p/quillshire/themes/",
    "/p/quillshire/themes/bruising-in-babies-who-cannot-move/",
    "/p/quillshire/data/",
    "/p/quillshire/",
    "/p/brackenholt/",
    PUBLICATIONS,
    f"{PUBLICATIONS}?kind=other",
    "/p/quillshire/search/?q=bruising",
    "/p/quillshire/what-is-a-review/",
    "/p/quillshire/who-can-refer/",
    "/p/quillshire/how-to-refer/",
    "/p/quillshire/support/",
    "/p/quillshire/accessibility/",
    "/p/quillshire/privacy/",
    f"{PUBLICATIONS}goldcrest/",
    f"{PUBLICATIONS}goldcrest-briefing/",
    f"{PUBLICATIONS}goldcrest-response/",
    f"{PUBLICATIONS}redstart/",
    f"{PUBLICATIONS}avocet/",
    f"{PUBLICATIONS}wren/",
    f"{PUBLICATIONS}statement/",
    f"{PUBLICATIONS}l-2016-02/",
    "/p/area-withheld/publications/learning-summary/",
)
"""Every sort of page that a reader may open."""

ONE_OF_EACH_SORT = (
    "/",
    "/p/quillshire/",
    f"{PUBLICATIONS}?kind=briefing",
    "/p/quillshire/themes/information-sharing/",
    "/p/quillshire/themes/",
    "/data/",
    "/p/quillshire/search/?q=bruising+at+home",
    "/search/?q=nothing-of-the-kind",
    "/p/quillshire/what-is-a-review/",
    "/p/quillshire/how-to-refer/",
    f"{PUBLICATIONS}goldcrest/",
    f"{PUBLICATIONS}goldcrest-briefing/",
    f"{PUBLICATIONS}statement/",
    f"{PUBLICATIONS}l-2016-02/",
)

WHO_GOLDCREST_WAS = (
    (
        "Goldcrest was ten weeks old. Her mother chose that name for this report, after "
        "the smallest bird in the garden at her grandmother’s house."
    ),
    (
        "She grew quiet when somebody sang to her, and she had just begun to smile back. "
        "Her brother, who was three, called her “my baby” and showed her his trains."
    ),
)

REPORT = (
    blocks.heading(2, "Why there was a review"),
    blocks.paragraph(
        "In the spring of 2024 Goldcrest was taken to hospital by ambulance. She did not "
        "get better, and she died four days later. The safeguarding partners decided that "
        "a local child safeguarding practice review could help to keep other babies safe."
    ),
    blocks.paragraph(
        "The review looked at the nine months from the first midwife’s appointment. It "
        "asked what it was like to work with this family at that time, not only what "
        "should have been done."
    ),
    blocks.heading(2, "What happened"),
    blocks.paragraph(
        "Goldcrest was born a little early. Health visitors saw her four times. At the "
        "third visit a small bruise was seen and was written down, but nobody asked a "
        "paediatrician to look at it."
    ),
    blocks.heading(3, "The last week"),
    blocks.paragraph(
        "Goldcrest was not brought to an appointment at the clinic. A letter was sent. "
        "Two days later a neighbour called the out-of-hours team about crying."
    ),
    blocks.heading(2, "What we found"),
    blocks.paragraph(
        "Three things stood out, and each has been seen in reviews before."
    ),
    blocks.heading(3, "A bruise was seen and not asked about"),
    blocks.paragraph(
        "The guidance on bruising in babies who cannot move by themselves was known. "
        "People did not use it because the bruise was small, the family was friendly, and "
        "the next visit was soon."
    ),
    blocks.heading(3, "Nobody knew who was at home"),
    blocks.paragraph(
        "Goldcrest’s father lived with the family for most of the time. He was not in any "
        "record, because each service asked the mother only about herself."
    ),
    blocks.table(
        [
            ["Midwife", "Mother", "No"],
            ["Health visitor", "Mother and brother", "No"],
            ["Family doctor", "Mother", "No"],
            ["Housing", "Mother and father", "Yes"],
        ],
        header=["Service", "Who was on the record", "Was the father known?"],
        caption="Who each service knew of",
    ),
    blocks.heading(3, "What was known was not shared"),
    blocks.paragraph(
        "Housing knew that the father was there. Police knew that he had been asked to "
        "leave another home. The health visitor knew neither. There was no rule against "
        "sharing it; there was no time set aside to do so."
    ),
    blocks.heading(2, "What worked well"),
    blocks.paragraph(
        "The ambulance crew and the children’s ward looked after Goldcrest’s brother as "
        "well as her parents. A nurse found his trains."
    ),
    blocks.heading(2, "Recommendations"),
    blocks.paragraph("The partnership has accepted all of them."),
    blocks.listing(
        "Health: every bruise on a baby who cannot move is seen by a paediatrician the "
        "same day. By June 2025.",
        "All: ask in every first visit who lives here, who stays here and who helps, and "
        "write it down. By March 2025.",
        "Housing and police: tell the health visitor when an adult joins a home with a "
        "baby in it. By September 2025.",
        ordered=True,
    ),
    blocks.paragraph(
        "They follow ",
        Run("the guidance on working together", link="https://www.gov.uk/guidance"),
        ".",
    ),
)

SHOWN_BY = (
    (
        "Information sharing",
        "p10",
        "There was no rule against sharing it; there was no time set aside to do so.",
    ),
    (
        "Information sharing",
        "list1-3",
        (
            "Housing and police: tell the health visitor when an adult joins a home with a "
            "baby in it."
        ),
    ),
    (
        "Bruising in babies who cannot move",
        "p5",
        (
            "At the third visit a small bruise was seen and was written down, but nobody "
            "asked a paediatrician to look at it."
        ),
    ),
)
"""A theme, a place and the sentence that shows it. The last stands in a part that is
marked, and tells of an injury besides."""

BRIEFING = (
    ("Background", "Goldcrest died in 2024, when she was ten weeks old."),
    ("What happened", "A small bruise was seen at a visit and was not asked about."),
    ("What we found", "Nobody knew who was at home. What was known was not shared."),
    ("What worked well", "The ward looked after Goldcrest’s brother too."),
    ("Learning", "A bruise on a baby who cannot move is never too small to ask about."),
    ("What to do differently", "Ask who lives here, who stays here and who helps."),
    ("Questions", "Whom have you not met in the last home that you visited?"),
)


def a_report():
    child = (blocks.paragraph(words) for words in WHO_GOLDCREST_WAS)
    return blocks.document(
        blocks.heading(1, "Goldcrest"),
        blocks.heading(2, "Who Goldcrest was"),
        *child,
        *REPORT,
        title="Goldcrest",
    )


def a_briefing():
    boxes = (
        part
        for heading, words in BRIEFING
        for part in (blocks.heading(2, heading), blocks.paragraph(words))
    )
    return blocks.document(blocks.heading(1, "Goldcrest"), *boxes, title="Goldcrest")


def bundles():
    """Everything that Quillshire has published, in the order in which it was."""
    from heed.library.bundles import Bundle
    from heed.library.dates import PublicDate
    from heed.library.states import AREA_WITHHELD, Kind, State

    report = Bundle(
        publication_id=GOLDCREST,
        version=1,
        publisher="quillshire",
        slug="goldcrest",
        kind=Kind.REPORT,
        title="Goldcrest: a local child safeguarding practice review",
        document=blocks.to_json(a_report()),
        pseudonyms=("Goldcrest",),
        summary="What can be learned from the short life of a baby girl.",
        lead_reviewers=("Ilvy Kaczmarowicz",),
        facts=(
            ("How old the child was", "10 weeks"),
            ("How it was done", "Learning Together"),
        ),
        review_id=REVIEW,
        published=PublicDate("2025-01-14"),
        reported=PublicDate("2024-11"),
        happened=PublicDate("2024"),
        stays_until=date(2026, 1, 14),
        themes=(
            "Under-ones",
            "Bruising in babies who cannot move",
            "Information sharing",
        ),
        shown_by=SHOWN_BY,
        child_anchor="h2",
        content_notice="The next part says how a baby was hurt.",
        distressing=("h4",),
        pdf=write_pdf(a_report()),
    )
    plain = replace(
        report,
        child_anchor="",
        content_notice="",
        distressing=(),
        lead_reviewers=(),
        facts=(),
        pdf=b"",
        shown_by=(),
        themes=("Information sharing",),
        reported=PublicDate(),
        happened=PublicDate(),
    )

    def other(n, kind, title, *, slug, words, **changes):
        paper = blocks.document(blocks.heading(2, title), blocks.paragraph(words))
        changes = {"document": blocks.to_json(paper), "summary": words, **changes}
        changes = {"review_id": None, "pseudonyms": (), **changes}
        made = replace(plain, publication_id=number(n), kind=kind, title=title)
        return replace(made, slug=slug, **changes)

    return [
        report,
        other(
            3,
            Kind.BRIEFING,
            "Goldcrest: a seven-minute briefing",
            slug="goldcrest-briefing",
            words="Ask who lives here, who stays here and who helps.",
            document=blocks.to_json(a_briefing()),
            review_id=REVIEW,
        ),
        other(
            4,
            Kind.RESPONSE,
            "Our response to the review about Goldcrest",
            slug="goldcrest-response",
            words="We accept every recommendation. This is what we have done so far.",
            review_id=REVIEW,
        ),
        other(
            5,
            Kind.IMPROVEMENTS,
            "Redstart: what has been improved",
            slug="redstart",
            words="What services in Quillshire do differently now for teenagers at home.",
            state=State.IMPROVEMENTS_ONLY,
            published=PublicDate("2024-06"),
            themes=("Children not in school",),
        ),
        other(
            6,
            Kind.BRIEFING,
            "Avocet: learning for now",
            slug="avocet",
            words="The report waits for a trial. The learning does not.",
            state=State.REPORT_DELAYED,
            published=PublicDate("2025-12-02"),
        ),
        other(
            7,
            Kind.REPORT,
            "Wren: three young people and the harm outside their homes",
            slug="wren",
            words="Two partnerships looked together at what happened.",
            state=State.JOINT,
            joint_with=("brackenholt",),
            published=PublicDate("2025-05-21"),
            themes=("Criminal exploitation",),
        ),
        other(
            8,
            Kind.LEARNING_SUMMARY,
            "A learning summary from another area",
            slug="learning-summary",
            words="What was learned about a child who was taught at home.",
            publisher=AREA_WITHHELD,
            state=State.AREA_WITHHELD,
            themes=("Children not in school",),
        ),
        other(
            2,
            Kind.STATEMENT,
            "A statement that was withdrawn",
            slug="statement",
            words="Words that nobody should be able to read any more.",
        ),
    ]


def fill():
    """Publish it all, and take one down again."""
    from heed.library import actions
    from heed.library.bundles import LegacyEntry, Line, PublisherCard
    from heed.library.dates import PublicDate
    from heed.library.states import AREA_WITHHELD

    unit = Line(name="Business unit", words="01632 960100", link="tel:01632960100")
    # As long as an address is: it may not make a page scroll sideways.
    mail = "referrals@partnership.quillshire.example"
    post = Line(name="Email", words=mail, link=f"mailto:{mail}")
    names = {
        "quillshire": ("Quillshire Safeguarding Children Partnership", "#17444f"),
        "brackenholt": ("Brackenholt Safeguarding Children Partnership", "#5b2a4e"),
        AREA_WITHHELD: ("A partnership that is not named", "#3b4650"),
    }
    for slug, (name, colour) in names.items():
        card = PublisherCard(slug=slug, version=1, name=name, colour=colour)
        actions.receive_publisher(replace(card, contact=(unit, post)), at=AT)
    for n, bundle in enumerate(bundles()):
        actions.receive(bundle, at=AT + timedelta(minutes=n))
    actions.withdraw(WITHDRAWN, 2, at=AT + timedelta(days=2))
    legacy = LegacyEntry(
        id="L-2016-02",
        title="Child Q2",
        publisher="Quillshire Safeguarding Children Partnership",
        published=PublicDate("2016"),
        image_only=True,
    )
    actions.enter_all([legacy], at=AT)


if __name__ == "__main__":
    import django

    django.setup()
    fill()
