"""The pages by which a partnership keeps its people, its bodies and its calendar."""

from heed.partnership.policies import opens_to

PAGES = [
    ("people", "People and the roles they hold"),
    ("organisations", "Organisations"),
    ("bank_holidays", "Bank holidays"),
    ("partnership", "How the partnership works and is reached"),
    ("own_pages", "Public pages about reviews, in your own words"),
    ("locks", "Colleagues who lost their second step"),
]


def keep_too(name: str, text: str) -> None:
    """Offer a page of an upper application among these."""
    if (name, text) not in PAGES:
        PAGES.append((name, text))


def pages_kept_by(person, on) -> list[dict]:
    """Those of these pages that somebody may open: each view's own policy says so."""
    return [
        {"name": name, "text": text} for name, text in pages_open_to(person, PAGES, on)
    ]


def pages_open_to(person, pages, on) -> list[tuple[str, str]]:
    """Of pages, each by its name and its words, those that open for somebody."""
    return [(name, text) for name, text in pages if opens_to(name, person, on)]
