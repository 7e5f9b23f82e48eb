"""The pages about reviews: a publisher's own, else those that ship with Heed."""

import json
from functools import cache
from pathlib import Path

from heed.library.models import Page, Publisher
from heed.papers.blocks import Document, from_json

FOLDER = Path(__file__).parent / "pages"

TITLES = {
    "what-is-a-review": "What is a review?",
    "who-can-refer": "Who can refer",
    "how-to-refer": "How to refer",
    "support": "Find support",
    "accessibility": "Accessibility",
    "privacy": "Privacy",
}
"""Every such page, and what the menu calls it."""


@cache
def shipped(slug: str) -> Document:
    """The page of this name as Heed ships it; KeyError when there is none."""
    if slug not in TITLES:
        raise KeyError(slug)
    return from_json(json.loads((FOLDER / f"{slug}.json").read_text("utf-8")))


def page(slug: str, publisher: Publisher | None) -> Document:
    """The page of this name as this publisher wants it; KeyError when there is none."""
    shipped(slug)
    own = Page.objects.filter(publisher=publisher, slug=slug).first()
    return from_json(own.document) if own else shipped(slug)
