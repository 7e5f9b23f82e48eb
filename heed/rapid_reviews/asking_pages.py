"""The questions of the full agency summary on pages: one thing a page. The pages are
those of the referral form, with other questions."""

from heed.papers.questions import Section, key
from heed.papers.questions.agency import AGENCY_SUMMARY
from heed.rapid_reviews.understanding import in_words
from heed.referrals.paging import Page, numbers_in
from heed.rulebook.agency_summary import AUTHOR

Split = tuple[tuple[str, str, tuple[str, ...]], ...]

SPLIT: dict[str, Split] = {
    "author": (
        ("you", "", ("name", "role", "email", "phone")),
        ("independence", "", ("independence",)),
    ),
    "known": (
        ("involvement", "", ("involvement",)),
        ("when", "When you were involved", ("period_from", "period_to")),
        ("systems", "", ("systems",)),
    ),
    "done": (
        ("immediate-actions", "", ("immediate_actions",)),
        ("investigation", "", ("investigation",)),
        ("other-agencies", "", ("other_agencies",)),
        ("opinion", "", ("opinion",)),
    ),
    "records": (
        ("method", "", ("method",)),
        ("secured", "Your records", ("secured", "secured_on")),
        ("sensitive", "", ("sensitive",)),
    ),
}
ONE_BY_ONE = frozenset({"involved", "practice"})


def part(slug: str) -> Section:
    """A part of the summary. Raises KeyError when there is none."""
    return {each.slug: each for each in AGENCY_SUMMARY}[slug]


def pages_of(slug: str, number: int = 1) -> tuple[Page, ...]:
    """The pages of a part, in their order. Raises KeyError for no such part."""
    found = part(slug)
    by_slug = {question.slug: question for question in found.questions}
    return tuple(
        Page(
            section=found,
            slug=name,
            title=title or found.title,
            questions=tuple(by_slug[each] for each in slugs),
            number=number,
        )
        for name, title, slugs in _split(found)
    )


def _split(section: Section) -> Split:
    slugs = tuple(question.slug for question in section.questions)
    if section.slug in ONE_BY_ONE:
        return tuple((slug.replace("_", "-"), "", (slug,)) for slug in slugs)
    return SPLIT.get(section.slug, (("all", "", slugs),))


def page_of(slug: str, name: str, number: int = 1) -> Page:
    """One page of a part. Raises KeyError when there is none."""
    return {page.slug: page for page in pages_of(slug, number)}[name]


def page_after(page: Page) -> Page | None:
    """The page of the same part that follows."""
    pages = pages_of(page.section.slug, page.number)
    place = pages.index(page) + 1
    return pages[place] if place < len(pages) else None


def answered_in(answers: dict[str, object], section: Section) -> int:
    """How many people or statements were written about; or how many questions were
    answered, where a part is asked once."""
    if section.each:
        return len(numbers_in(answers, section.slug))
    return sum(key.startswith(f"{section.slug}.") for key in answers)


def parts_of(request) -> list[Section]:
    """The parts that an organisation is asked: all, or those that are wanted anew and
    who says so."""
    wanted = request.wanted and {AUTHOR.slug, *request.wanted}
    return [each for each in AGENCY_SUMMARY if not wanted or each.slug in wanted]


def entries_of(door, section: Section) -> list[dict]:
    """What was written of each person or statement, with where it is changed."""
    answers, slug = door.answers, section.slug
    return [
        {
            "rows": rows_of(section, answers, number),
            "change": door.to("page_of", slug, number, _first(slug)),
            "drop": door.to("drop", slug, number),
        }
        for number in numbers_in(answers, slug)
    ]


def address_of_another(door, section: Section) -> str:
    """Where one more person or statement is written about."""
    slug = section.slug
    number = max(numbers_in(door.answers, slug), default=0) + 1
    return door.to("page_of", slug, number, _first(slug))


def address_after(door, page: Page) -> str:
    """The next page of a part; after its last, where the part ends."""
    following, slug = page_after(page), page.section.slug
    if following and page.of_several:
        return door.to("page_of", slug, page.number, following.slug)
    if following:
        return door.to("page", slug, following.slug)
    return door.to("part", slug) if page.of_several else door.to("tasks")


def _first(slug: str) -> str:
    return pages_of(slug)[0].slug


def rows_of(section: Section, answers: dict, number: int = 1) -> list[tuple[str, str]]:
    """The questions of a part that were answered, each with the answer in words."""
    said = {
        question.label: in_words(
            f"{section.slug}.{question.slug}",
            answers.get(key(section, question, number)) or "",
        )
        for question in section.questions
    }
    return [(label, words) for label, words in said.items() if words]


def told_in_words(answers: dict | None) -> list[dict]:
    """A summary part by part, in the words of the form: only what was answered, and
    what of a paper was not understood, in the paper's words."""
    told = []
    for section in AGENCY_SUMMARY:
        numbers = numbers_in(answers or {}, section.slug) if section.each else [1]
        for place, number in enumerate(numbers, 1):
            title = f"{section.title} ({place})" if section.each else section.title
            if rows := rows_of(section, answers or {}, number):
                told.append({"title": title, "part": section.slug, "rows": rows})
    if unread := (answers or {}).get("unread"):
        rows = [(label or "Without a question", words) for label, words in unread]
        told.append({"title": "Kept in the paper’s words", "rows": rows})
    return told
