"""The questions of the referral form, a few to a page."""

from dataclasses import dataclass

from heed.papers.questions import REFERRAL, Question, Section, key, section

Split = tuple[tuple[str, str, tuple[str, ...]], ...]

SPLIT: dict[str, Split] = {
    "safety": (
        ("risk", "", ("at_risk",)),
        ("now", "Tell us about the risk", ("who", "told")),
    ),
    "referrer": (
        ("you", "About you", ("name", "capacity", "role", "organisation")),
        (
            "reach",
            "How we can reach you",
            ("email", "phone", "address", "withhold", "contact_note"),
        ),
    ),
    "child": (
        ("name", "Who is this child?", ("role", "given", "family", "aka")),
        ("how", "", ("status",)),
        ("born", "Birth and age", ("dob", "edd", "date_of_death", "age_text")),
        (
            "about",
            "More about this child",
            ("sex", "ethnicity", "language", "nhs_number"),
        ),
        (
            "home",
            "Where this child lives and learns",
            ("address", "address_withheld", "whereabouts", "school"),
        ),
        (
            "care",
            "Courts, care and plans",
            ("legal_status", "plan_history", "responsible_la"),
        ),
    ),
    "adult": (
        ("name", "Who is this adult?", ("name", "aka", "relationship", "to", "dob")),
        ("more", "More about this adult", ("address", "suspected")),
    ),
    "incident": (
        (
            "when",
            "When and where it happened",
            ("date", "time", "place", "area", "country"),
        ),
        ("what", "What happened", ("what", "harm")),
    ),
    # The day of sending is known to us; a form on paper has to ask for it.
    "declaration": (("sign", "Sign, if you wish", ("signed",)),),
}
NOT_ASKED_HERE = frozenset({"declaration.date", "papers.files"})
PAPERS = "papers"


@dataclass(frozen=True)
class Page:
    """One page of the form: some questions of a section, about one child or adult."""

    section: Section
    slug: str
    title: str
    questions: tuple[Question, ...]
    number: int = 1

    def key(self, question: Question) -> str:
        return key(self.section, question, self.number)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self.key(question) for question in self.questions)

    @property
    def keeps_while_written(self) -> bool:
        """Whether what is typed is kept before it is saved. An answer at which the desk
        is alerted is not given before somebody means it."""
        return self.slug != "risk"

    @property
    def number_in_form(self) -> str:
        """Where the page stands, in words that tell nobody what it asks."""
        part = REFERRAL.index(self.section) + 1
        pages = [each.slug for each in pages_of(self.section.slug)]
        return f"part {part}, page {pages.index(self.slug) + 1}"

    @property
    def of_several(self) -> bool:
        return bool(self.section.each)


def pages_of(slug: str, number: int = 1) -> tuple[Page, ...]:
    """The pages of a section, in their order. Raises KeyError for no such section."""
    found = section(slug)
    split = SPLIT.get(slug) or (
        ("all", found.title, tuple(question.slug for question in found.questions)),
    )
    by_slug = {question.slug: question for question in found.questions}
    return tuple(
        Page(
            section=found,
            slug=name,
            title=title or found.title,
            questions=tuple(by_slug[each] for each in slugs),
            number=number,
        )
        for name, title, slugs in split
    )


def page_of(slug: str, name: str, number: int = 1) -> Page:
    """One page of a section. Raises KeyError when there is none."""
    return {page.slug: page for page in pages_of(slug, number)}[name]


def next_page(page: Page, answers: dict) -> Page | None:
    """The page of the section that follows, if it still asks something."""
    pages = pages_of(page.section.slug, page.number)
    after = pages[pages.index(page) + 1 :]
    return next((each for each in after if asks_something(each, answers)), None)


def asks_something(page: Page, answers: dict) -> bool:
    """Whether any question of a page is opened by what was answered before."""
    return any(is_opened(page, question, answers) for question in page.questions)


def is_opened(page: Page, question: Question, answers: dict) -> bool:
    """Whether a question is to be asked, given the answers of its section."""
    if question.only_if is None:
        return True
    other, opening = question.only_if
    if other in {each.slug for each in page.questions}:
        return True  # it stands on the same page, beside the answer that opens it
    by_slug = {each.slug: each for each in page.section.questions}
    return answers.get(page.key(by_slug[other])) in opening


def numbers_in(answers: dict, slug: str) -> list[int]:
    """Which children, adults, … something was said about, in order."""
    found = {
        int(parts[1])
        for parts in (key.split(".") for key in answers)
        if parts[0] == slug and len(parts) == 3 and parts[1].isdigit()  # noqa: PLR2004
    }
    return sorted(found)


def sections_asked() -> tuple[Section, ...]:
    """The sections of the form on this website."""
    return REFERRAL


def is_asked_here(name: str) -> bool:
    """Whether a key is that of a question on this website."""
    parts = name.split(".")
    known = {
        (section.slug, question.slug)
        for section in REFERRAL
        for question in section.questions
    }
    return (parts[0], parts[-1]) in known and name not in NOT_ASKED_HERE
