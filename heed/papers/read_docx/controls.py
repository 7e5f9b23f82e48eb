"""Things to fill in: content controls, old form fields, boxes to tick."""

import re
from dataclasses import dataclass

from heed.papers.read_docx.names import W14, Element, switched_on, value, w

TICKED, EMPTY = "☒", "☐"

# Word's symbol fonts have no Unicode of their own: the box is a place in the font.
_WINGDINGS = {0x6F: EMPTY, 0xA8: EMPTY, 0xFB: "✗", 0xFC: "✓", 0xFD: TICKED, 0xFE: "☑"}
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: TICKED,
    0x52: "☑",
    0x53: TICKED,
    0xA3: EMPTY,
}
_PRIVATE = str.maketrans({0xF000 + code: sign for code, sign in _WINGDINGS.items()})
_PLACEHOLDER = re.compile(
    r"(click|tap|choose)( or tap)?( here)?( to enter)?( an?)?( text| item| date)?\.?"
    r"|click or tap (here )?to enter (a date|text)\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Control:
    """A content control: its name, and what it says of its own content."""

    tag: str
    label: str
    empty: bool
    checked: bool | None
    items: dict[str, str]
    """The values of a drop-down by the words that it shows."""


def control(element: Element) -> Control:
    """What a `w:sdt` says of itself."""
    properties = element.find(w("sdtPr"))
    lists = [] if properties is None else list(properties.iter(w("listItem")))
    return Control(
        tag=value(properties, "tag"),
        label=value(properties, "alias"),
        empty=switched_on(properties, "showingPlcHdr"),
        checked=_checked(properties),
        items={
            each.get(w("displayText"), each.get(w("value"), "")): each.get(
                w("value"), ""
            )
            for each in lists
        },
    )


def _checked(properties: Element | None) -> bool | None:
    box = None if properties is None else properties.find(f"{{{W14}}}checkbox")
    if box is None:
        return None
    state = box.find(f"{{{W14}}}checked")
    return state is not None and state.get(f"{{{W14}}}val") in {"1", "true", "on"}


def is_placeholder(text: str) -> bool:
    """Whether the words only invite one to write."""
    return _PLACEHOLDER.fullmatch(text.strip()) is not None


def box(ticked: bool) -> str:
    """The sign that stands in the text for a box."""
    return TICKED if ticked else EMPTY


def old_field(element: Element) -> str:
    """What a form field of older Word shows: a box, or the item chosen in a list."""
    data = element.find(w("ffData"))
    if data is None:
        return ""
    check = data.find(w("checkBox"))
    if check is not None:
        chosen = "checked" if check.find(w("checked")) is not None else "default"
        return box(switched_on(check, chosen))
    items = [each.get(w("val"), "") for each in data.iter(w("listEntry"))]
    result = value(data.find(w("ddList")), "result") or "0"
    return items[int(result)] if result.isdigit() and int(result) < len(items) else ""


def symbol(element: Element) -> str:
    """The sign that a `w:sym` shows, where it is a box or a tick."""
    try:
        code = int(element.get(w("char"), ""), 16) & 0xFF
    except ValueError:
        return ""
    font = element.get(w("font"), "").lower()
    return (_WINGDINGS_2 if font == "wingdings 2" else _WINGDINGS).get(code, "")


def readable(text: str) -> str:
    """Text with the boxes of symbol fonts as boxes."""
    return text.translate(_PRIVATE)
