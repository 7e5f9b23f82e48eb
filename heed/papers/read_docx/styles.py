"""What styles and numbering say of a paragraph: heading, list, hidden."""

import re
from dataclasses import dataclass, field

from heed.papers.read_docx.names import Element, value, w

_HEADING = re.compile(r"(?:heading|überschrift|titre) ?(\d)", re.IGNORECASE)
_DEEPEST = 6
_SMALLEST_VISIBLE = 4
"""In half points: what is smaller is meant not to be seen."""
_NEAR_WHITE = 0xF0
_PAPER = frozenset(("background1", "light1", "bg1", "lt1"))
_OFF = frozenset(("0", "false", "off", "none"))


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
    default: Element | None = None
    """What letters are like where nothing is said of them."""
    usual: str = ""
    """The style of a paragraph that names none."""
    known: dict[tuple[str, str, str], Element | None] = field(default_factory=dict)

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

    def hides(self, run: Element | None, paragraph: Element | None) -> bool:
        """Whether a run is not to be seen: by its own properties, by its style, that
        of its paragraph, or the usual one of the file."""
        vanish = self.in_force("vanish", run, paragraph)
        if vanish is not None and vanish.get(w("val"), "true") not in _OFF:
            return True
        size = self.in_force("sz", run, paragraph)
        half_points = "" if size is None else size.get(w("val"), "")
        return half_points.isdigit() and int(half_points) < _SMALLEST_VISIBLE

    def is_white(self, run: Element | None, paragraph: Element | None) -> bool:
        """Whether a run has the colour of the paper."""
        colour = self.in_force("color", run, paragraph)
        if colour is None:
            return False
        themed = colour.get(w("themeColor"), "")
        plain = not colour.get(w("themeShade"))
        return (themed in _PAPER and plain) or near_white(colour.get(w("val"), ""))

    def in_force(
        self, name: str, run: Element | None, paragraph: Element | None
    ) -> Element | None:
        """A property of a run, from wherever it has it; None where nothing says."""
        own = None if run is None else run.find(w(name))
        if own is not None:
            return own
        styles = value(run, "rStyle"), value(paragraph, "pStyle")
        return self._by_style(name, *styles)

    def _by_style(self, name: str, run: str, paragraph: str) -> Element | None:
        key = (name, run, paragraph)
        if key not in self.known:
            chain = [*self.chain(run), *self.chain(paragraph or self.usual)]
            properties = [*(style.find(w("rPr")) for style in chain), self.default]
            found = (each.find(w(name)) for each in properties if each is not None)
            self.known[key] = next((each for each in found if each is not None), None)
        return self.known[key]

    def shades(self, style: str) -> bool:
        """Whether a style of tables puts a colour behind any of its cells."""
        chain = self.chain(style)
        return any(shaded(each) for one in chain for each in one.iter(w("shd")))


def read_styles(styles: Element | None, numbering: Element | None) -> Styles:
    """The styles and numbering of a file that may have neither."""
    found = styles.iter(w("style")) if styles is not None else ()
    by_id = {style.get(w("styleId"), ""): style for style in found}
    bullets = _bullets(numbering) if numbering is not None else frozenset()
    at = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"
    default = styles.find(at) if styles is not None else None
    usual = (key for key, style in by_id.items() if _is_usual(style))
    return Styles(by_id, bullets, default, next(usual, ""))


def _is_usual(style: Element) -> bool:
    of_paragraphs = style.get(w("type")) == "paragraph"
    return of_paragraphs and style.get(w("default"), "") in {"1", "true", "on"}


def near_white(colour: str) -> bool:
    """Whether six digits are the colour of paper."""
    try:
        red, green, blue = bytes.fromhex(colour)
    except ValueError:
        return False
    return min(red, green, blue) >= _NEAR_WHITE


def shaded(shading: Element | None) -> bool:
    """Whether this puts a colour behind words on which white ones can be read."""
    if shading is None:
        return False
    fill = shading.get(w("fill"), "auto")
    themed = shading.get(w("themeFill"), "")
    if themed:
        return themed not in _PAPER or bool(shading.get(w("themeFillShade")))
    return fill.lower() != "auto" and not near_white(fill)


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
