"""The gate: how the review behind a report was made, as far as it is on record. It is
said to who approves, and bars nothing: the report cannot be made anew."""

from collections.abc import Iterator

from heed.publications.facts import Facts
from heed.publications.gate.items import Item
from heed.rulebook.contents import REPORT_DUTIES

LACKING = {
    "monitored": "It is not recorded that anybody looked at its time and quality.",
    "method_agreed": "It is not recorded that a method was agreed with the reviewer.",
    "people_took_part": "It is not recorded that practitioners came together, and that "
    "the family heard how to take part.",
}


def how_it_was_made(facts: Facts) -> Iterator[Item]:
    """What the making of a report must and should do beside what the report says."""
    if facts.recorded_of_making is None:
        return
    for each in REPORT_DUTIES:
        if each.slug in LACKING:
            said = each.slug in facts.recorded_of_making
            words = each.words[0].lower() + each.words[1:].rstrip(".")
            yield Item(
                slug=f"making.{each.slug}",
                label=f"The review: {words}",
                passed=said,
                sentence=each.words if said else LACKING[each.slug],
                to_do=f"{each.source.title}, {each.source.provision}. It is said so "
                "that who approves knows it.",
                bars=False,
            )
