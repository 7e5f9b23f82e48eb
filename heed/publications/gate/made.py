"""The gate: that what is served is ours, and holds nothing that nobody saw."""

from collections.abc import Iterator

from heed.publications.facts import MAIN, TextFacts
from heed.publications.gate.items import Item, many

READ_WHEN = "It is done when it is approved, and once more when it is published."


def made_by_us(text: TextFacts) -> Iterator[Item]:
    """Each file is made from the text and read back; addresses, pictures and names of
    files are looked at by themselves."""
    yield _address(text)
    yield _pictures(text)
    yield _files(text)


def _files(text: TextFacts) -> Item:
    count = text.files_read_back
    sentence = f"{text.name}: the files made from it were not read back yet."
    if count:
        sentence = f"{text.name}: {many(count, 'file')} made from it and read back. "
        sentence += (
            "Nothing of the register, nothing hidden, no properties but a title."
        )
    return Item(
        check="PG2, PG4, PG5",
        slug=f"{text.kind}.files",
        label=f"{text.name}: every file that is served was read back",
        passed=count > 0,
        sentence=sentence,
        to_do=READ_WHEN,
        page=approved_on(text),
    )


def _address(text: TextFacts) -> Item:
    return Item(
        check="PG8",
        slug=f"{text.kind}.address",
        label=f"{text.name}: its address and the names of its files are ours",
        passed=text.exists and text.slug_is_ours,
        sentence=f"{text.name}: address and files are named by the pseudonym."
        if text.exists and text.slug_is_ours
        else f"{text.name}: no address could be made of the pseudonym.",
        to_do="Choose a pseudonym that can be written with letters from a to z.",
    )


def _pictures(text: TextFacts) -> Item:
    lost = text.pictures_lost
    if lost:
        sentence = f"{text.name}: {many(lost, 'picture')} that cannot be shown."
    elif text.pictures:
        sentence = f"{text.name}: {many(text.pictures, 'picture')}, bare of all that "
        sentence += "tells where, when and by whom."
    else:
        sentence = f"{text.name} holds no picture."
    return Item(
        check="PG7",
        slug=f"{text.kind}.pictures",
        label=f"{text.name}: pictures tell only what they show",
        passed=not lost,
        sentence=sentence,
        to_do="It is broken, or a GIF. Ask for a version of the report that has it as "
        "PNG or JPEG, or without it.",
        page="report",
    )


def approved_on(text: TextFacts) -> str:
    """On which page a text is approved."""
    if text.kind == "response":
        return "approve_response"
    main = text.kind in MAIN.values()
    return "approve_publication" if main else "texts_beside"
