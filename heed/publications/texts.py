"""The texts of a publication as they stand now, each put together from its sources."""

from collections.abc import Iterable
from datetime import date

from django.utils.text import slugify

from heed.cases.kept import rows_of
from heed.cases.models import Case, Child
from heed.cases.queries import children_of
from heed.library.queries import published_at
from heed.library.states import AREA_WITHHELD
from heed.partnership.models import Person
from heed.partnership.one_look import asked_once
from heed.publications.anonymous import is_anonymous, letters_for
from heed.publications.composing import PublicText, with_the_child
from heed.publications.lasting import published_before
from heed.publications.models import Paper
from heed.publications.small_numbers import counting_nobody
from heed.reviews.models import ChildPortrait, ReportVersion
from heed.reviews.queries import (
    appointments_of,
    changes_of,
    latest_report,
    portrait_of,
)
from heed.rulebook.editions import REGIMES

PUBLIC_NAMES = {
    Paper.Kind.REPORT: "local child safeguarding practice review",
    Paper.Kind.IMPROVEMENTS: "improvements after a review",
    Paper.Kind.SUMMARY: "summary and lessons of a review",
    Paper.Kind.RECOMMENDATIONS: "recommendations of a review and what came of them",
    Paper.Kind.RESPONSE: "the partnership’s response",
    Paper.Kind.STATEMENT: "statement",
    Paper.Kind.EASY_READ: "the review in easy read",
    Paper.Kind.ADDENDUM: "addendum to a review",
    Paper.Kind.FOLLOW_UP: "what came of a review",
}


def pseudonyms_of(case: Case) -> tuple[str, ...]:
    """The names chosen for the children; never their own."""
    return tuple(c.pseudonym for c in children_of(case) if c.pseudonym)


def who_they_are(children: Iterable[Child]) -> str:
    """The heading of the words on the child: "Who X is"; "Who X was" of one who died.
    It is whom the report is about that counts, not a brother who lives."""
    named = [child for child in children if child.pseudonym]
    about = [child for child in named if child.role == "subject"] or named
    lives = not about or any(child.status != "died" for child in about)
    names = " and ".join(child.pseudonym for child in about) or "the child"
    one, many = ("is", "are") if lives else ("was", "were")
    return f"Who {names} {many if len(about) > 1 else one}"


def title_of(paper: Paper) -> str:
    """The public title, made by us from the pseudonym and the year."""
    names = " and ".join(pseudonyms_of(paper.case)) or "A child"
    return f"{names}: {PUBLIC_NAMES[paper.kind]} {_year(paper)}"


def slug_of(paper: Paper) -> str:
    """The public address, made by us from the pseudonym and the year, and from letters
    where the area is withheld; one that is public already never changes."""
    letters = letters_for(paper.publication, paper.library_id)
    if paper.slug and (not letters or _stands_withheld(paper)):
        return paper.slug
    names = "-and-".join(pseudonyms_of(paper.case)) or "review"
    ending = "" if paper.kind == Paper.Kind.REPORT else f"-{slugify(paper.kind)}"
    first = slugify(f"{names}-{_year(paper)}") + ending.replace("_", "-") + letters
    taken = set(
        Paper.objects.filter(
            partnership_id=paper.partnership_id, slug__startswith=first
        )
        .exclude(pk=paper.pk)
        .values_list("slug", flat=True)
    )
    numbered = (f"{first}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (first, *numbered) if one not in taken)


def _stands_withheld(paper: Paper) -> bool:
    """Whether its address is the one that the library gave it among what names no area:
    another area's report of that name and year may have been there first."""
    there = published_at(AREA_WITHHELD, paper.slug)
    return there is not None and there.id == paper.library_id


@asked_once
def text_of(paper: Paper) -> PublicText | None:
    """All that becomes public of a paper as it stands now; None while there is none."""
    words = paper.words
    blocks, portrait = _source(paper)
    if blocks is None:
        return None
    title, names = title_of(paper), pseudonyms_of(paper.case)
    document = with_the_child(
        blocks,
        title=title,
        portrait=portrait,
        who=who_they_are(children_of(paper.case)),
        head_rows=words.get("head_rows", []),
        corrections=words.get("corrections", []),
        bold_headings=words.get("bold_headings", []),
        left_out=words.get("left_out", []),
        earlier=published_before(paper) if words.get("left_out") else (),
    )
    return PublicText(
        kind=paper.kind,
        slug=slug_of(paper),
        title=title,
        document=document,
        summary=words.get("summary", ""),
        notice=words.get("notice", ""),
        distressing=tuple(words.get("distressing", [])),
        themes=tuple(words.get("themes", [])),
        ages=tuple(words.get("ages", [])),
        readers=tuple(words.get("readers", [])),
        former_titles=tuple(words.get("former_titles", [])),
        pseudonyms=names,
        lead_reviewers=_reviewers(paper),
        facts=_facts(paper.case),
        area_withheld=is_anonymous(paper.publication),
        no_people=counting_nobody(document, words.get("no_people", [])),
        corrections=tuple(words.get("corrections", [])),
        corrected_on=tuple(map(date.fromisoformat, paper.corrected_on)),
    )


def public_since(paper: Paper) -> date | None:
    """Since which day a text is public; nothing of one that never was."""
    return paper.published_on if paper.published_hash else None


def authors_of(paper: Paper) -> set[str]:
    """Who ever wrote words of a text, whoever wrote last: none of them approves it. Of
    a report: whoever worded it, what stands around it, and who the child was."""
    known = {paper.written_by_id}
    if paper.kind == Paper.Kind.REPORT:
        portraits = rows_of(ChildPortrait, paper.case)
        known |= set(portraits.values_list("written_by_id", flat=True))
        known |= who_worded(paper.case)
    return {*paper.writers, *map(str, known - {None})}


def who_worded(case: Case) -> set[str]:
    """Who wrote a report: who lodged a version, and whose changes were accepted and are
    not only what the search suggested."""
    accepted = (c for c in changes_of(case) if c.answer == "accepted")
    worded = [c for c in accepted if not c.as_suggested]
    # Before it was kept whose words a change is, its name alone was: whoever bears it.
    unknown = {c.proposed_by for c in worded if c.proposer_id is None}
    named = (
        Person.objects.filter(name__in=unknown) if unknown else Person.objects.none()
    )
    known = {*(c.proposer_id for c in worded), *(one.pk for one in named)}
    return {*who_lodged(case), *map(str, known - {None})}


def who_lodged(case: Case) -> set[str]:
    """Who lodged any version of a report."""
    lodged = rows_of(ReportVersion, case).values_list("lodged_by_id", flat=True)
    return set(map(str, lodged))


def uploaded_behind(paper: Paper) -> tuple[dict | None, dict | None, str]:
    """The blocks, the hidden parts and the name of the file that a text came from."""
    if paper.kind != Paper.Kind.REPORT:
        name = paper.document.name if paper.document else ""
        return paper.words.get("blocks"), paper.words.get("hidden"), name
    version = latest_report(paper.case)
    while version and version.made_from_id:
        version = version.made_from
    if version is None:
        return None, None, ""
    name = version.document.name if version.document else ""
    return version.blocks, version.hidden, name


def _source(paper: Paper) -> tuple[dict | None, str]:
    if paper.kind != Paper.Kind.REPORT:
        return paper.words.get("blocks"), ""
    report = latest_report(paper.case)
    portrait = portrait_of(paper.case)
    return report and report.blocks, portrait.words if portrait else ""


def _reviewers(paper: Paper) -> tuple[str, ...]:
    if paper.kind != Paper.Kind.REPORT:
        return ()
    standing = [a.person.name for a in appointments_of(paper.case) if a.stands]
    report = latest_report(paper.case)
    return tuple(standing or [report.lodged_by.name])


def _facts(case: Case) -> tuple[tuple[str, str], ...]:
    title = next((r.title for r in REGIMES if r.slug == case.working_together), "")
    return (("Guidance followed", title),) if title else ()


def _year(paper: Paper) -> int:
    planned = paper.publication.planned_on
    return planned.year if planned else paper.written_at.year
