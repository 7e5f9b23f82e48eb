"""What an agency answered, in words."""

from django import template
from django.template.defaultfilters import linebreaksbr

from heed.rapid_reviews import queries
from heed.rapid_reviews.asking_pages import told_in_words as in_parts
from heed.rapid_reviews.by_pseudonym import called
from heed.rapid_reviews.summaries import open_in

register = template.Library()


@register.filter
def told_in_words(facts):
    """A full summary part by part; nothing where there is none."""
    return in_parts(facts)


@register.filter
def still_open(answer):
    """What a full summary leaves open that the review asks for."""
    full = answer.kind == answer.Kind.FULL
    return open_in(answer.facts or {}) if full else []


@register.filter
def papers_of(answer):
    """The papers that came with an answer."""
    return queries.papers_of(answer)


@register.filter
def dated_rows(paper):
    """The rows of a chronology: each date as it is written and as it was read."""
    return queries.dated_rows(paper)


@register.simple_tag(takes_context=True)
def in_words(context, words, nothing=""):
    """What somebody typed, on lines as they wrote it. With names off, each person of
    the register is called as the case calls them; an agency reads its own as it is."""
    own = context.get("own") or "case" not in context
    if words and not own and not context.get("names_on"):
        words = called(words, context["case"])
    return linebreaksbr(words or nothing)
