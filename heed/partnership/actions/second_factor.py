"""How a lost second factor is taken away, and what guards the account meanwhile."""

from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator

from heed import clock
from heed.partnership.grants import manages
from heed.partnership.letters import second_factor_reset
from heed.partnership.models import (
    Partnership,
    Person,
    ProofInPerson,
    RoleHeld,
    SecondFactorReset,
)
from heed.partnership.post import send_letter
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.partnership.sessions import end_sessions_of
from heed.rulebook.language import Role

LOCK = timedelta(hours=24)
PROOFS_NEEDED = 2


def reset_second_factor(
    person: Person, *, partnership: Partnership, reason: str, by, at: datetime
) -> SecondFactorReset:
    """Take away every second factor of a person who has lost hers.

    Her sessions end, cases are closed to her for 24 hours, and she and the managers are
    told. Raises Refused to oneself and by anybody but a manager or administrator.
    """
    with on_record(
        "reset_second_factor", by=by, at=at, partnership=partnership, subject=person
    ):
        on = clock.london_date(at)
        _may_reset(person, partnership, by=by, on=on)
        Authenticator.objects.filter(user=person).delete()
        end_sessions_of(person)
        reset = SecondFactorReset.objects.create(
            person=person,
            reset_by=by,
            reset_at=at,
            reason=reason,
            locked_until=at + LOCK,
        )
        for reader in _to_be_told(person, partnership, on):
            letter = second_factor_reset(reader, about=person, partnership=partnership)
            send_letter(letter, by=by, at=at)
    return reset


def record_proof_in_person(
    reset: SecondFactorReset, *, partnership: Partnership, by, at: datetime
) -> ProofInPerson:
    """Say that one has met the person whose second factor was reset. The second
    colleague's word lifts the lock.

    Raises Refused for the person herself, for whoever reset it, and twice by the same.
    """
    with on_record(
        "record_proof_in_person",
        by=by,
        at=at,
        partnership=partnership,
        subject=reset,
    ):
        _may_prove(reset, partnership, by=by, at=at)
        proof = ProofInPerson.objects.create(reset=reset, seen_by=by, seen_at=at)
        if reset.proofs.count() >= PROOFS_NEEDED:
            lift_reset_lock(reset, partnership=partnership, by=by, at=at)
    return proof


def lift_reset_lock(
    reset: SecondFactorReset, *, partnership: Partnership, by, at: datetime
) -> None:
    """Open cases again before the 24 hours are over; raises Refused without the word
    of two colleagues who met the person.
    """
    with on_record(
        "lift_reset_lock", by=by, at=at, partnership=partnership, subject=reset
    ):
        if reset.proofs.count() < PROOFS_NEEDED:
            raise Refused(
                "Two colleagues have to have met the person.", code="proof_missing"
            )
        reset.lifted_at = at
        reset.save(update_fields=["lifted_at"])


def _may_reset(person, partnership, *, by, on):
    if by.actor_kind != "person" or by.pk == person.pk:
        raise Refused("Ask a colleague to reset your second step.", code="oneself")
    theirs = RoleHeld.objects.not_over_by(on).filter(person=person)
    if not theirs.filter(partnership=partnership).exists():
        raise Refused("This person is not one of yours.", code="elsewhere")
    if not manages(by, partnership, on, Role.MANAGER, Role.SYSTEM_ADMINISTRATOR):
        raise Refused("Only a manager or administrator may do this.", code="not_yours")


def _to_be_told(person, partnership, on):
    managers = RoleHeld.objects.on(on).of_the_able().select_related("person")
    told = {
        held.person
        for held in managers.filter(partnership=partnership, role=Role.MANAGER)
    }
    return sorted(told | {person}, key=lambda reader: reader.email)


def _may_prove(reset, partnership, *, by, at):
    if by.actor_kind != "person" or by.pk in {reset.person_id, reset.reset_by_id}:
        raise Refused("Two others have to have met the person.", code="not_an_other")
    held = RoleHeld.objects.on(clock.london_date(at)).of_the_able()
    if not held.filter(partnership=partnership, person=by).exists():
        raise Refused("You hold no role in this partnership.", code="not_yours")
    if reset.proofs.filter(seen_by=by).exists():
        raise Refused("Your word is on the record already.", code="said_already")
