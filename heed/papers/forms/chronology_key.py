"""A key of codes that was left in a chronology, and names that it should hide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from heed.papers.blocks import Block, Document, Note, Table, leaves
from heed.papers.forms.boxes import words_of
from heed.papers.forms.columns import columns, is_header
from heed.papers.forms.flags import Flags
from heed.papers.patterns import later

Json = dict[str, Any]
Key = dict[str, list[str]]

_CODE_HEAD = later(
    r"(code|key|initials?|pseudonym|anonymi[sz]ed?( as)?|ref(erence)?|abbreviation|"
    r"referred to as|known (here )?as|identifier)s?( used)?",
    re.IGNORECASE,
)
_NAME_HEAD = later(
    r"(real |full |actual )?(names?|person|who|people|meaning|identity|individual|"
    r"subject|stands for)( of .*)?",
    re.IGNORECASE,
)
_CODED = later(
    r"^\s*(?P<code>(?:[A-Z]{1,5}\d{0,2}|(?:Child|Adult|Mother|Father|Sibling|Baby|"
    r"Professional|Person|Young Person|Worker) ?[A-Z]?\d{0,2}))\s*(?:=|:|–|—| - |\t)\s*"
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+.*)$"
)
_TITLE = later(r"\b(key|anonymi[sz]ation|code|cast|legend)\b", re.IGNORECASE)
_PERSON = later(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS)\.? [A-Z][a-z’'-]+|"
    r"[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)? [A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)\b"
)
_PLACE_WORD = later(
    r"\b(road|street|lane|close|avenue|hospital|school|academy|surgery|council|police|"
    r"constabulary|trust|services?|team|court|house|centre|primary|health|social|care|"
    r"child|children|family|public|protection|emergency|department|strategy|meeting|"
    r"plan|"
    r"early|help|core|group|case|conference|home|section|community|order|row|yard|"
    r"visit|visitor|nurse|worker|officer|midwife|bank|christmas|new|year|drive|view|"
    r"january|february|march|april|may|june|july|august|september|october|november|"
    r"december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mother|father|"
    r"quay|terrace|way|gardens|clinic|ward|unit|college|nursery|minds|adult|mental)\b",
    re.IGNORECASE,
)
_ADDRESS = later(
    r"\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|\b\d{1,3}[a-c]?,? [A-Z][a-z]+(?: "
    r"[A-Z][a-z]+)?"
    r" (?:Road|Street|St|Lane|Close|Avenue|Row|Yard|Drive|Way|Court|Terrace|Place|"
    r"Hill)\b"
)
_NICKNAME = later(
    r"(?:known as|nicknamed?|calls? (?:him|her|them)|called|goes by|aka|street name)"
    r"[ :]{1,3}[“\"‘']?[A-Z][a-z]+|[“\"‘'][A-Z][a-z]{2,12}[”\"’'](?=[ ,.;])",
)


def tables_of(document: Document) -> Iterator[Table]:
    """The tables of a paper; one that some programs joined to the next is parted."""
    for block in _tables_in(document.blocks):
        rows = [*block.header, *block.rows]
        texts = [[words_of(cell) for cell in row] for row in rows]
        starts = [n for n, said in enumerate(texts) if is_header(columns(said))]
        if starts and starts[0] > 1 and is_key(block):
            yield replace(block, header=(), rows=tuple(rows[: starts[0]]))
            yield replace(block, header=(), rows=tuple(rows[starts[0] :]))
        else:
            yield block


def _tables_in(blocks: Sequence[Block]) -> Iterator[Table]:
    """The tables of the flow, those in boxes beside it, and those that another table
    of single cells only frames."""
    for block in blocks:
        if isinstance(block, Note):
            yield from _tables_in(block.blocks)
        if not isinstance(block, Table):
            continue
        rows = (*block.header, *block.rows)
        framed = [t for row in rows for c in row[:1] for t in _tables_in(c.blocks)]
        if framed and all(len(row) == 1 for row in rows):
            yield from framed
        else:
            yield block


def key_in(document: Document) -> Key:
    """The codes of a paper, and whom each stands for."""
    found: Key = {}
    for code, name in (*_in_tables(document), *_in_lines(document)):
        names = found.setdefault(code, [])
        if name not in names and _names_somebody(name):
            names.append(name)
    return {code: names for code, names in found.items() if names}


def _names_somebody(words: str) -> bool:
    """Whether a code stands for a person: "HV = Health visitor" explains a word."""
    bare = re.sub(r"\([^)]*\)|,.*| [–-] .*", " ", words)
    bare = re.sub(r"^\W*(?:the |our )?", "", bare).strip()
    capital = re.match(r"[A-Z][a-z’'-]*[a-z]", bare.split(" ")[-1]) if bare else None
    explains = _PLACE_WORD.search(bare) or _OF_A_POST.search(bare)
    return bool(capital) and not explains


_OF_A_POST = later(
    r"\b(system|record|service|practitioner|doctor|consultant|registrar|manager|"
    r"assistant|teacher|leader?|agency|authority|board|panel|review|assessment|referral|"
    r"information|data|appointment|attend\w*|not|did|call|contact|telephone|"
    r"safeguarding|"
    r"special|educational|needs|support|advice|first|letter|accident|general|practice|"
    r"specialist|therapist|coordinator|supervis\w+|inspector|constable|sergeant|injury|"
    r"disorder|syndrome|weight|rate|pressure|urgent|out|hours|domestic|abuse|"
    r"violence)s?\b",
    re.IGNORECASE,
)


def is_key(table: Table) -> bool:
    """Whether a table says which code stands for whom."""
    rows = [*table.header, *table.rows]
    return heads_a_key([words_of(cell) for cell in rows[0]] if rows else [])


def heads_a_key(texts: list[str]) -> bool:
    """Whether these are the headings of a table of codes."""
    heads = [text.strip(" :") for text in texts]
    return (
        any(map(_CODE_HEAD.fullmatch, heads))
        and any(map(_NAME_HEAD.fullmatch, heads))
        and not any(re.match("date", head, re.IGNORECASE) for head in heads)
    )


def _in_tables(document: Document) -> Iterator[tuple[str, str]]:
    for block in filter(is_key, tables_of(document)):
        rows = [[words_of(c) for c in row] for row in (*block.header, *block.rows)]
        heads = [head.strip(" :") for head in rows[0]]
        code = next(n for n, head in enumerate(heads) if _CODE_HEAD.fullmatch(head))
        name = next(
            n
            for n, head in enumerate(heads)
            if n != code and _NAME_HEAD.fullmatch(head)
        )
        for row in rows[1:]:
            if len(row) > max(code, name) and row[code] and row[name]:
                yield row[code], row[name]


def _in_lines(document: Document) -> Iterator[tuple[str, str]]:
    """Lines such as "C1 = Leo Fernwood", at least two of them, or under "Key"."""
    blocks = tuple(b for b in document.blocks if not isinstance(b, Table))
    lines = [
        each
        for _, said in leaves((*blocks, *document.margins))
        for each in re.split(
            r"[\n;]", re.sub(r"^\s*key\s*:?\s*", "", said, flags=re.IGNORECASE)
        )
    ]
    found = [m for m in map(_CODED.match, lines) if m]
    under_title = any(_TITLE.search(line) for line in lines)
    if len(found) > 1 or (found and under_title):
        yield from ((m["code"], m["name"].strip(" .,")) for m in found)


def flag_key(key: Key, entries: list[Json], flags: Flags) -> None:
    """Raise that the key travels with the paper, and what its codes fail to hide."""
    flags.add("key_embedded", "key", "The key to the codes is in the same file.")
    people: dict[str, str] = {}
    for code, names in key.items():
        if len(names) > 1:
            why = f"“{code}” stands for {' and '.join(names)}."
            flags.add("pseudonym_collision", "key", why)
        for name in names:
            if people.setdefault(name.lower(), code) != code:
                why = f"“{name}” has two codes: {people[name.lower()]} and {code}."
                flags.add("duplicate_record_alias", "key", why)
    known = {part for name in people for part in re.findall(r"[\w-]{3,}", name)}
    for entry in entries:
        _flag_leaks(entry, known, flags)


def _flag_leaks(entry: Json, known: set[str], flags: Flags) -> None:
    where = f"entry {entry['n']}"
    said = " ".join(
        str(entry.get(name, "")) for name in ("event", "outcome", "comment", "source")
    )
    words = set(re.findall(r"[\w-]{3,}", said))
    leaked = sorted(w for w in words if w[:1].isupper() and w.lower() in known)
    if leaked:
        flags.add("name_leak", where, f"“{leaked[0]}” is a name of the key.")
    if _ADDRESS.search(said):
        flags.add("address_leak", where, "An address stands among the codes.")
    if _NICKNAME.search(said):
        flags.add("nickname_identifies", where, "A nickname stands among the codes.")
    for match in _PERSON.finditer(said):
        parts = {part.lower() for part in re.findall(r"[\w-]+", match[0])}
        if not parts & known and not _PLACE_WORD.search(match[0]):
            why = f"“{match[0]}” has no code."
            flags.add("uncoded_name_leak", where, why)
