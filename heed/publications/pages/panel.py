"""The panel of publication on the case page."""

from heed.cases.models import Case
from heed.publications import queries
from heed.publications.ahead import not_material_of
from heed.publications.availability import first_day_to_remove
from heed.publications.copies import copies_to_take
from heed.publications.facts import BODIES
from heed.publications.gate import what_bars
from heed.publications.handed import refused_of, waiting_hand_overs
from heed.publications.models import Publication
from heed.publications.pages.states import moment_in_words, of_release
from heed.publications.texts import text_of, title_of
from heed.rulebook.clocks import OWN_SITE_CHECK
from heed.rulebook.counting import due
from heed.rulebook.outcomes import label
from heed.rulebook.process.stages import PUBLISHING, REVIEWING


def panel(case: Case, person, at) -> dict | None:
    """The gate as everybody sees it, and what stands in public."""
    publication = queries.publication_of(case)
    if publication is None:
        return {"begun": False} if case.stage in PUBLISHING else None
    settled = publication.published_on is not None
    show_gate = _is_changed(publication) if settled else _is_begun(case, publication)
    facts, items = queries.facts_as_published(publication, at=at), []
    now = facts
    if show_gate:
        now, items = queries.gate_of(publication, at=at, correction=settled)
        facts = facts if settled else now
    return {
        "begun": True,
        "publication": publication,
        "decided": label(publication.decision) if publication.decision else "",
        "proposed": label(publication.proposed_decision)
        if publication.proposed_decision
        else "",
        "answers": queries.answers_on(publication),
        "items": items,
        "is_open": not what_bars(items),
        "show_gate": show_gate,
        "facts": facts,
        "early": label(facts.early_reason) if facts.early_reason else "",
        "copies": queries.copies_of(publication),
        "not_material": not_material_of(publication),
        "comments": queries.comments_on(publication),
        "papers": [
            {"paper": paper, "title": title_of(paper)}
            for paper in queries.papers_of(publication)
        ],
        "sent_back": _sent_back(publication),
        "ahead": [
            {"paper": paper, "title": title_of(paper), "waits": waits}
            for paper, waits in copies_to_take(publication, now)
        ],
        "bodies": list(BODIES.items()),
        "waiting": waiting_hand_overs(publication),
        "refused": refused_of(publication),
        "moment": moment_in_words(case) if publication.planned_for else "",
        **of_release(publication),
        "next_check": _next_check(publication),
        "stays_until": first_day_to_remove(publication) if settled else None,
    }


def _is_begun(case: Case, publication: Publication) -> bool:
    """Whether a publication is on its way. Of a case that ended without a review,
    courts alone were asked, for a briefing."""
    return case.stage in REVIEWING | PUBLISHING or bool(publication.decision)


def _sent_back(publication: Publication) -> list:
    """What went back to its author and waits: whoever reads the case reads why."""
    papers = queries.papers_ahead_of(publication)
    texts = [(paper, text) for paper in papers if (text := text_of(paper))]
    return [
        each for paper, text in texts for each in queries.waits_for_author(paper, text)
    ]


def _is_changed(publication: Publication) -> bool:
    """Whether a text is now another than the one that is public."""
    return any(
        (text := text_of(paper)) and text.content_hash != paper.published_hash
        for paper in queries.papers_of(publication)
    )


def _next_check(publication: Publication):
    if publication.place != Publication.Place.OWN_SITE:
        return None
    last = publication.checks.last()
    return due(OWN_SITE_CHECK, last.checked_on if last else publication.published_on)
