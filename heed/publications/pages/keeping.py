"""What the pages say and ask on which an identifying word is kept by exception."""

from heed.publications import queries
from heed.publications.models import KeptWord
from heed.publications.pages.findings import ShownFinding
from heed.publications.scanning import advised_of


def kept_before(found: ShownFinding) -> dict:
    """What the page that keeps a word begins with: what was said of it when its
    sentence was another, for both to look at again. Legal advice was of that sentence
    alone."""
    earlier = found.earlier
    if not isinstance(earlier, KeptWord):
        return {}
    return {name: getattr(earlier, name) for name in ("reason", "why")}


def asked_to_keep(found: ShownFinding) -> dict:
    """What is asked of whoever keeps this word: kinds that fit what was found."""
    return {
        "initial": kept_before(found),
        "reasons": found.reasons,
        "advised": advised_of(found.finding),
        "places": found.places,
    }


def one_place(found: ShownFinding) -> str:
    """That an exception holds for one place: the words that it stands in; of a place or
    a day that many share, for each in which it stands now."""
    where = f" The place is: “{found.paragraph}”" if found.paragraph else ""
    if found.places > 1:
        return (
            "It may stay in exactly this form, in this place or in all in which it "
            f"stands now; what is written later is looked at anew.{where}"
        )
    return (
        "It may stay in exactly this form and in this one place; every other place "
        f"needs an exception of its own. An address that is protected has none.{where}"
    )


def to_sign(kept: KeptWord) -> str:
    """What a second body signs: why it may stay, and in how many places."""
    places = len(queries.kept_together(kept))
    said = f"{kept.get_reason_display()}. {kept.why}"
    return f"{said} You sign for all {places} places." if places > 1 else said
