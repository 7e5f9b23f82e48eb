"""What the steps are about that are possible at any time: so that somebody who comes
twice a year finds one among them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from heed.cases.offers import Offer
from heed.rulebook import process
from heed.rulebook.language import Step
from heed.rulebook.process import (
    learning,
    notification,
    panel,
    publication,
    rapid_review,
    review,
)

FEW = 6  # so few that none of them needs to be folded away


@dataclass(frozen=True)
class Subject:
    """A group of steps: those named, and those of its parts of the process that no
    group names. What is done daily stands open."""

    name: str
    steps: frozenset[Step] = frozenset()
    parts: tuple = ()
    is_daily: bool = False


SUBJECTS: Sequence[Subject] = (
    Subject(
        "Ask, tell and note",
        frozenset(
            {
                process.ASK_AGENCY,
                process.BRING_IN_CHRONOLOGY,
                process.COMMENT_AS_SCRUTINEER,
                process.RECORD_INCIDENT_DAYS,
                process.RECORD_INCIDENT_PLACE,
                process.RECORD_OPEN_ITEM,
                process.RECORD_TOLD,
                process.TELL_PARTNERS,
            }
        ),
        is_daily=True,
    ),
    Subject(
        "The child and the family",
        frozenset(
            {
                process.ACCEPT_FAMILY_NOT_TOLD,
                process.AGREE_WHAT_FAMILY_IS_TOLD,
                process.RECORD_CARE_LEAVER_DEATH,
                process.RECORD_LOOKED_AFTER_DEATH,
                process.WRITE_PORTRAIT,
            }
        ),
    ),
    Subject(
        "Other processes beside this one",
        frozenset(
            {
                process.BEGIN_OTHER_LEARNING,
                process.CLEAR_PROCEEDINGS,
                process.LOG_ENQUIRY,
                process.NOTE_CIRCUMSTANCE,
                process.NOTE_PROCESS,
                process.SET_HOLD,
                process.SHARE_CASE,
                process.OPEN_LOCAL_RAPID_REVIEW,
            }
        ),
    ),
    Subject(
        "The notification",
        frozenset({process.WEIGH_NOTIFICATION}),
        parts=(notification,),
    ),
    Subject(
        "The rapid review and its decision",
        frozenset({process.PROPOSE_DECISION, process.WRITE_RAPID_REVIEW}),
        parts=(rapid_review, panel),
    ),
    Subject("The review and its report", parts=(review,)),
    Subject(
        "What is published",
        frozenset(
            {
                process.AGREE_TO_REMOVE,
                process.PREPARE_PUBLICATION,
                process.RECORD_NATIONAL_REPORT,
                process.REMOVE_NATIONAL_REPORT,
            }
        ),
        parts=(publication,),
    ),
    Subject("Recommendations, actions and briefings", parts=(learning,)),
)
THE_CASE = Subject(
    "The case itself, and who may see it",
    frozenset({process.ARCHIVE_CASE, process.CLOSE_CASE, process.REOPEN}),
)


@dataclass
class Group:
    """The steps of one subject, each with its page."""

    name: str
    is_open: bool
    offers: list[tuple[Offer, str]] = field(default_factory=list)


def subject_of(step: Step) -> Subject:
    """What a step is about: as it is named, else by the part of the way it is of."""
    for subject in (*SUBJECTS, THE_CASE):
        if step in subject.steps:
            return subject
    for subject in SUBJECTS:
        if any(step in vars(part).values() for part in subject.parts):
            return subject
    return THE_CASE


def by_subject(offers: Sequence[tuple[Offer, str]]) -> list[Group]:
    """The steps in their groups, in the order of the way; no group is empty."""
    groups = {
        subject: Group(subject.name, subject.is_daily or len(offers) <= FEW)
        for subject in (*SUBJECTS, THE_CASE)
    }
    for offer, address in offers:
        groups[subject_of(offer.step)].offers.append((offer, address))
    return [group for group in groups.values() if group.offers]
