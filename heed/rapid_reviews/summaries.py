"""A full summary as it is kept: what of it stands where every answer has its place.
Nothing here reads a database."""

from collections.abc import Iterable
from typing import Any

from heed.rapid_reviews.differing import Told
from heed.rapid_reviews.models import AgencyAnswer
from heed.referrals.paging import numbers_in
from heed.rulebook.agency_summary import Involvement

Facts = dict[str, Any]
CHRONOLOGY = "agency_chronology"
TELLS = ("involved.", "statement.", "practice.", "done.", "person.", "unread")
NOBODY = (
    "You say that you knew nobody. Say so on the short page: it asks for whom and "
    "where you searched, so that it is not taken for silence."
)
WHO = "Say who writes this: your name, under “About you”."
NOTHING = (
    "Nothing is written yet. Write what you knew and did, or send a paper; a few "
    "sentences will do."
)


def lacks(facts: Facts, *, papers: bool) -> str:
    """What must be said before a summary can be sent, as a sentence; "" if nothing."""
    tells = papers or any(key.startswith(TELLS) for key in facts)
    if facts.get("known.involvement") == Involvement.NO and not tells:
        return NOBODY
    if not tells:
        return NOTHING
    return "" if facts.get("author.name") else WHO


GAPS = {
    "known.involvement": "Whether the agency was involved with the child or the family",
    "author.independence": "Whether who writes this is independent of the case",
    "checked.by": "Who has read it before it is sent, and did not write it",
    "records.secured": "Whether the records are secured",
    "involved.voice": "What the child said or showed",
}


def open_in(facts: Facts) -> list[str]:
    """What a summary leaves open that the review will ask for. It stops nothing."""
    return [words for key, words in GAPS.items() if not facts.get(key)]


def to_send(answers: Facts) -> Facts:
    """What of a draft is the summary: not what stood on the short page, and not which
    papers were looked at."""
    own = ("short.", "taken")
    return {key: said for key, said in answers.items() if not key.startswith(own)}


def kind_of(facts: Facts, *, papers: Iterable) -> str:
    """A summary, or a chronology that came alone."""
    tells = any(key.startswith(TELLS) for key in facts)
    alone = not tells and any(paper.purpose == CHRONOLOGY for paper in papers)
    return AgencyAnswer.Kind.CHRONOLOGY if alone else AgencyAnswer.Kind.FULL


def columns_of(facts: Facts) -> dict[str, Any]:
    """The answers that have a place of their own beside the whole."""
    since, until = facts.get("known.period_from"), facts.get("known.period_to")
    period = f"{since or 'Not stated'} to {until or 'now'}" if since or until else ""
    return {
        "author": _joined(facts, "author.name", "author.role"),
        "words": {
            "checked_by": _joined(facts, "checked.by", "checked.role"),
            "systems_searched": facts.get("known.systems"),
            "period": period,
            "summary": facts.get("involved.summary"),
            "worked_well": facts.get("practice.good_practice"),
            "learning": facts.get("practice.learning"),
            "immediate_actions": facts.get("done.immediate_actions"),
            "other_agencies": facts.get("done.other_agencies"),
        },
    }


SAID_IN_SHORT = {
    "summary": "involved.summary",
    "worked_well": "practice.good_practice",
    "learning": "practice.learning",
    "immediate_actions": "done.immediate_actions",
    "other_agencies": "done.other_agencies",
    "systems_searched": "known.systems",
}


def facts_that_stand(
    wanted: Iterable[str], before: AgencyAnswer | None, facts: Facts, words: Facts
) -> Facts:
    """The full summary that an answer in short adds to, where some parts of it were
    asked anew: what it said to all others stands."""
    earlier = (before.facts if before else None) or {}
    if not wanted or "author.name" in facts:
        return facts
    new = {
        key: words[name]
        for name, key in SAID_IN_SHORT.items()
        if words.get(name) and key.partition(".")[0] in wanted
    }
    return (earlier | new | facts) if earlier else facts


def _joined(facts: Facts, *keys: str) -> str:
    return ", ".join(facts[key] for key in keys if facts.get(key))


def told_of_people(who: str, facts: Facts) -> list[Told]:
    """What a summary says of each person, as the agency's own records have them."""
    told = []
    for number in numbers_in(facts, "person"):
        said = {
            name: facts.get(f"person.{number}.{name}", "")
            for name in ("name", "dob", "relationship", "seen_on", "seen_by")
        }
        told.append(Told(who=who, born=said.pop("dob"), **said))
    return told
