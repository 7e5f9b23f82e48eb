"""What another area reads of a case: what was agreed, drawn up as the case is now."""

from collections.abc import Callable

from django.db.models import OuterRef, Subquery

from heed.cases.describing import parts_of_child
from heed.cases.holds import how_it_stands, processes_of
from heed.cases.kept import rows_of
from heed.cases.models import Case, CaseShare, ShareDeclaration, ShareNote, StepTaken
from heed.cases.models.sharing import areas_that_read
from heed.cases.queries import (
    children_of,
    deadlines_of,
    reads_the_case,
    safety_actions_of,
)
from heed.partnership.one_look import asked_once
from heed.partnership.prepared import Prepared
from heed.rulebook import process
from heed.rulebook.outcomes import label
from heed.rulebook.sharing import PARTS, Part
from heed.rulebook.words import in_words

Rows = list[tuple[str, str]]
DECIDED = (
    process.DECIDE_ON_NOTIFICATION,
    process.RECORD_NOTIFICATION,
    process.LOG_OUTSIDE_NOTIFICATION,
    process.RECORD_NOTIFICATION_OF_DEATH,
    process.LOG_OUTSIDE_DEATH_NOTICE,
    process.WITHDRAW_NOTIFICATION,
    process.SIGN_OFF_RAPID_REVIEW,
    process.SEND_TO_PANEL,
    process.RECORD_PANEL_ANSWER,
    process.RECONSIDER,
    process.START_LOCAL_REVIEW,
    process.PUBLISH,
)


def _children(case: Case, at) -> Rows:
    return [
        (child.shown_as, "\n".join(f"{asked}: {said}" for asked, said in rows if said))
        for child in children_of(case)
        for rows in [
            [row for part in parts_of_child(child, names_on=True) for row in part.rows]
        ]
    ]


def _dates(case: Case, at) -> Rows:
    return [
        (one.name, in_words(one.target_on) if one.target_on else "No day is set")
        for one in deadlines_of(case, at=at)
        if one.is_running
    ]


def _decisions(case: Case, at) -> Rows:
    names = {step.slug: step.name for step in DECIDED}
    taken = StepTaken.objects.filter(case=case, step__in=names).order_by("at")
    return [
        (
            names[one.step],
            ", ".join(filter(None, [one.outcome and label(one.outcome), _day(one)])),
        )
        for one in taken.defer("reasons")
    ]


def _day(taken: StepTaken) -> str:
    return in_words(taken.effective_on) if taken.effective_on else ""


def _safety(case: Case, at) -> Rows:
    return [
        (action.what, action.outcome or "Not confirmed yet")
        for action in safety_actions_of(case)
    ]


def _beside(case: Case, at) -> Rows:
    return [(one.get_kind_display(), how_it_stands(one)) for one in processes_of(case)]


SHOWN: dict[Part, Callable[[Case, object], Rows]] = {
    Part.CHILDREN: _children,
    Part.DATES: _dates,
    Part.DECISIONS: _decisions,
    Part.SAFETY: _safety,
    Part.BESIDE: _beside,
}


def shows_when_shared(part: Part, rows: Callable[[Case, object], Rows]) -> None:
    """Let a later stage draw up a part that two areas may agree to share."""
    SHOWN[part] = rows


# Where the page of a share leads on: (share, person, at) -> name of a page and words.
LEADS_ON: list[Callable] = []


def leads_on_when_shared(ways: Callable) -> None:
    """Let a later stage ask something of both areas that share a case."""
    if ways not in LEADS_ON:
        LEADS_ON.append(ways)


def ways_on_from(share: CaseShare, person, *, at) -> list[tuple[str, str]]:
    """What is asked of whoever reads what is shared: a page, and its words."""
    return [way for ways in LEADS_ON for way in ways(share, person, at=at)]


def what_is_shared(share: CaseShare, *, at) -> list[tuple[str, Rows]]:
    """Each part that was agreed, with what it says now; nothing of any other."""
    return [
        (PARTS[part], SHOWN[part](share.case, at))
        for part in Part
        if part in share.parts and part in SHOWN
    ]


def shares_of(case: Case) -> list[CaseShare]:
    """With whom a case is or was shared, what stands before what has ended."""
    kept = rows_of(CaseShare, case).select_related("other_area")
    return sorted(kept, key=lambda share: (share.ended_at is not None, share.shared_at))


@asked_once
def shared_with(person, *, at) -> list[CaseShare]:
    """What other areas share with somebody, each with what they declared of it last."""
    areas = areas_that_read(person, at=at)
    return _shared_with(areas=areas, person=person.pk) if areas else []


@Prepared
def _shared_with(*, areas: tuple, person):
    said = ShareDeclaration.objects.filter(share=OuterRef("pk"), person=person)
    last = said.order_by("-declared_at").values("answer")[:1]
    found = CaseShare.objects.shown_in(areas, person=person)
    found = found.annotate(said=Subquery(last)).select_related("case", "partnership")
    return found.order_by("shared_at")


def to_declare_on(person, *, at) -> list[CaseShare]:
    """What is shared with somebody who has not said whether they have an interest."""
    return [share for share in shared_with(person, at=at) if share.said is None]


def read_of_others(person, *, at) -> list[CaseShare]:
    """What other areas share and somebody reads."""
    none = ShareDeclaration.Answer.NONE
    return [share for share in shared_with(person, at=at) if share.said == none]


def notes_of(share: CaseShare) -> list[ShareNote]:
    """What both areas wrote to each other, in its order."""
    return list(ShareNote.objects.filter(share=share))


def reads_share(person, share: CaseShare, *, at) -> bool:
    """Whether somebody reads what is shared: who may open the case, and of the other
    area whoever has declared to have no interest in it."""
    if reads_the_case(person, share.case, at=at):
        return True
    said = ShareDeclaration.objects.filter(share=share, person=person).last()
    return said is not None and said.answer == ShareDeclaration.Answer.NONE
