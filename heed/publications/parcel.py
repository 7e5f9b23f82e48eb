"""What is handed down, as it is kept until the library has it: complete in itself."""

from dataclasses import asdict
from datetime import date
from uuid import UUID

from heed.library.bundles import Bundle, Line
from heed.library.dates import PublicDate
from heed.library.states import Kind, State

DATES = ("published", "reported", "happened")
LISTS = (
    *("joint_with", "former_titles", "pseudonyms", "lead_reviewers", "themes"),
    *("distressing", "ages", "readers"),
)
ROWS = ("facts", "shown_by", "points")


def packed(bundle: Bundle) -> dict:
    """A bundle as plain values, without its files."""
    plain = asdict(bundle)
    for name in ("pdf", "word"):
        plain.pop(name)
    for name in ("publication_id", "review_id", "stays_until"):
        plain[name] = str(plain[name]) if plain[name] else None
    plain["kind"], plain["state"] = bundle.kind.value, bundle.state.value
    for name in (*LISTS, "support"):
        plain[name] = list(plain[name])
    for name in ROWS:
        plain[name] = [list(row) for row in getattr(bundle, name)]
    return plain


def unpacked(plain: dict, *, pdf: bytes = b"") -> Bundle:
    """The bundle that `packed` made plain, with its PDF."""
    given = dict(plain)
    for name in LISTS:
        given[name] = tuple(given.get(name, ()))
    for name in ROWS:
        given[name] = tuple(tuple(row) for row in given.get(name, ()))
    for name in DATES:
        given[name] = PublicDate.from_json(given[name])
    stays = given["stays_until"]
    return Bundle(
        **given
        | {
            "publication_id": UUID(given["publication_id"]),
            "review_id": UUID(given["review_id"]) if given["review_id"] else None,
            "stays_until": date.fromisoformat(stays) if stays else None,
            "kind": Kind(given["kind"]),
            "state": State(given["state"]),
            "support": tuple(Line(**line) for line in given["support"]),
            "pdf": pdf,
        }
    )
