"""What a publication is in the words of schema.org, for programs that find and cite.

It stands in the page as a block of data. A browser runs no such block, so that the
content security policy, which lets no script of a page run, has nothing against it.
"""

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString

from heed.library.models import Publication
from heed.library.states import Kind

CONTEXT = "https://schema.org"
SCRIPT = '<script type="application/ld+json">{}</script>'
NEVER_IN_A_BLOCK = {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"}


def described(row: Publication, address: str) -> dict[str, Any]:
    """A publication as plain values of schema.org; nothing of its text."""
    said: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Report" if row.kind != Kind.BRIEFING else "Article",
        "@id": row.id.urn,
        "name": row.title,
        "headline": row.title,
        "url": address,
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "genre": row.type_as_published or Kind(row.kind).label,
        "datePublished": row.dates.get("published", {}).get("iso", ""),
        "dateModified": row.changed_on,
        "description": row.teaser,
        "wordCount": row.words,
        "publisher": [
            {"@type": "Organization", "name": each.name}
            for each in (row.publisher, *row.joint_with.all())
        ],
        "author": [{"@type": "Person", "name": name} for name in row.lead_reviewers],
        "about": [theme.name for theme in row.themes.all()],
        "encoding": [
            {"@type": "MediaObject", "encodingFormat": form, "contentUrl": where}
            for form, where in forms_of(row, address)
        ],
    }
    return {name: value for name, value in said.items() if value}


def forms_of(row: Publication, address: str) -> list[tuple[str, str]]:
    """The media type and the address of each form in which it can be had."""
    if row.document is None:
        return []
    own = f"{address}{row.slug}"
    kept = {each.form for each in row.downloads.defer("content")}
    forms = [("application/pdf", f"{own}.pdf")] if "pdf" in kept else []
    return [*forms, ("text/plain", f"{own}.txt"), ("application/json", f"{own}.json")]


def block(row: Publication, path: str) -> SafeString:
    """The block for the page: no word can end it, as `<` never stands in it."""
    said = json.dumps(
        described(row, f"{settings.PUBLIC_ADDRESS}{path}"), ensure_ascii=False
    )
    for sign, spelled in NEVER_IN_A_BLOCK.items():
        said = said.replace(sign, spelled)
    return SafeString(SCRIPT.format(said))
