"""What the styles of an OpenDocument text say of its letters: bold, struck, hidden."""

from dataclasses import dataclass

from heed.papers.markup import Element, local

_NONE = frozenset(("", "none"))


@dataclass(frozen=True, slots=True)
class Manner:
    bold: bool = False
    italic: bool = False
    struck: bool = False
    hidden: bool = False

    def over(self, other: "Manner") -> "Manner":
        """This manner on top of another."""
        return Manner(
            self.bold or other.bold,
            self.italic or other.italic,
            self.struck or other.struck,
            self.hidden or other.hidden,
        )


PLAIN = Manner()


def get(element: Element, name: str) -> str:
    """An attribute by its name without namespace, or ""."""
    for full, value in element.attrib.items():
        if str(full).rpartition("}")[2] == name:
            return str(value)
    return ""


def manners_in(root: Element) -> dict[str, Manner]:
    """The manner of each style that gives its letters one."""
    found: dict[str, Manner] = {}
    for style in root.iter():
        if local(style) == "style":
            manner = _manner(style)
            if manner != PLAIN:
                found[get(style, "name")] = manner
    return found


def _manner(style: Element) -> Manner:
    properties = [each for each in style if local(each) == "text-properties"]
    if not properties:
        return PLAIN
    said = properties[0]
    weight = get(said, "font-weight")
    return Manner(
        bold=weight == "bold" or weight[:1] in {"6", "7", "8", "9"},
        italic=get(said, "font-style") in {"italic", "oblique"},
        struck=get(said, "text-line-through-style") not in _NONE
        or get(said, "text-line-through-type") not in _NONE,
        hidden=get(said, "display") == "none",
    )
