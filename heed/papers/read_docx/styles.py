"""What styles and numbering say of a paragraph: heading, list, hidden."""

import re
from dataclasses import dataclass, field

from heed.papers.read_docx.names import Element, switched_on, value, w

_HEADING = re.compile(r"(?:heading|überschrift|titre) ?(\d)", re.IGNORECASE)
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Listed:
    """A place in a list: how deep, and whether its items are numbered."""

    level: int
    ordered: bool


@dataclass(frozen=True)
class Styles:
    """The styles of a file by their ids, and its kinds of numbering."""

    by_id: dict[str, Element] = field(default_factory=dict)
    bullets: frozenset[tuple[str, str]] = frozenset()
    """The (numbering, level) pairs that show a bullet and no number."""

    def chain(self, style: str) -> list[Element]:
        """A style and those it is based on, nearest first."""
        found: list[Element] = []
        while style in self.by_id and self.by_id[style] not in found:
            found.append(self.by_id[style])
            style = value(found[-1], "basedOn")
        return found

    def heading_level(self, properties: Element | None) -> int:
        """1 to 6 for a heading, 0 for any other paragraph."""
        if properties is None:
            return 0
        outlines = [value(properties, "outlineLvl")]
        for style in self.chain(value(properties, "pStyle")):
            name = value(style, "name")
            match = _HEADING.fullmatch(name)
            if match:
                return min(int(match[1]), _DEEPEST) or 1
            if name.lower() == "title":
                return 1
            outlines.append(value(style.find(w("pPr")), "outlineLvl"))
        level = next((o for o in outlines if o.isdigit()), "9")
        return int(level) + 1 if int(level) < _DEEPEST else 0

    def listed(self, properties: Element | None) -> Listed | None:
        """Where in a list a paragraph stands; None outside lists."""
        if properties is None:
            return None
        styles = self.chain(value(properties, "pStyle"))
        for each in (properties, *(style.find(w("pPr")) for style in styles)):
            numbering = None if each is None else each.find(w("numPr"))
            if numbering is not None:
                return self._listed(numbering)
        return None

    def _listed(self, numbering: Element) -> Listed | None:
        number = value(numbering, "numId")
        level = value(numbering, "ilvl") or "0"
        if number in {"", "0"} or not level.isdigit():
            return None
        return Listed(int(level), (number, level) not in self.bullets)

    def hides(self, properties: Element | None) -> bool:
        """Whether run properties, or their style, hide the text."""
        if switched_on(properties, "vanish"):
            return True
        chain = self.chain(value(properties, "rStyle"))
        return any(switched_on(style.find(w("rPr")), "vanish") for style in chain)


def read_styles(styles: Element | None, numbering: Element | None) -> Styles:
    """The styles and numbering of a file that may have neither."""
    found = styles.iter(w("style")) if styles is not None else ()
    by_id = {style.get(w("styleId"), ""): style for style in found}
    return Styles(by_id, _bullets(numbering) if numbering is not None else frozenset())


def _bullets(numbering: Element) -> frozenset[tuple[str, str]]:
    abstract = {
        each.get(w("abstractNumId"), ""): {
            level.get(w("ilvl"), "")
            for level in each.iter(w("lvl"))
            if value(level, "numFmt") in {"bullet", "none"}
        }
        for each in numbering.iter(w("abstractNum"))
    }
    return frozenset(
        (number.get(w("numId"), ""), level)
        for number in numbering.iter(w("num"))
        for level in abstract.get(value(number, "abstractNumId"), ())
    )
