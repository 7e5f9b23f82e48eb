"""What the national form for a serious child safeguarding incident asks, in our words
and its order. It takes four children in fields of their own and more as text.

The form stands on a closed system, and nobody has compared these words with it: a
label may read otherwise there. What is asked here is what its guidance tells local
authorities to have ready.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from heed.rulebook import sources

STRUCTURED_CHILDREN = 4
SOURCE = sources.INCIDENT_GUIDE


@dataclass(frozen=True, kw_only=True)
class FormField:
    """One thing that the form asks. What holds `names` is left out while names are
    off: it says who somebody is, or was written in somebody's own words."""

    slug: str
    label: str
    names: bool = False


@dataclass(frozen=True, kw_only=True)
class FormPart:
    """A part of the form, with what it asks once for the incident."""

    title: str
    fields: Sequence[FormField]


def _told(slug: str, label: str) -> FormField:
    return FormField(slug=slug, label=label, names=True)


def _known(slug: str, label: str) -> FormField:
    return FormField(slug=slug, label=label)


WHO_NOTIFIES = FormPart(
    title="Who notifies",
    fields=(
        _known("authority", "Local authority"),
        _known("partnership", "Safeguarding partnership"),
        _known("notifier", "Who notifies, with telephone and email"),
        _known("reference", "Our reference"),
    ),
)
THE_INCIDENT = FormPart(
    title="The incident",
    fields=(
        _known("when", "When it happened"),
        _known("kind_of_place", "What kind of place it was"),
        _told("where", "Where it happened"),
        _known("aware", "When the local authority became aware"),
        _known("late", "Why it is late, if it is sent after five working days"),
        _told("what", "What happened"),
        _told("harm", "How the child was harmed"),
        _known("criteria", "What the working sheets come to"),
        _known("partners", "Whether the partners agree to notify"),
    ),
)
THE_FAMILY = FormPart(
    title="The family and other people",
    fields=(
        _told("family", "Family and household"),
        _told("responsible", "Person thought to be responsible"),
    ),
)
WHO_IS_INVOLVED = FormPart(
    title="Organisations, and what is done",
    fields=(
        _known("agencies", "Organisations that know the family"),
        _told("safety", "What was done to make children safe"),
        _told("beside", "What else stands beside it: police, courts, other reviews"),
        _known("media", "Whether the press know of it"),
        _told("other_areas", "Other areas that are concerned"),
    ),
)
BEFORE_THE_CHILDREN = (WHO_NOTIFIES, THE_INCIDENT)
AFTER_THE_CHILDREN = (THE_FAMILY, WHO_IS_INVOLVED)
