"""What may be made of an email that waits: pages that later stages register."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class WayOn:
    """A page on which a person says what an email is. It takes its public id."""

    label: str
    url_name: str

    def address(self, email) -> str:
        return reverse(self.url_name, args=[email.public_id])


WAYS_ON: list[WayOn] = []


def offer_for_emails(url_name: str, *, label: str) -> None:
    """Offer a page on every email that waits."""
    WAYS_ON.append(WayOn(label, url_name))


def ways_on(email) -> list[tuple[str, str]]:
    """What may be made of this email: words and addresses."""
    return [(way.label, way.address(email)) for way in WAYS_ON]


# Where the words of a paper stand that came with an email: callable (email, document)
# -> its address, or "". Unregistered, there is the file alone.
WORDS_AT: list[Callable] = []


# What a problem that waits is about: callable (email, person, *, at) -> what has a
# `case` and `withdraw_at`, or None. Unregistered, it is about nothing that is known.
ABOUT: list[Callable] = []


def about(email, person, *, at):
    """The case of the page that an email is about, as far as this person may see it."""
    answers = (each(email, person, at=at) for each in ABOUT)
    return next(filter(None, answers), None)


def papers_of(email, documents) -> list[tuple[object, str]]:
    """The papers that came with an email, each with the address of its words or ""."""
    return [
        (each, next(filter(None, (at(email, each) for at in WORDS_AT)), ""))
        for each in documents
    ]
