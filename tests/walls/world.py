"""One rich world: two cases, those who may open them, and everybody who may not. One
case was walked to the Panel by the real actions; the other has a row of every kind."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.test import Client

from heed import clock
from heed.cases.actions import (
    declare_interest,
    exclude_person,
    grant_access,
    record_protected_address,
    revoke_access,
)
from heed.cases.models import AccessGrant, Case, Child
from heed.chronologies.actions import write_row
from heed.chronologies.actions.notes import write_chronology_note
from heed.chronologies.actions.tellings import join_rows
from heed.documents.actions import MAY_OPEN, receive
from heed.partnership import sessions
from heed.partnership.actions import (
    disable_person,
    end_role,
    invite_person,
    reset_second_factor,
)
from heed.partnership.models import RoleHeld
from heed.rapid_reviews.actions import give_view_on_review, write_note
from heed.referrals.actions import begin_draft, set_aside
from heed.referrals.models import Channel
from heed.rulebook.language import Role
from heed.rulebook.roles import CASE_ROLES, WITHOUT_ACCOUNT
from tests.cases.factories import NOON, a_case, declared
from tests.partnership.factories import (
    HEED,
    a_partnership,
    a_person,
    an_organisation,
    letters_kept,
    signed_in,
    the_organisation,
)
from tests.rapid_reviews.factories import (
    a_rapid_review,
    a_request,
    sent_to_the_panel,
    signed_off,
)
from tests.referrals.factories import (
    a_draft_in_the_tray,
    a_nurses_draft,
    a_referral,
    staff_of,
)
from tests.walls.planting import Planter, sealed_models, some_word

HELD = sorted(set(Role) - WITHOUT_ACCOUNT)
BY_ACTIONS = {"AccessGrant", "Exclusion", "InterestDeclaration"}
FIRST_ON_THE_LIST = {Role.MANAGER, Role.COORDINATOR, Role.DELEGATED_PARTNER}


@dataclass
class World:
    """Who is who in front of these cases."""

    walked: Case
    planted: Case
    insiders: dict[str, object] = field(default_factory=dict)
    outsiders: dict[str, object] = field(default_factory=dict)
    browsers: dict[str, Client] = field(default_factory=dict)

    @property
    def partnership(self):
        return self.walked.partnership

    @property
    def manager(self):
        return self.insiders["manager"]


def a_world(at=NOON) -> World:
    """The cases, their rows, and the people around them."""
    review, people = a_rapid_review(at=at)
    a_request(review, people, at=at)
    sent_to_the_panel(signed_off(review, people, at=at), people, at=at)
    planted = a_case(review.partnership, at=at)
    declared(planted, *people.values(), at=at)
    world = World(review.case, planted, insiders=dict(people))
    for role in sorted(CASE_ROLES - FIRST_ON_THE_LIST):
        world.insiders[str(role)] = _on_the_list(world, role, at=at)
    _plant(world, at=at)
    _keep_out(world, at=at)
    other = a_partnership(at=at)
    for role in HELD:
        elsewhere = a_person(role, partnership=other, at=at)
        beside = a_person(role, partnership=world.partnership, at=at)
        world.outsiders[f"{role} elsewhere"] = elsewhere
        world.outsiders[f"{role} beside the case"] = beside
    world.outsiders["nobody"] = None
    for name, person in {**world.insiders, **world.outsiders}.items():
        world.browsers[name] = _a_browser(name, person)
    return world


def a_sealed_view(world: World, *, words: str, at=NOON) -> Case:
    """The case that was walked, in which one partner gives a sealed first view."""
    case = Case.objects.select_related("partnership").get(pk=world.walked.pk)
    case.partnership.independent_first_views = True
    case.partnership.save(update_fields=["independent_first_views"])
    by = world.insiders["icb"]
    give_view_on_review(case, view="not_sure", reasons=words, by=by, at=at)
    return case


def _a_browser(name: str, person) -> Client:
    client = Client(raise_request_exception=False)
    if person is not None:
        person.refresh_from_db()
        signed_in(client, person, second_factor=name != "one step only")
        _is_at_work(client)
    return client


def _is_at_work(client: Client) -> None:
    """Seen later than these tests end, however slow the machine is: what an answer
    changes is taken back, and each would note anew that somebody is there."""
    later = (clock.real_now() + timedelta(days=1)).timestamp()
    session = client.session
    session.update({sessions.BEGAN: later, sessions.SEEN: later})
    session.save()


def _on_the_list(world: World, role: Role, *, at, declares=True):
    person = a_person(role, partnership=world.partnership, at=at)
    seat = RoleHeld.objects.get(person=person).seat or ""
    for case in (world.walked, world.planted):
        grant_access(case, person=person, role=role, seat=seat, by=world.manager, at=at)
        if declares:
            declared(case, person, at=at)
    return person


def _plant(world: World, *, at) -> None:
    organisation = an_organisation(world.partnership, "school", at=at)
    bystander = a_person(
        Role.PRACTITIONER,
        partnership=world.partnership,
        organisation=organisation,
        at=at,
    )
    words = some_word(of_day=at.date() - timedelta(days=900))
    planter = Planter(world.planted, bystander, organisation, at, words)
    for model in sealed_models():
        if model is not Case and model.__name__ not in BY_ACTIONS:
            planter.row_of(model)
    for model, row in list(planter.rows.items()):
        if model._meta.label in MAY_OPEN:
            _a_file(row, at=at)
    _what_actions_leave(world, at=at)
    _what_arrived(world, at=at)


def _a_file(row, *, at) -> None:
    with transaction.atomic():
        receive(
            b"What was seen.",
            name="seen.txt",
            owner=row,
            purpose="paper",
            received_from="upload",
            by=HEED,
            at=at,
        )


def _what_actions_leave(world: World, *, at) -> None:
    coordinator = world.insiders["coordinator"]  # nobody else opens what she notes
    write_note(world.walked, words="Ask for the photographs.", by=coordinator, at=at)
    hers = {"words": "Half term.", "where": "day", "day": at.date()}
    write_chronology_note(world.walked, **hers, by=coordinator, at=at)
    # An event is open to whoever may read two accounts of it.
    agency = an_organisation(world.partnership, "hospital", name="Ottershaw", at=at)
    told = {"source": "Notes", "organisation": agency, "by": coordinator, "at": at}
    rows = [
        write_row(world.walked, event=event, date="3 May 2025", **told)
        for event in ("A visit", "Seen at home")
    ]
    why = {"reasons": "The same visit.", "by": coordinator, "at": at}
    join_rows(world.walked, kind="event", rows=rows, **why)
    record_protected_address(
        world.walked,
        address="7 Vole Reach, Ottershaw",
        child=Child.objects.get(case=world.walked),
        by=world.insiders["coordinator"],
        at=at,
    )
    with letters_kept():
        invite_person(
            partnership=world.partnership,
            email="somebody.new@quillshire.example",
            name="Somebody New",
            role=Role.SCRUTINEER,
            organisation=the_organisation(world.partnership, "independent"),
            by=world.manager,
            at=at,
        )


def _what_arrived(world: World, *, at) -> None:
    """Referrals that no case holds: sent, written in an organisation, typed in."""
    here, coordinator = world.partnership, world.insiders["coordinator"]
    staff = staff_of(here, at=at)
    world.insiders["nurse"], world.insiders["lead"] = staff["nurse"], staff["lead"]
    world.insiders["the Panel"] = a_person(
        Role.PANEL_SECRETARIAT, partnership=here, at=at
    )
    a_referral(here, safety__at_risk="yes", at=at)
    a_nurses_draft(staff["nurse"], at=at)
    a_draft_in_the_tray(staff["nurse"], at=at)
    begin_draft(partnership=here, channel=Channel.TELEPHONE, by=coordinator, at=at)
    of_the_ward = {"referrer__capacity": "staff", "referrer__role": "Ward sister"}
    set_aside(
        a_referral(here, at=at, **of_the_ward),
        reasons="An accident.",
        for_lead="Two accounts agree.",
        lead=str(staff["lead"].roles.get(role=Role.SAFEGUARDING_LEAD).pk),
        by=world.manager,
        at=at,
    )


def _keep_out(world: World, *, at) -> None:
    """People who stood on the list once, or nearly."""
    out, manager, today = world.outsiders, world.manager, at.date()
    out["undeclared"] = _on_the_list(world, Role.COORDINATOR, at=at, declares=False)
    out["excluded"] = _on_the_list(world, Role.MANAGER, at=at)
    out["revoked"] = _on_the_list(world, Role.LEGAL_ADVISER, at=at)
    for case in (world.walked, world.planted):
        grant = AccessGrant.objects.get(case=case, person=out["revoked"])
        revoke_access(grant, reason="Over", by=manager, at=at)
        exclude_person(case, person=out["excluded"], reason="Kin", by=manager, at=at)
    out["unsure"] = _on_the_list(world, Role.LEGAL_ADVISER, at=at, declares=False)
    for case in (world.walked, world.planted):
        declare_interest(case, answer="unsure", details="?", by=out["unsure"], at=at)
    a_day = timedelta(days=1)
    for name, dates in {
        "over": {"starts_on": today - 30 * a_day, "ends_on": today - a_day},
        "not yet": {"starts_on": today + a_day},
    }.items():
        out[name] = _on_the_list(world, Role.SCRUTINEER, at=at)
        AccessGrant.objects.filter(person=out[name]).update(**dates)
    out["role ended"] = _on_the_list(world, Role.LEGAL_ADVISER, at=at)
    end_role(RoleHeld.objects.get(person=out["role ended"]), by=manager, at=at)
    _close_accounts(world, at=at)


def _close_accounts(world: World, *, at) -> None:
    out, manager = world.outsiders, world.manager
    for name in ("disabled", "locked", "one step only"):
        out[name] = _on_the_list(world, Role.COORDINATOR, at=at)
    disable_person(out["disabled"], by=manager, at=at)
    with letters_kept():
        reset_second_factor(
            out["locked"],
            partnership=world.partnership,
            reason="Lost it",
            by=manager,
            at=at,
        )
