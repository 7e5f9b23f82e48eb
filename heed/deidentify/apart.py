"""A text that becomes public and the file it came from, searched as a whole.

It is done in a process of its own, which gets an order in plain words and answers so:
what searches may run out of time or memory, and must not take anybody else's."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from heed.deidentify.entries import Entry, Kind
from heed.deidentify.findings import Finding
from heed.deidentify.paper import scan_paper
from heed.deidentify.register import Register
from heed.deidentify.sentences import Sentences
from heed.papers.blocks import Document, from_json
from heed.papers.hidden import Hidden, Reading

Json = dict[str, Any]
HERE = Path(__file__).parent


@cache
def version() -> str:
    """Which search this is: its code and its word lists. What another one found clear
    has not been looked at by this one."""
    made = hashlib.sha256()
    for each in sorted(HERE.rglob("*")):
        if each.suffix in {".py", ".txt"}:
            made.update(each.read_bytes())
    return made.hexdigest()[:16]


def plain_register(register: Register) -> list[Json]:
    """A register in plain words, to be handed to another process."""
    return [
        {
            "person": each.person,
            "role": each.role,
            "pseudonym": each.pseudonym,
            "kind": each.kind.value,
            "value": each.value,
            "critical": each.critical,
        }
        for each in register.entries
    ]


def search(order: Mapping[str, Any], pictures: Mapping[str, bytes]) -> Json:
    """What could identify somebody in the `texts` of an order, and in what its file
    carries beside its text, with the mark of each one's sentence."""
    register = Register(
        tuple(
            Entry(**{**each, "kind": Kind(each["kind"])}) for each in order["register"]
        ),
        scheme=order.get("scheme", ""),
    )
    found = [
        said
        for number, text in enumerate(order["texts"])
        for said in _in_a_text(text, register, "" if number else order["file_name"])
    ]
    return {
        "findings": list({each["id"]: each for each in found}.values()),
        "left_behind": _left_behind(order["behind"], pictures, register),
    }


def _in_a_text(text: Json, register: Register, file_name: str) -> list[Json]:
    document = from_json(text)
    found = scan_paper(Reading(document), register, file_name=file_name)
    return marked(found, document)


def _left_behind(
    behind: Json, pictures: Mapping[str, bytes], register: Register
) -> list[Json]:
    read = from_json(behind["document"])
    beside = Document((), margins=read.margins, fields=read.fields, images=pictures)
    reading = Reading(beside, Hidden.from_json(behind["hidden"]))
    found = scan_paper(reading, register, file_name=behind["name"])
    return marked([each for each in found if each.part != "register"], beside)


def marked(found: Sequence[Finding], document: Document) -> list[Json]:
    """Findings as they are kept, sealed: each with the mark of its sentence."""
    sentences = Sentences(document)
    return [
        one.as_json()
        | {"holds": one.holds, "sentence": sentences.mark(one)}
        | {"of_somebody": one.of_somebody}
        for one in found
    ]
