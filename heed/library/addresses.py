"""Which addresses of the public site differ in what they show.

Only these names in a query choose what a page says. All else is dropped before a page
is looked up, so that no stranger can fill the memory with copies of one page.
"""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

ASKED = ("q", "publisher", "kind", "year", "theme", "age", "for", "page")
LONGEST_ANSWER = 200
LONGEST_QUERY = 4_000
MOST_FIELDS = 50


def canonical(query: str) -> str:
    """The query with its known names alone, each once, in one order.

    >>> canonical("utm_source=mail&kind=&q=+baby++bruising")
    'q=baby+bruising'
    """
    if not query:
        return ""
    try:
        pairs = parse_qsl(query[:LONGEST_QUERY], max_num_fields=MOST_FIELDS)
    except ValueError:
        return ""
    return urlencode(_known(dict(reversed(pairs))))


def _known(answers: Mapping[str, str]) -> dict[str, str]:
    tidy = {
        name: _cut(" ".join(answers[name].replace("\0", " ").split()))
        for name in ASKED
        if name in answers
    }
    return {name: answer for name, answer in tidy.items() if answer}


def _cut(answer: str) -> str:
    return answer[:LONGEST_ANSWER].rstrip()


def was_cut(answer: str) -> bool:
    """Whether an answer is as long as one may be: what came after was left out."""
    return len(answer) >= LONGEST_ANSWER - 1  # it may have ended between two words


def with_answers(answers: Mapping[str, str], **changes: str | int) -> str:
    """`?…` for a link that keeps these answers and changes some; "" takes one out."""
    query = urlencode(_known({**answers, **{k: str(v) for k, v in changes.items()}}))
    return f"?{query}" if query else "?"
