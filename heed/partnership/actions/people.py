"""How a person's account is closed, opened again, and which desk it looks at."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.db import transaction

from heed import clock
from heed.audit.actors import SystemActor
from heed.partnership.grants import is_last_manager, manages
from heed.partnership.models import Partnership, Person, RoleHeld
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.partnership.sessions import end_sessions_of
from heed.rulebook.language import Role

# Told, once it is so, that an account was closed: what waits for its person is others'.
LEAVES: list[Callable] = []
# Told, once it is so, that an account was opened again: its person can act again.
RETURNS: list[Callable] = []
OF_HEED = SystemActor("account_closed")
OPENED = SystemActor("account_opened")


def disable_person(person: Person, *, by, at: datetime) -> None:
    """Close a person's account at once. What she was to do stays open, in her name;
    where she acted for a body in a case, somebody else of it steps in.

    Raises Refused for oneself, for the last manager, and where the person holds a role
    in a partnership that `by` does not run.
    """
    with on_record(
        "disable_person", by=by, at=at, partnership=person.partnership, subject=person
    ):
        on = clock.london_date(at)
        _may_close_or_open(person, by=by, on=on)
        for held in RoleHeld.objects.on(on).filter(person=person, role=Role.MANAGER):
            if is_last_manager(held, on):
                raise Refused(
                    f"{person.name} is the last manager of {held.partnership.name}.",
                    code="last_manager",
                )
        person.is_active = False
        person.save(update_fields=["is_active"])
        end_sessions_of(person)
    for tell in LEAVES:
        transaction.on_commit(partial(tell, person, by=OF_HEED, at=at))


def enable_person(person: Person, *, by, at: datetime) -> None:
    """Open a closed account again, with the roles that are still held. Where nobody
    could act in its person's place in a case, they can again."""
    with on_record(
        "enable_person", by=by, at=at, partnership=person.partnership, subject=person
    ):
        _may_close_or_open(person, by=by, on=clock.london_date(at))
        person.is_active = True
        person.save(update_fields=["is_active"])
        end_sessions_of(person)
    for tell in RETURNS:
        transaction.on_commit(partial(tell, person, by=OPENED, at=at))


def work_in(partnership: Partnership, *, by: Person, at: datetime) -> None:
    """Look at the desk of another partnership in which one holds a role."""
    with on_record("work_in", by=by, at=at, partnership=partnership, subject=by):
        held = RoleHeld.objects.on(clock.london_date(at)).filter(person=by)
        if not held.filter(partnership=partnership).exists():
            raise Refused("You hold no role there.", code="not_yours")
        by.partnership = partnership
        by.save(update_fields=["partnership"])


def _may_close_or_open(person, *, by, on):
    if by.actor_kind == "person" and by.pk == person.pk:
        raise Refused("Ask a colleague to close your account.", code="oneself")
    theirs = RoleHeld.objects.not_over_by(on).filter(person=person)
    concerned = {person.partnership} | {held.partnership for held in theirs}
    for partnership in concerned:
        if not manages(by, partnership, on, Role.MANAGER, Role.SYSTEM_ADMINISTRATOR):
            raise Refused(
                "Only those who run every partnership of this person may do this.",
                code="not_yours",
            )
