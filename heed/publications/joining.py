"""Two partnerships publish under both names: who has answered, whether it stands."""

from collections.abc import Iterable

from django.db.models import Q

from heed import clock
from heed.cases.kept import rows_of
from heed.cases.models import Case, CaseShare
from heed.partnership.one_look import asked_once
from heed.partnership.queries import roles_of
from heed.publications.anonymous import is_anonymous
from heed.publications.models import AnswerOnPublication, Joining, Publication
from heed.rulebook.deciding import have_all_answered, is_carried
from heed.rulebook.outcomes import label
from heed.rulebook.roles import PARTNERS, SEATS
from heed.rulebook.words import in_words

AGREES = AnswerOnPublication.Answer.AGREES


@asked_once
def joinings_of(publication: Publication) -> list[Joining]:
    """With which areas it is to be published jointly, as far as that was not taken back
    and the case is still shared with them. When the sharing ends after both names stood
    on what is public, they go on standing there."""
    shared = Q(share__ended_at=None)
    if public := publication.published_at:
        shared |= Q(share__ended_at__gt=public, proposed_at__lte=public)
    standing = rows_of(Joining, publication.case).filter(
        shared, publication=publication, taken_back_at=None
    )
    found = standing.select_related("share__other_area", "partnership")
    return list(found.prefetch_related("answers__person"))


def joining_on(share: CaseShare) -> Joining | None:
    """What is before the partners of both areas that share a case; None where nothing
    is."""
    found = Joining.objects.filter(share=share, taken_back_at=None)
    return found.select_related(
        "share__other_area", "partnership", "case", "publication"
    ).first()


def areas_of(joining: Joining) -> tuple:
    """The two partnerships: whose case it is, and the other."""
    return joining.partnership, joining.share.other_area


def seat_in(area, person, *, at) -> str | None:
    """The seat that somebody holds in an area today; None without one."""
    held = roles_of(person, area, on=clock.london_date(at)).filter(role__in=PARTNERS)
    return next((each.seat for each in held if each.seat), None)


def areas_answered_for(person, joining: Joining, *, at) -> list:
    """The areas in which somebody holds a partner's seat that has not answered yet."""
    seats = {area: seat_in(area, person, at=at) for area in areas_of(joining)}
    return [
        area
        for area, seat in seats.items()
        if seat and seat not in {each.seat for each in answers_of(joining, area)}
    ]


def answers_of(joining: Joining, area) -> list:
    """What the partners of one area have answered, each for their own body."""
    return [each for each in joining.answers.all() if each.area_id == area.pk]


def has_agreed(joining: Joining, area) -> bool:
    """Whether the partners of one area have decided for it."""
    given = answers_of(joining, area)
    agreeing = sum(each.answer == AGREES for each in given)
    return is_carried(answered=len(given), agreeing=agreeing)


def stands(joining: Joining) -> bool:
    """Whether the partners of both have decided for it."""
    return all(has_agreed(joining, area) for area in areas_of(joining))


def joined_with(publication: Publication) -> list:
    """The partnerships that it is published with, under both names."""
    if is_anonymous(publication):
        return []
    return [each.share.other_area for each in joinings_of(publication) if stands(each)]


def names_of(partnership, others: Iterable) -> str:
    """Under which names something is published, as a sentence says them."""
    *before, last = [partnership.name, *(each.name for each in others)]
    return f"{', '.join(before)} and {last}" if before else last


def what_keeps_it_from_being_joint(publication: Publication) -> list[str]:
    """A sentence for each area whose partners have not decided for it."""
    return [
        _said_of(joining, area)
        for joining in joinings_of(publication)
        for area in areas_of(joining)
        if not has_agreed(joining, area)
    ]


def _said_of(joining: Joining, area) -> str:
    if have_all_answered(len(answers_of(joining, area))):
        return f"The partners of {area.name} do not agree to publish jointly."
    return f"The partners of {area.name} have not all answered on publishing jointly."


def rows_shared(case: Case, at) -> list[tuple[str, str]]:
    """What both areas see of a publication: how, when, and what each has answered. No
    reasons, and nothing of the text."""
    publication = rows_of(Publication, case).first()
    if publication is None:
        return []
    rows = [("Decided", label(publication.decision) if publication.decision else "")]
    if publication.planned_on:
        rows.append(("Planned for", in_words(publication.planned_on)))
    if publication.published_on:
        rows.append(("Published", in_words(publication.published_on)))
    for joining in joinings_of(publication):
        rows += [
            (f"Jointly: {area.name}, {each['label']}", each["answer"])
            for area in areas_of(joining)
            for each in by_seat(joining, area)
        ]
    return rows


def by_seat(joining: Joining, area) -> list[dict]:
    """Each of the three seats of an area with its answer, or none yet."""
    given = {each.seat: each for each in answers_of(joining, area)}
    return [
        {
            "label": label_,
            "answer": given[seat].get_answer_display() if seat in given else "",
        }
        for seat, label_ in SEATS.items()
    ]
