"""The gate: the copies that go ahead, and what national bodies say of them."""

from collections.abc import Iterator, Sequence

from heed.publications.facts import BODIES, Facts, TextFacts
from heed.publications.gate.items import Item, capital, day_words, listed, many
from heed.rulebook.outcomes import label


def copies(facts: Facts, texts: Sequence[TextFacts]) -> Iterator[Item]:
    for text in texts or [TextFacts(kind="report", name="The report")]:
        waits = bool(text.not_sent_to)
        yield Item(
            slug=f"{text.kind}.copies",
            label=f"{text.name}: the Panel, the Secretary of State and Ofsted had this "
            "text seven working days before",
            passed=not waits and _is_time(facts, text),
            sentence=_not_sent(text) if waits else _sent(facts, text),
            to_do=_about_copies(text),
            page="send_advance_copies" if waits else "",
        )


def _is_time(facts: Facts, text: TextFacts) -> bool:
    return facts.today >= facts.earliest_of(text) or bool(facts.early_reason)


def _not_sent(text: TextFacts) -> str:
    to = listed([BODIES[body] for body in text.not_sent_to])
    if not text.changed_since_sent:
        return f"{text.name}: no copy has gone to {to}."
    said = (
        f"{text.name} has changed since the copies went: no copy of this text has gone "
        f"to {to}."
    )
    for by in text.not_material_by:
        said += f" {capital(by)} recorded that the change is not material; it takes "
        said += "two bodies."
    return said


def _sent(facts: Facts, text: TextFacts) -> str:
    on, earliest = max(text.sent.values()), facts.earliest_of(text)
    first = (
        f"{text.name}: the last copy went on {day_words(on)}; the first day is "
        f"{day_words(earliest)}."
    )
    said = [first]
    if text.not_material_by:
        by = " and ".join(text.not_material_by)
        said.append(f"It has changed since: not materially, as {by} recorded.")
    if (short := _short(facts)) and facts.early_reason:
        said.append(
            f"{many(short, 'working day')} short of seven: "
            f"{label(facts.early_reason).lower()}."
        )
    return " ".join(said)


def _short(facts: Facts) -> int:
    """What the report fell short of says nothing of a text that comes later."""
    return 0 if facts.come_after else facts.days_short


def _about_copies(text: TextFacts) -> str:
    if not text.not_sent_to:
        return (
            "Seven working days pass, or two partners of different bodies record why "
            "it is earlier."
        )
    if text.changed_since_sent:
        return (
            "Send this text, or two partners of different bodies record that the "
            "change is not material."
        )
    return "Send the copies; then seven working days pass."


def comments(facts: Facts) -> Item:
    count = facts.comments_unanswered
    return Item(
        slug="comments",
        label="Every comment on publication has a reply",
        passed=not count,
        sentence=f"{many(count, 'comment')} without a reply."
        if count
        else "No comment waits for a reply.",
        to_do="A partner replies, and says why.",
    )
