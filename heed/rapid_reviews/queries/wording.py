"""What a partnership quotes beside our words where it decides."""

from dataclasses import dataclass

from django.http import Http404

from heed.rapid_reviews.models import RuleWording
from heed.rulebook.criteria.questions import Question
from heed.rulebook.criteria.records import DR_2, DR_3
from heed.rulebook.sources import GOOD_PRACTICE

WORDED = (DR_3, DR_2)


@dataclass(frozen=True)
class WordedRule:
    """One question of a decision record, and what a partnership quotes beside it."""

    place: str
    question: Question
    own: str


def place_of(record, question: Question) -> str:
    """The name under which words beside a question are kept."""
    return f"{record.slug}.{question.slug}"


def words_beside(partnership) -> dict[str, str]:
    """What a partnership quotes, by place; nothing where our words stand alone."""
    said = RuleWording.objects.filter(partnership=partnership)
    latest = dict(said.values_list("place", "words"))
    return {place: words for place, words in latest.items() if words}


def beside_questions(partnership, record) -> dict[str, str]:
    """The same for one decision record, by the question."""
    said = words_beside(partnership)
    return {
        each.slug: said[place]
        for each in record.questions
        if (place := place_of(record, each)) in said
    }


def worded_rules(partnership) -> list[tuple[str, list[WordedRule]]]:
    """Every question that may have words beside it, under its record."""
    said = words_beside(partnership)
    return [
        (
            f"{record.reference}: {record.title}",
            [
                WordedRule(place, each, said.get(place, ""))
                for each in record.questions
                if each.source != GOOD_PRACTICE  # it has no words of its own
                for place in [place_of(record, each)]
            ],
        )
        for record in WORDED
    ]


def worded_rule(partnership, place: str) -> WordedRule:
    """One of them; Http404 for a place that there is not."""
    for _, rules in worded_rules(partnership):
        for rule in rules:
            if rule.place == place:
                return rule
    raise Http404
