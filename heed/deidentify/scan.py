"""Everything in a text that could identify a person, each once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from heed.deidentify.disguised import disguised_names
from heed.deidentify.draft import Draft
from heed.deidentify.findings import Finding
from heed.deidentify.misspellings import misspellings_in
from heed.deidentify.page import Hit, Page
from heed.deidentify.register import Register
from heed.deidentify.settling import Place
from heed.deidentify.vocabulary import Vocabulary, walked


def scan_text(
    text: str,
    register: Register,
    allow: Iterable[str] = (),
    *,
    overlaps: bool = False,
    places: Sequence[Place] = (),
) -> list[Finding]:
    """What in a text could identify a person, in its order. The words and phrases of
    `allow` raise nothing, save where the register calls them critical. A shorter form
    inside a longer one is left out unless `overlaps` are asked for; `places`, in
    order, say which part of the paper stands where."""
    return Draft(text, register, allow).findings(places, overlaps=overlaps)


def hits_in(page: Page, register: Register) -> list[Hit]:
    """Everything found in running text, shorter forms inside longer ones included."""
    found = Draft(page.text, register).hits()
    return [
        replace(hit, start=hit.start + at, end=hit.end + at) if at else hit
        for at, hit in found
    ]


def hits_in_a_label(page: Page, register: Register) -> list[Hit]:
    """What of the register stands in a file's name, a link or a property, where there
    is no sentence to go by: a name may have any case and run into other words."""
    marked = register.made_into(Vocabulary).marked_on(page)
    hits = [*walked(page, register, marked), *misspellings_in(page, register)]
    hits += disguised_names(page, register)
    return [hit for hit in hits if hit.entries or hit.class_ == "identifier"]
