"""What no reader took of a package: every part is searched as words or is unread.

A leak stands where nobody thought of looking: in the data of a chart, the building
blocks, the name of a bookmark. So nothing is listed that is to be looked at; what is
left over is looked at.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from heed.papers.font_words import uncovered, words_of_font
from heed.papers.hidden import Beside
from heed.papers.markup import Element, lines_of, local, parsed, said_in
from heed.papers.packages import Package
from heed.papers.picture_metadata import NotAPicture, told_by
from heed.papers.picture_metadata.words import strings_in
from heed.papers.refusals import Refused

Parse = Callable[[bytes], Element]

_KINDS = (
    (r"(^|/)charts?/|/chart\d", "data of a chart"),
    (r"(^|/)diagrams/", "diagram"),
    (r"/glossary/", "building blocks"),
    (r"^customXml/", "custom XML"),
    (r"/comments|/threadedComments", "comments"),
    (r"/pivotCache/|/pivotTables/", "pivot table"),
    (r"/externalLinks/", "values of another workbook"),
    (r"/media/|^Pictures/", "picture"),
)
_MIMETYPE = re.compile(rb"[\w.+-]+/[\w.+-]+\s*")
_FONT = re.compile(r"(^|/)fonts/[^/]+\.(ttf|otf|odttf)$", re.IGNORECASE)
_LIST_OF_FONTS = "word/fontTable.xml"
_PRINTER = re.compile(r"/printerSettings\d*\.bin$", re.IGNORECASE)
_MOST = 2_000_000
_NAMING = frozenset(
    (
        *("author", "initials", "name", "descr", "title", "alt", "displayName"),
        *("displayText", "userId", "ed", "string", "caption", "help", "prompt"),
        *("promptTitle", "errorTitle", "error", "refersTo", "tooltip", "instr"),
        *("lastUser", "userName", "sourceName", "formula", "display", "tag", "label"),
        *("string-value", "display-name", "creator"),
    )
)
_NAMED_BY_VALUE = frozenset(
    (
        *("alias", "tag", "default", "helpText", "statusText", "tblCaption"),
        *("tblDescription", "listEntry", "attr", "docVar", "lvlText", "entryMacro"),
        *("placeholder", "docPart", "category", "description"),
    )
)


@dataclass
class Rest:
    """What is left over of one package, as it is found."""

    package: Package
    parse: Parse = parsed
    beside: list[Beside] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def sweep(self, read: Iterable[str], left: Iterable[str]) -> None:
        """Look at every part. The text of those that were `read` is known, their names
        and labels are not; those that are `left` are told of elsewhere."""
        read, left = frozenset(read), frozenset(left)
        names = sorted(self.package.names)
        self.say("names of parts", "\n".join(names), label=True)
        for name in names:
            if name not in left:
                self._look_at(name, known=name in read)

    def say(self, kind: str, text: str, *, label: bool = False) -> None:
        """Keep these words, of which no more are kept than can be searched."""
        if len(text) > _MOST:
            self.unread.append(f"{kind}: more words than can be searched")
        elif text.strip():
            self.beside.append(Beside(kind, text, label))

    def _look_at(self, name: str, *, known: bool) -> None:
        try:
            self._say_what_is_in(name, self.package.read(name), known=known)
        except NotAPicture:
            self.unread.append(name)
        except (Refused, ValueError):
            self.unread.append(f"{name}: it is damaged")
        except Exception:  # noqa: BLE001 what is left over must stop no referral
            self.unread.append(name)

    def _say_what_is_in(self, name: str, data: bytes, *, known: bool) -> None:
        if name.endswith("/") and not data:
            return
        if name == "mimetype" and _MIMETYPE.fullmatch(data):
            return
        if _is_markup(data):
            self._words_of(name, self.parse(data), known=known)
        elif _FONT.search(name):
            self.say(f"names in {name}", self._words_of_font(data), label=True)
        elif _PRINTER.search(name):
            self.say(name, strings_in(data), label=True)
        elif not known:
            told = told_by(data)
            self.say(f"picture {name}", told.words, label=True)
            if told.another:
                self.unread.append(f"{name}: more than a picture is in it")

    def _words_of_font(self, data: bytes) -> str:
        """What a font says, by what it holds and not by what it is called."""
        try:
            return words_of_font(data)
        except ValueError:
            names = self.package.names
            keys = self.package.read(_LIST_OF_FONTS) if _LIST_OF_FONTS in names else b""
            for each in uncovered(data, keys):
                with suppress(ValueError):
                    return words_of_font(each)
            raise

    def _words_of(self, name: str, root: Element, *, known: bool) -> None:
        kind = kind_of(name)
        if not known and said_in(root).strip():
            self.say(kind, "\n".join(lines_of(root)))
        labels = "\n".join(dict.fromkeys(labels_of(root)))
        self.say(f"names and labels in {name}", labels, label=True)


def kind_of(name: str) -> str:
    """What people call a part, with its name."""
    found = (kind for shape, kind in _KINDS if re.search(shape, name))
    return f"{next(found, 'part')} {name}"


def _is_markup(data: bytes) -> bool:
    return data[:4].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t\x00")[:1] == b"<"


def labels_of(root: Element) -> Iterator[str]:
    """What somebody called something: attributes that hold names and descriptions."""
    for each in root.iter("*"):
        own = local(each)
        if own in {"lsdException", "font", "latin"}:
            continue  # Word's own list of styles, and what letters look like
        for key, said in each.attrib.items():
            name = str(key).rsplit("}", 1)[-1]
            named = name in _NAMING or (
                own in _NAMED_BY_VALUE and name in {"val", "name", "uri"}
            )
            if (named or (own == "name" and _is_own_style(each))) and said.strip():
                yield str(said).strip()


def _is_own_style(element: Element) -> bool:
    """Whether a name is of what somebody made: the styles of Word name nobody."""
    holder = element.getparent()
    if holder is None:
        return False
    own = any(str(key).endswith("customStyle") for key in holder.attrib)
    return own or local(holder) != "style"
