"""What the quick readers of sheets and of Word files share."""

from heed.papers.packages import Package

_OUTSIDE = (b"External", b"drawing", b"comments", b"vmlDrawing")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"))


def points_outside(package: Package) -> bool:
    """Whether parts point at something outside the file, or beside its words."""
    rels = (name for name in package.names if name.endswith(".rels"))
    return any(word in package.read(name) for name in rels for word in _OUTSIDE)


def unescaped(text: str) -> str:
    """A text of XML with its five signs as they are."""
    if "&" in text:
        for name, sign in _ENTITIES:
            text = text.replace(name, sign)
        text = text.replace("&amp;", "&")
    return text
