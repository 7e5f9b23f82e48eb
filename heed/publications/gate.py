"""The gate before publication: facts go in, a list of sentences comes out.

Everybody sees the same list, and what is not known has not passed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from heed.publications.facts import BODIES, MAIN, TWO, Facts, TextFacts
from heed.rulebook.language import Role
from heed.rulebook.outcomes import label
from heed.rulebook.roles import PARTNERS


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that must be so: whether it is, in a sentence, and what to do."""

    slug: str
    label: str
    passed: bool
    sentence: str
    to_do: str = ""
    page: str = ""
    bars: bool = True


HELD = Item(
    slug="hold",
    label="Nothing holds publication",
    passed=False,
    sentence="It is noted that publication is on hold.",
    to_do="When that is over, let it go on under what runs beside the case.",
    page="beside_case",
)


def checklist(facts: Facts, *, correction: bool = False) -> list[Item]:
    """Everything that must be so before it is published; for a correction, without the
    decision, the day and the copies sent ahead, which were settled before."""
    items = [] if correction else [_decision(facts), _day(facts)]
    if not any(text.kind == facts.main for text in facts.texts):
        items.append(_no_text(facts))
    for text in facts.texts:
        items += _of_a_text(text)
    items += [_family_draft(facts), _family_day(facts), _proceedings(facts)]
    items += [_family_words(facts)] if facts.has_portrait else []
    items += [] if correction else [*_copies(facts), _comments(facts)]
    items += [HELD] if facts.is_held_back(correction=correction) else []
    return [*items, _portrait(facts)]


def what_bars(items: Sequence[Item]) -> list[str]:
    """The sentences that keep the gate shut; none when it is open."""
    return [item.sentence for item in items if item.bars and not item.passed]


def _decision(facts: Facts) -> Item:
    words = label(facts.decision) if facts.decision else "nothing yet"
    return Item(
        slug="decision",
        label="The partners decide whether and how to publish",
        passed=facts.decision in MAIN,
        sentence=f"The partners have decided: {words.lower()}.",
        to_do="A partner decides (DR-4).",
        page="decide_on_publication",
    )


def _day(facts: Facts) -> Item:
    day = facts.planned_on
    come = day is not None and day <= facts.today
    sentence = f"It is planned for {_day_words(day)}." if day else "No day is planned."
    return Item(
        slug="day",
        label="The day of publication has come",
        passed=come,
        sentence=sentence if come or not day else f"{sentence} It is not yet that day.",
        to_do="The business unit sets the day.",
        page="plan_publication",
    )


def _no_text(facts: Facts) -> Item:
    name = "improvements" if facts.main == "improvements" else "report"
    return Item(
        slug="text",
        label="There is a text to publish",
        passed=False,
        sentence=f"There is no text of the {name} yet.",
        to_do="The report is lodged in the review; improvements are written here.",
    )


def _of_a_text(text: TextFacts) -> Iterator[Item]:
    yield _text(text)
    yield _findings(text)
    if text.left_behind:
        yield _left_behind(text)
    if text.changes_waiting:
        yield _changes(text)
    if text.unsigned:
        yield _signatures(text)
    yield _readable(text)
    yield _approvals(text)


def _signatures(text: TextFacts) -> Item:
    return Item(
        slug=f"{text.kind}.signatures",
        label=f"{text.name}: the three partners signed this version",
        passed=False,
        sentence=f"{text.name}: the three partners have not signed it as it stands.",
        to_do="Each partner signs the version as it stands.",
        page="confirm_report",
    )


def _text(text: TextFacts) -> Item:
    return Item(
        slug=f"{text.kind}.text",
        label=f"{text.name}: there is a text",
        passed=text.exists,
        sentence=f"{text.name} is {'there' if text.exists else 'not there yet'}.",
        to_do="Write it, or lodge it.",
    )


def _findings(text: TextFacts) -> Item:
    if not text.searched:
        sentence = f"{text.name} as it stands was not searched for identifying words."
    elif text.open_findings:
        count = text.open_findings
        sentence = f"{text.name}: {_many(count, 'confirmed finding')} not answered."
    else:
        sentence = f"{text.name} was searched; every confirmed finding is answered."
    return Item(
        slug=f"{text.kind}.findings",
        label=f"{text.name}: nothing identifies anybody",
        passed=text.searched and not text.open_findings,
        sentence=sentence,
        to_do="Search it, then replace each word or keep it by exception.",
        page="findings",
    )


def _left_behind(text: TextFacts) -> Item:
    return Item(
        slug=f"{text.kind}.left_behind",
        label=f"{text.name}: what the file hides is left behind",
        passed=text.acknowledged,
        sentence=f"{text.name}: the uploaded file carries "
        f"{_many(text.left_behind, 'thing')} beside its text, "
        f"{'seen' if text.acknowledged else 'not seen yet'}.",
        to_do="Look at them: none of it is published.",
        page="findings",
    )


def _changes(text: TextFacts) -> Item:
    return Item(
        slug=f"{text.kind}.changes",
        label=f"{text.name}: the reviewer has answered every change",
        passed=False,
        sentence=f"{_many(text.changes_waiting, 'change')} not answered by the "
        "reviewer.",
        to_do="She accepts or disputes it; nobody else does.",
        page="report_changes",
    )


def _readable(text: TextFacts) -> Item:
    lacks = [
        (text.pictures_without_words, "picture without a description"),
        (text.tables_without_heads, "table without column heads"),
        (len(text.unshowable), "character that no font shows"),
    ]
    said = [_many(count, words) for count, words in lacks if count]
    return Item(
        slug=f"{text.kind}.readable",
        label=f"{text.name}: everybody can read it",
        passed=text.exists and not said,
        sentence=f"{text.name} has {', '.join(said)}."
        if said
        else f"{text.name}: pictures are described, tables have heads.",
        to_do="Describe the picture, name the head row, or write the character out.",
        page=_mended_on(text),
    )


def _mended_on(text: TextFacts) -> str:
    """Heads are named by us; other words of a report are the reviewer's to change."""
    if text.kind != "report":
        return f"write_{text.kind}"
    return "prepare_publication" if text.tables_without_heads else "report"


def _approvals(text: TextFacts) -> Item:
    count = len(set(text.approved_by))
    by = " and ".join(text.approved_by)
    return Item(
        slug=f"{text.kind}.approvals",
        label=f"{text.name}: two approvers of different bodies approve this text",
        passed=count >= TWO,
        sentence=f"{text.name}: approved by {by}."
        if by
        else f"{text.name}: nobody has approved this text.",
        to_do="Two people of different bodies, neither of whom wrote it, approve it.",
        page=f"approve_{'response' if text.kind == 'response' else 'publication'}",
    )


def _family_draft(facts: Facts) -> Item:
    return _family(
        "draft",
        label="The family was offered the draft",
        told=facts.draft_offered,
        excused=facts.draft_excused_by,
        done="offered the draft report",
    )


def _family_day(facts: Facts) -> Item:
    return _family(
        "day",
        label="The family was told the day",
        told=facts.day_told,
        excused=facts.day_excused_by,
        done="told the planned day",
    )


def _family(slug: str, *, label: str, told: bool, excused: int, done: str) -> Item:
    if told:
        sentence = f"The family was {done}."
    elif excused >= TWO:
        sentence = f"Two people have accepted why the family was not {done}."
    else:
        sentence = f"It is not recorded that the family was {done}."
    return Item(
        slug=f"family.{slug}",
        label=label,
        passed=told or excused >= TWO,
        sentence=sentence,
        to_do="Record the contact, or two people accept why not.",
        page="family",
    )


def _family_words(facts: Facts) -> Item:
    if facts.words_agreed:
        sentence = "The family agreed to the words on who the child is."
    elif facts.words_excused_by >= TWO:
        sentence = (
            "Two people have accepted why the family was not asked about the words on "
            "who the child is."
        )
    else:
        sentence = (
            "It is not recorded that the family agreed to the words on who the child "
            "is."
        )
    return Item(
        slug="family.words",
        label="The family agreed to the words on who the child is",
        passed=facts.words_agreed or facts.words_excused_by >= TWO,
        sentence=sentence,
        to_do="Agree them with the family, or two people accept why they were not "
        "asked.",
        page="write_portrait",
    )


def _proceedings(facts: Facts) -> Item:
    passed = Role.LEGAL_ADVISER in facts.cleared_by or (
        Role.MANAGER in facts.cleared_by and bool(facts.cleared_by & PARTNERS)
    )
    return Item(
        slug="proceedings",
        label="Proceedings and orders do not stand against it",
        passed=passed,
        sentence="Proceedings and orders of courts were looked at."
        if passed
        else "Nobody has confirmed that proceedings and orders allow it.",
        to_do="The legal adviser confirms it, or the manager and a partner.",
        page="clear_proceedings",
    )


def _copies(facts: Facts) -> Iterator[Item]:
    for text in facts.texts or [TextFacts(kind="report", name="The report")]:
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
    to = _listed([BODIES[body] for body in text.not_sent_to])
    if not text.changed_since_sent:
        return f"{text.name}: no copy has gone to {to}."
    said = (
        f"{text.name} has changed since the copies went: no copy of this text has gone "
        f"to {to}."
    )
    for by in text.not_material_by:
        said += f" {_capital(by)} recorded that the change is not material; it takes "
        said += "two bodies."
    return said


def _sent(facts: Facts, text: TextFacts) -> str:
    on, earliest = max(text.sent.values()), facts.earliest_of(text)
    first = (
        f"{text.name}: the last copy went on {_day_words(on)}; the first day is "
        f"{_day_words(earliest)}."
    )
    said = [first]
    if text.not_material_by:
        by = " and ".join(text.not_material_by)
        said.append(f"It has changed since: not materially, as {by} recorded.")
    if facts.days_short and facts.early_reason:
        said.append(
            f"{_many(facts.days_short, 'working day')} short of seven: "
            f"{label(facts.early_reason).lower()}."
        )
    return " ".join(said)


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


def _comments(facts: Facts) -> Item:
    count = facts.comments_unanswered
    return Item(
        slug="comments",
        label="Every comment on publication has a reply",
        passed=not count,
        sentence=f"{_many(count, 'comment')} without a reply."
        if count
        else "No comment waits for a reply.",
        to_do="A partner replies, and says why.",
    )


def _portrait(facts: Facts) -> Item:
    return Item(
        slug="portrait",
        label="It begins with who the child is or was",
        passed=facts.has_portrait,
        sentence="It begins with who the child is or was."
        if facts.has_portrait
        else "Nobody has written who the child is or was.",
        to_do="Write it with the family, if they wish.",
        page="write_portrait",
        bars=False,
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _many(count: int, words: str) -> str:
    first, _, rest = words.partition(" ")
    if count == 1:
        return f"1 {words}"
    if first in {"picture", "table", "character"}:
        return f"{count} {first}s {rest}"
    return f"{count} {words}s"


def _listed(words: Sequence[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} or {last}" if before else last


def _day_words(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "no day yet"
