"""What the national form for a serious child safeguarding incident asks, in our words
and its order. It takes four children in fields of their own and more as text.

The form stands on a closed system, and nobody has compared these words with it: a
label may read otherwise there. What is asked here is what its guidance tells local
authorities to have ready.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heed.rulebook import sources
from heed.rulebook.criteria.notifiable import Answer, NotificationAnswers, Suspicion

STRUCTURED_CHILDREN = 4
SOURCE = sources.INCIDENT_GUIDE


class Nature(StrEnum):
    """What kind of incident it is, as the Department for Education counts them."""

    DEATH = "death"
    DEATH_IN_CARE = "death_in_care"
    DEATH_AFTER_CARE = "death_after_care"
    SERIOUS_HARM = "serious_harm"
    OTHER = "other"


NATURES: Mapping[Nature, str] = {
    Nature.DEATH: "Death of a child",
    Nature.DEATH_IN_CARE: "Death of a looked-after child, without abuse or neglect",
    Nature.DEATH_AFTER_CARE: "Death of a care leaver",
    Nature.SERIOUS_HARM: "Serious harm to a child",
    Nature.OTHER: "Other: a child has seriously harmed somebody",
}


def nature_of(answers: NotificationAnswers) -> Nature | None:
    """What kind of incident the answers about one child make it; None while they do not
    say. What is not known is never taken for “without abuse or neglect”."""
    if answers.died == Answer.YES:
        return _nature_of_death(answers)
    if answers.seriously_harmed == Answer.YES:
        return Nature.SERIOUS_HARM
    return Nature.OTHER if answers.caused_serious_harm == Answer.YES else None


def _nature_of_death(answers: NotificationAnswers) -> Nature | None:
    after_care = Nature.DEATH_AFTER_CARE if answers.care_leaver == Answer.YES else None
    if answers.is_child == Answer.NO:
        return after_care
    if answers.abuse_or_neglect != Suspicion.NO:
        is_perhaps_adult = after_care and answers.is_child != Answer.YES
        return None if is_perhaps_adult else Nature.DEATH
    if answers.looked_after == Answer.YES:
        return Nature.DEATH_IN_CARE
    return after_care or Nature.DEATH


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
        _known("nature", "What kind of incident it is"),
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
