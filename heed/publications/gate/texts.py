"""The gate: what must be so of each text that becomes public."""

from collections.abc import Iterator

from heed.publications.facts import MAIN, TWO, TextFacts
from heed.publications.gate.duties import duties
from heed.publications.gate.items import Item, many
from heed.publications.gate.looked_at import looked_at
from heed.publications.gate.made import approved_on, made_by_us


def of_a_text(text: TextFacts) -> Iterator[Item]:
    yield _text(text)
    yield _findings(text)
    yield from looked_at(text)
    if text.open_addresses:
        yield _addresses(text)
    if text.left_behind:
        yield _left_behind(text)
    if text.changes_waiting:
        yield _changes(text)
    if text.unsigned:
        yield _signatures(text)
    yield from made_by_us(text)
    yield _readable(text)
    if text.small_tables:
        yield _small_numbers(text)
    yield from duties(text)
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
        check="PG1",
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
        sentence = f"{text.name}: {many(count, 'confirmed finding')} not answered."
    else:
        sentence = f"{text.name} was searched; every confirmed finding is answered."
    return Item(
        check="PG2",
        slug=f"{text.kind}.findings",
        label=f"{text.name}: nothing identifies anybody",
        passed=text.searched and not text.open_findings,
        sentence=sentence,
        to_do="Search it, then replace each word or keep it by exception.",
        page="findings",
    )


def _addresses(text: TextFacts) -> Item:
    count = text.open_addresses
    return Item(
        check="PG3",
        slug=f"{text.kind}.addresses",
        label=f"{text.name}: no address, street or school of the family",
        passed=False,
        sentence=f"{text.name}: {many(count, 'place')} of the family not answered.",
        to_do="Write it coarser. A protected address has no exception.",
        page="findings",
    )


def _left_behind(text: TextFacts) -> Item:
    return Item(
        check="PG6",
        slug=f"{text.kind}.left_behind",
        label=f"{text.name}: what the file hides is left behind",
        passed=text.acknowledged,
        sentence=f"{text.name}: the uploaded file carries "
        f"{many(text.left_behind, 'thing')} beside its text, "
        f"{'seen' if text.acknowledged else 'not seen yet'}.",
        to_do="Look at them: none of it is published.",
        page="findings",
    )


def _changes(text: TextFacts) -> Item:
    return Item(
        slug=f"{text.kind}.changes",
        label=f"{text.name}: the reviewer has answered every change",
        passed=False,
        sentence=f"{many(text.changes_waiting, 'change')} not answered by the "
        "reviewer.",
        to_do="She accepts or disputes it; nobody else does.",
        page="report_changes",
    )


def _readable(text: TextFacts) -> Item:
    lacks = [
        (text.pictures_without_words, "picture without a description"),
        (text.tables_without_heads, "table without column heads"),
        (len(text.unshowable), "character that no font shows"),
        (text.bold_headings, "line in bold that stands for a heading"),
    ]
    said = [many(count, words) for count, words in lacks if count]
    return Item(
        check="PG14",
        slug=f"{text.kind}.readable",
        label=f"{text.name}: everybody can read it",
        passed=text.exists and not said,
        sentence=f"{text.name} has {', '.join(said)}."
        if said
        else f"{text.name}: pictures are described, tables have heads.",
        to_do="Describe the picture, name the head row or the heading, or write the "
        "character out.",
        page=_mended_on(text),
    )


def _small_numbers(text: TextFacts) -> Item:
    tables = many(text.small_tables, "table with numbers from one to five")
    return Item(
        check="PG12",
        slug=f"{text.kind}.small_numbers",
        label=f"{text.name}: no table tells of few",
        passed=False,
        sentence=f"{text.name} has {tables}, or that give one away.",
        to_do="Leave them out, or say that the table counts no people.",
        page=_marked_on(text),
    )


def _marked_on(text: TextFacts) -> str:
    """Where it is said what its tables and bold lines are."""
    main = text.kind in MAIN.values()
    return "prepare_publication" if main else "texts_beside"


def _mended_on(text: TextFacts) -> str:
    """Heads are named by us; other words of a report are the reviewer's to change."""
    if text.tables_without_heads or text.bold_headings:
        return _marked_on(text)
    if text.kind in {"improvements", "response"}:
        return f"write_{text.kind}"
    return "report" if text.kind == "report" else "texts_beside"


def _approvals(text: TextFacts) -> Item:
    count = len(set(text.approved_by))
    by = " and ".join(text.approved_by)
    return Item(
        check="PG13",
        slug=f"{text.kind}.approvals",
        label=f"{text.name}: two approvers of different bodies approve this text",
        passed=count >= TWO,
        sentence=f"{text.name}: approved by {by}."
        if by
        else f"{text.name}: nobody has approved this text.",
        to_do="Two people of different bodies, neither of whom wrote it, approve it.",
        page=approved_on(text),
    )
