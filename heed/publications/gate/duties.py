"""The gate: what a report has to say."""

from collections.abc import Iterator

from heed.publications.facts import TextFacts
from heed.publications.gate.items import Item, capital
from heed.rulebook.duties import CONTENT_DUTIES


def duties(text: TextFacts) -> Iterator[Item]:
    """Each thing that a report has to say; what law asks for bars publication."""
    if text.duties is None:
        return
    for each in CONTENT_DUTIES:
        said = each.duty not in text.duties
        yield Item(
            slug=f"{text.kind}.duty.{each.duty}",
            label=f"{text.name}: {each.words}",
            passed=said,
            sentence=f"{capital(each.words)}." if said else each.lacking,
            to_do=f"{each.source.title}, {each.source.provision}. Say where it is "
            "there, or ask the reviewer.",
            page="point_out_duty",
            bars=each.is_a_must,
        )
