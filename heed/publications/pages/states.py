"""What the pages show of going out by itself, jointly, and of texts beside a report."""

from django.shortcuts import redirect, render

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.answering import attempt
from heed.cases.models import Case, CaseShare
from heed.cases.queries import reads_the_case
from heed.publications import actions, queries
from heed.publications.joining import (
    areas_answered_for,
    areas_of,
    by_seat,
    joining_on,
    joinings_of,
)
from heed.publications.kinds import BESIDE, COMES_LATER
from heed.publications.models import Paper
from heed.publications.pages.texts import has_marks
from heed.publications.releases import last_lapse, waiting_release
from heed.publications.signed import valid_approvals
from heed.publications.texts import text_of, title_of
from heed.publications.writing import correction_now
from heed.rulebook.outcomes import STANDS_FOR_THE_REPORT, PublicationDecision
from heed.rulebook.process.stages import PUBLISHING
from heed.rulebook.words import in_words

THE_SAME_GATE = (
    "It goes through the same gate as the report: it is searched, two people of "
    "different bodies approve it, and it goes ahead with the report."
)
COMES_LATER_ITSELF = (
    "It goes through the same gate as the report did: it is searched, two people of "
    "different bodies approve it, and it goes ahead to the Panel, the Secretary of "
    "State and Ofsted seven working days before."
)
MARKED = (
    "The words are not changed here. Whoever says what a table is counts among those "
    "who wrote the text, and does not approve it."
)
NOTHING_TO_MARK = (
    "Nothing is asked of this text: it has no table without a head, no bold line that "
    "could be a heading, and no small numbers."
)
SAID_TO_READERS = (
    "It stands on the page for every reader, with the day on which it comes out. It is "
    "searched and approved with the text: name nobody in it, and repeat nothing that "
    "was wrong."
)


def moment_in_words(case: Case) -> str:
    """The planned moment, as a page says it; what to do where there is none."""
    found = queries.publication_of(case)
    if found is None or found.planned_for is None:
        return "No day and hour are set yet. Set them first."
    day = in_words(clock.london_date(found.planned_for))
    hour = clock.london_time(found.planned_for)
    return f"It is planned for {day} at {hour:%H:%M}, to the second and never before."


def goes_by_itself(case: Case) -> bool:
    """Whether a manager has arranged that it goes out by itself."""
    found = queries.publication_of(case)
    return found is not None and waiting_release(found) is not None


def may_go_by_itself(case: Case) -> bool:
    """Whether it could be arranged: it is decided, a moment is set, and nothing is
    arranged yet."""
    found = queries.publication_of(case)
    planned = bool(found and found.decision and found.planned_for)
    return planned and not goes_by_itself(case)


def stands_for_the_report(case: Case) -> bool:
    """Whether something else is published in its place."""
    found = queries.publication_of(case)
    return found is not None and found.decision in STANDS_FOR_THE_REPORT


def is_put_off(case: Case) -> bool:
    """Whether the partners have decided to publish later."""
    found = queries.publication_of(case)
    later = PublicationDecision.PUBLISH_LATER
    return found is not None and found.decision == later


def of_release(publication) -> dict:
    """What the panel says of going out by itself."""
    return {
        "release": waiting_release(publication),
        "lapsed": last_lapse(publication),
        "jointly": [_joining(each) for each in joinings_of(publication)],
    }


def _joining(joining) -> dict:
    answers = [(area, by_seat(joining, area)) for area in areas_of(joining)]
    return {"share": joining.share, "joining": joining, "answers": answers}


def shares_to_join(case: Case) -> list[CaseShare]:
    """The areas of this installation that the case is shared with, and that it is not
    before already."""
    standing = CaseShare.objects.filter(case=case, ended_at=None)
    found = standing.exclude(other_area=None).select_related("other_area")
    return [share for share in found if joining_on(share) is None]


def is_shared_here(case: Case) -> bool:
    """Whether another area of this installation could publish it too."""
    standing = CaseShare.objects.filter(case=case, ended_at=None)
    return case.stage in PUBLISHING and standing.exclude(other_area=None).exists()


def of_joint(case: Case) -> dict:
    """Who has answered on publishing jointly."""
    found = queries.publication_of(case)
    joinings = joinings_of(found) if found else []
    return {"jointly": [_joining(each) for each in joinings]}


def answered(request, form, share: CaseShare, *, areas, is_asked: bool):
    """The page on which a partner of either area answers; others read who did."""
    if form.is_valid() and attempt(
        form, actions.answer_on_joint, share, by=request.person, at=request.at
    ):
        return redirect("shared_case", share.public_id)
    context = {"share": share, "form": form, "areas": areas}
    # What somebody sent comes back with why it was not taken.
    context["may_answer"] = is_asked or form.is_bound
    context["of_the_other"] = not reads_the_case(
        request.person, share.case, at=request.at
    )
    return render(request, "publications/answer_on_joint.html", context)


def joint_to_answer(share: CaseShare, person, *, at) -> list[tuple[str, str]]:
    """What another area's page leads to: the answer, while one is asked for; of others,
    who has answered."""
    joining = joining_on(share)
    if joining is None or share.ended_at is not None:
        return []
    asked = areas_answered_for(person, joining, at=at)
    said = (
        "Answer on publishing it jointly" if asked else "Who answers on publishing it"
    )
    return [("answer_on_joint", said)]


def of_beside(request, case: Case) -> dict:
    """The texts that stand beside a report or for it: which are there, and how far."""
    found = queries.publication_of(case)
    papers = {paper.kind: paper for paper in queries.papers_ahead_of(found)}
    public = bool(found and found.published_on)
    changed = {each.content_hash for each in queries.texts_changed_since_sent(found)}
    wanted = queries.kinds_to_publish(found) if found else BESIDE
    shown = [
        _one(kind, papers.get(kind), changed, at=request.at)
        for kind in Paper.Kind
        if kind in wanted and (public or kind not in COMES_LATER)
    ]
    return case_pages.banner(request, case) | {"texts": shown, "gate": way_of(case)}


def way_of(case: Case) -> str:
    """By which way a text that is written now becomes public."""
    found = queries.publication_of(case)
    return COMES_LATER_ITSELF if found and found.published_on else THE_SAME_GATE


def _one(kind: str, paper: Paper | None, changed: set[str], *, at) -> dict:
    text = text_of(paper) if paper else None
    shown = {"kind": kind, "name": Paper.Kind(kind).label, "is_there": text is not None}
    if text is None:
        return shown
    return shown | {
        "title": title_of(paper),
        "approvals": len(valid_approvals(paper, text.content_hash, at=at)),
        "is_public": bool(paper.published_hash),
        "changed": bool(paper.published_hash)
        and text.content_hash != paper.published_hash,
        "noted": text.to_be_corrected,
        "not_material": text.content_hash in changed,
        "to_mark": kind != Paper.Kind.REPORT and has_marks(paper, text),
        "of_ours": kind != Paper.Kind.REPORT,
    }


def to_correct(case: Case, kind: str) -> dict:
    """What the page of a correction begins with: the note that is not out yet, as it
    stands."""
    now = correction_now(queries.paper_or_404(case, kind))
    return {"initial": now.says, "shown": now}
