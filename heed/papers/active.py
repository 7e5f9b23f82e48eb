"""What in a paper would act by itself if a program let it: never done here, always
told. Each is a sentence that a person at the triage desk understands."""

import re
from collections.abc import Iterator

RUNS_A_PROGRAM = "A field in it asks another program to run (DDE)."
RUNS_A_SCRIPT = "Something in it asks a script to run."
FETCHES_TEXT = "A field in it fetches text or a picture from another place."
FETCHES_TEMPLATE = "It fetches its template from another place."
FETCHES_A_PART = "It fetches a part of itself from another place."
HOLDS_CONTROLS = "It holds ActiveX controls."
HOLDS_OBJECTS = "It holds objects of other programs (OLE)."
HOLDS_SCRIPT = "The PDF holds a script (JavaScript)."
LAUNCHES = "The PDF asks to start a program or open another file."
ACTS_ON_OPENING = "The PDF does something when it is opened."
SENDS_A_FORM = "The PDF sends what is typed in it to another place."
HOLDS_FILES = "The PDF holds other files."
ASKS_ELSEWHERE = "A cell asks another workbook or a web address for its value."

_DDE = re.compile(r"^\s*DDE(AUTO)?\b", re.IGNORECASE)
_FETCH = re.compile(
    r"^\s*(INCLUDETEXT|INCLUDEPICTURE|LINK|RD|DATABASE)\b", re.IGNORECASE
)
_IN_A_CELL = re.compile(
    r"\b(WEBSERVICE|IMPORTDATA|IMPORTXML|DDE|RTD|CALL|REGISTER\.ID)\s*\(|^[^!]*\|[^!]*!"
    r"|\[\d+\]",
    re.IGNORECASE,
)


def asks_of(field: str) -> Iterator[str]:
    """What the instruction of a field of Word asks for, beside showing something."""
    if _DDE.match(field):
        yield RUNS_A_PROGRAM
    elif _FETCH.match(field):
        yield FETCHES_TEXT


def asks_of_cell(formula: str) -> Iterator[str]:
    """What a formula asks for outside its own workbook."""
    if _IN_A_CELL.search(formula):
        yield RUNS_A_PROGRAM if "|" in formula else ASKS_ELSEWHERE
