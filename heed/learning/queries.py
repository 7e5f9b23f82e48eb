"""What is shown of learning. An owner sees her own actions, and never the case."""

from django.db.models import Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from heed import clock
from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.cases.models.beside_the_list import areas_of, of_led_organisations
from heed.cases.models.spine import is_able
from heed.cases.queries import reads_the_case, row_for
from heed.cases.seen import opened_by_name
from heed.learning.briefings import words_of
from heed.learning.models import (
    Action,
    Addressee,
    Briefing,
    BriefingApproval,
    Impact,
    Recommendation,
    organisations_led_by,
)
from heed.learning.shown import (
    ShownAction,
    due_actions,
    shown_action,
    shown_actions,
)
from heed.partnership.known_words import asking, in_known_words, known
from heed.partnership.models import Organisation
from heed.partnership.one_look import asked_once
from heed.partnership.queries import (
    organisations_of,
    people_of,
    roles_in,
)
from heed.publications.signed import came_to_somebody
from heed.rulebook.language import Role

SIGNATURES = 2
OF_CASE = ("case", "case__partnership")


def recommendations_of(case: Case) -> list[Recommendation]:
    """The recommendations of a case, each with those it is addressed to."""
    found = rows_of(Recommendation, case)
    addressed = Addressee.objects.select_related("organisation")
    return list(found.prefetch_related(Prefetch("addressees", addressed)))


def actions_in(case: Case, *, at) -> list[ShownAction]:
    """Every action of a case, in its number, as it stands."""
    return shown_actions(rows_of(Action, case), at=at)


def actions_for(recommendation: Recommendation, *, at, person) -> list[ShownAction]:
    """The actions planned for a recommendation that this person may see."""
    found = Action.objects.visible_to(person, at=at).select_related(*OF_CASE)
    return shown_actions(found.filter(recommendation=recommendation), at=at)


def open_actions_of(case: Case, *, at) -> list[ShownAction]:
    """The actions of a case that are not ended."""
    return [each for each in actions_in(case, at=at) if each.kept.is_open]


def without_impact(case: Case, *, at) -> list[ShownAction]:
    """Actions that were done, and of which nobody has said yet what changed."""
    waits = {None, Impact.Judgement.NOT_YET}
    return [
        each
        for each in actions_in(case, at=at)
        if each.was_done and (each.impact and each.impact.judgement) in waits
    ]


def actions_of(person, *, at) -> list[ShownAction]:
    """The actions that are open to a person by name: her own, and those of an
    organisation whose safeguarding lead she is. The earliest date first."""
    hers = Action.objects.open_to(person, at=at).select_related(*OF_CASE)
    found = shown_actions(hers, at=at)
    return sorted(found, key=lambda each: (not each.kept.is_open, each.target_on))


@asked_once
def actions_due_for(person, *, at) -> list[ShownAction]:
    """The open actions that wait for a person, what is due first on top."""
    found = _open_by_name(person, at=at).filter(status__in=Action.OPEN)
    found = found.select_related(*OF_CASE)
    return sorted(due_actions(found, at=at), key=lambda each: each.target_on)


def _open_by_name(person, *, at) -> QuerySet[Action]:
    """The actions open to a person by name: of who leads no organisation, her own."""
    if of_led_organisations(person, at=at) or not is_able(person, at=at):
        return opened_by_name(Action, person, at=at)
    owned = areas_of(person, at=at), person.pk
    return in_known_words(Action, OWNED, lambda: _owned(*owned), *owned)


def _owned(areas, person):
    return Action.objects.opened_in_areas(areas, Q(owner=person), person=person)


OWNED = asking(_owned)


def actions_without_owner(partnership, *, at) -> list[ShownAction]:
    """The open actions of a partnership whose owner has left."""
    left = known(Action).filter(
        partnership=partnership, status__in=Action.OPEN, owner__is_active=False
    )
    return due_actions(left.select_related(*OF_CASE), at=at)


def answers_owed_by(person, *, at) -> list[Addressee]:
    """Recommendations to which a safeguarding lead has not answered yet."""
    found = opened_by_name(Addressee, person, at=at).filter(answer="")
    return list(
        found.select_related("recommendation", "organisation", "case").order_by(
            "recommendation__due_on", "recommendation__number"
        )
    )


def action_for(person, public_id, *, at) -> ShownAction:
    """An action that this person may see, through the case or by name; else 404."""
    return shown_action(row_for(Action, person, public_id, at=at), at=at)


def is_open_case(person, case: Case, *, at) -> bool:
    """Whether a person may open the case itself, and not only what is hers in it."""
    return reads_the_case(person, case, at=at)


def organisations_to_address(case: Case, *, at) -> list[Organisation]:
    """The organisations of the partnership today."""
    return list(organisations_of(case.partnership, clock.london_date(at)))


def possible_owners(case: Case, person, *, at) -> list:
    """Who may own an action: people of an organisation who hold a role today; those of
    her own, where somebody plans who may not open the case."""
    held = roles_in(case.partnership, clock.london_date(at))
    people = people_of(case.partnership).filter(
        pk__in=held.values("person_id"), organisation__isnull=False
    )
    if not is_open_case(person, case, at=at):
        people = people.filter(organisation__in=organisations_led_by(person, at=at))
    return list(people)


def safeguarding_leads_of(organisations, partnership, *, at) -> list:
    """The safeguarding leads of these organisations today, each once."""
    held = roles_in(partnership, clock.london_date(at)).filter(
        role=Role.SAFEGUARDING_LEAD, organisation__in=organisations
    )
    return list({each.person_id: each.person for each in held}.values())


def others_to_replace_with(action: Action, person, *, at) -> list[Action]:
    """The open actions of the same case, seen by this person, that may replace one."""
    found = Action.objects.visible_to(person, at=at)
    same = found.filter(case=action.case, status__in=Action.OPEN)
    return list(same.exclude(pk=action.pk))


def briefings_of(case: Case) -> list[Briefing]:
    """The briefings of a case, unopened."""
    found = rows_of(Briefing, case)
    return list(found.defer("content", "published_content"))


def public_briefings(case: Case) -> list[Briefing]:
    """The briefings of a case that anybody can read now."""
    found = Briefing.objects.filter(case=case, edition__gt=0, withdrawn_at=None)
    return list(found.select_related("case", "partnership"))


def briefings_with_report(case: Case) -> list[Briefing]:
    """The briefings that go out by the same decision as the report."""
    found = Briefing.objects.filter(case=case, with_report=True, edition=0)
    return list(found.select_related("case", "partnership"))


def titles_of_public_briefings(case: Case) -> list[str]:
    """What they are called, as the public reads it."""
    return [
        each.published_content["briefing"]["title"] for each in public_briefings(case)
    ]


def briefing_for(person, public_id, *, at) -> Briefing:
    """A briefing of a case that this person may open; else Http404."""
    return row_for(Briefing, person, public_id, at=at)


def addressee_for(person, public_id, *, at) -> Addressee:
    """A recommendation as addressed to one organisation, for those who may see it;
    else Http404."""
    found = Addressee.objects.visible_to(person, at=at).select_related(
        "case", "case__partnership", "recommendation", "organisation"
    )
    return get_object_or_404(found, public_id=public_id)


def numbers_of(actions) -> str:
    """The numbers of these actions, for a sentence: “2, 5 and 7”."""
    numbers = [str(each.kept.number) for each in actions]
    *before, last = numbers
    return f"{', '.join(before)} and {last}" if before else last


def approvals_of(briefing: Briefing) -> list[BriefingApproval]:
    """The approvals of the words as they are now and go out now, given since it was
    last withdrawn, and since a second reader came to somebody by it."""
    given = briefing.approvals.filter(content_hash=words_of(briefing))
    if briefing.withdrawn_at:
        given = given.filter(approved_at__gt=briefing.withdrawn_at)
    if came := came_to_somebody(briefing.case, briefing.library_id):
        given = given.filter(approved_at__gte=max(came))
    return list(given.select_related("person", "organisation"))
