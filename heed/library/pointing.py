"""Links to each finding and recommendation, in the text and beside it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

PLACED = re.compile(r'<(?:p|li|h[2-6]|td|th)(?: [a-z]+="[^"]*")*? id="([^"]+)"[^>]*>')
LONGEST = 90

LISTS = (("finding", "Findings"), ("recommendation", "Recommendations"))

Points = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A line of the list of findings or recommendations."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Pointers:
    """The list of one kind, under its heading."""

    heading: str
    lines: tuple[Pointer, ...]


def pointers(points: Points) -> tuple[Pointers, ...]:
    """What a reader of the page may point at, kind by kind."""
    made = (
        Pointers(
            heading,
            tuple(
                Pointer(point["name"], label_of(point))
                for point in points
                if point["what"] == what
            ),
        )
        for what, heading in LISTS
    )
    return tuple(each for each in made if each.lines)


def label_of(point: Mapping[str, Any]) -> str:
    """The number of a point and how its words begin; its number alone where a reader
    is warned of what it says."""
    if not point.get("quiet"):
        return f"{point['number']}. Read it in its place"
    words = " ".join((point["title"] or point["text"]).split())
    if len(words) > LONGEST:
        words = f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
    return f"{point['number']}. {words}"


def with_links(html: str, points: Points) -> SafeString:
    """The text of a page with a link to itself in each finding and recommendation."""
    named: dict[str, list[Mapping[str, Any]]] = {}
    for point in points:
        named.setdefault(point["place"], []).append(point)

    def pointed(found: re.Match[str]) -> str:
        links = (_link(point) for point in named.pop(unescape(found[1]), ()))
        return f"{found[0]}{''.join(links)}"

    return SafeString(PLACED.sub(pointed, html))


def _link(point: Mapping[str, Any]) -> str:
    return format_html(
        '<a class="library-point" id="{0}" href="#{0}"><span '
        'class="govuk-visually-hidden">Link to this {1}</span></a>',
        point["name"],
        point["what"],
    )
