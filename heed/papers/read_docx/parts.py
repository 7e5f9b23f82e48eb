"""The parts of a Word file: which there are, and how they point at one another."""

import posixpath
from dataclasses import dataclass
from functools import cached_property

from heed.papers.packages import Package, damaged
from heed.papers.read_docx.names import RELS, Element, parsed


@dataclass(frozen=True, slots=True)
class Relation:
    kind: str
    """The last word of its type: "header", "image", "hyperlink", …"""
    target: str
    external: bool


@dataclass(frozen=True)
class Parts:
    package: Package

    def xml(self, name: str) -> Element | None:
        """A part parsed, or None when the file does not have it."""
        return parsed(self.package.read(name)) if name in self.package.names else None

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part points at, by the id that it uses."""
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = root.iter(f"{{{RELS}}}Relationship") if root is not None else ()
        return {each.get("Id", ""): _relation(each, folder) for each in found}

    @cached_property
    def main(self) -> str:
        """The name of the part with the text. Raises Refused when there is none."""
        found = (
            r.target for r in self.relations("").values() if r.kind == "officeDocument"
        )
        name = next(found, "word/document.xml")
        if name not in self.package.names:
            raise damaged()
        return name

    def of_kind(self, kind: str) -> list[str]:
        """The names of the parts of this kind that the main part points at."""
        relations = self.relations(self.main).values()
        names = (r.target for r in relations if r.kind == kind and not r.external)
        return [name for name in dict.fromkeys(names) if name in self.package.names]

    def one(self, kind: str) -> Element | None:
        """The one part of this kind, parsed."""
        names = self.of_kind(kind)
        return self.xml(names[0]) if names else None


def _relation(element: Element, folder: str) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Type", "").rsplit("/", 1)[-1], target, external)
