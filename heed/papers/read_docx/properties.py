"""Who made an Office file, and what else it says of itself."""

import re

from heed.papers.markup import local, said_in
from heed.papers.read_docx.parts import Parts

PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
_OF_NO_PERSON = re.compile(
    r"Pages|Words|Characters.*|Lines|Paragraphs|TotalTime|HeadingPairs|DocSecurity|"
    r"ScaleCrop|LinksUpToDate|SharedDoc|HyperlinksChanged|AppVersion|revision|language"
)
"""Properties that only count, or speak of the program."""


def properties_of(parts: Parts) -> dict[str, str]:
    """Who made an Office file, and what else its properties say."""
    found: dict[str, str] = {}
    for name in PROPERTIES:
        root = parts.xml(name)
        for each in root if root is not None else ():
            said = said_in(each).strip()
            title = each.get("name") or local(each)
            if said and not _OF_NO_PERSON.fullmatch(title):
                found[title] = said
    return found
