"""`python -m tests.faults.racing`: in a house, processes decide at the same moment, two
and three at a time, and send the same form twice at once. Says what was wrong."""

import json
import os
import sys
from datetime import timedelta
from functools import partial

import django

django.setup()

from heed.audit.verification import verify  # noqa: E402
from heed.cases.actions import raise_safety_action  # noqa: E402
from heed.cases.models import Case, SafetyAction, StepTaken  # noqa: E402
from heed.cases.steps import AlreadyDone, Refused, Seen, Stale  # noqa: E402
from heed.partnership.models import RoleHeld  # noqa: E402
from heed.publications.actions import approve_publication  # noqa: E402
from heed.publications.queries import paper_or_404  # noqa: E402
from heed.publications.signed import valid_approvals  # noqa: E402
from heed.publications.texts import text_of  # noqa: E402
from heed.rapid_reviews.actions import confirm_decision, write_part  # noqa: E402
from heed.rapid_reviews.confirmed import what_stands  # noqa: E402
from heed.rapid_reviews.models import Confirmation  # noqa: E402
from heed.rulebook import process  # noqa: E402
from tests.cases.factories import NOON, a_case_with_people  # noqa: E402
from tests.faults.invariants import wrongs  # noqa: E402
from tests.faults.processes import at_once, elsewhere, raced, racers  # noqa: E402
from tests.publications.factories import (  # noqa: E402
    REPORT,
    SENT,
    prepared,
    ready_to_publish,
    searched,
)
from tests.rapid_reviews.factories import (  # noqa: E402
    SEATS,
    a_rapid_review,
    proposed,
)

DONE, ALREADY, REFUSED, STALE = 0, 10, 11, 12
RACES = int(os.environ.get("RACES", "200"))
SIGNED, FORMS, OVERTAKEN, APPROVED = 1, 10, 10, 6


def outcome_of(deed) -> int:
    """What somebody was told who did this."""
    try:
        deed()
    except AlreadyDone:
        return ALREADY
    except Refused:
        return REFUSED
    except Stale:
        return STALE
    return DONE


def confirms(review, people, seat, **more):
    def deed():
        return outcome_of(
            lambda: confirm_decision(
                review,
                answer="agrees",
                reasons="I agree.",
                by=people[seat],
                at=NOON,
                **more,
            )
        )

    return deed


def stands_ready(review, makes_deed):
    """A device that has the review as it stands before each race."""

    def ready(*words):
        review.refresh_from_db()
        return makes_deed(*words)

    return ready


def partners(review, people) -> list[str]:
    """Two partners answer at once, again and again, to a decision proposed anew; at
    each tenth time all three, who sign it off once."""
    each = [partial(confirms, review, people, seat) for seat in SEATS]
    with racers(*(stands_ready(review, deed) for deed in each)) as those:
        devices = dict(zip(SEATS, those, strict=True))
        races = [_race(number, review, people, devices) for number in range(RACES)]
    return [wrong for race in races for wrong in race]


def _race(number, review, people, devices) -> list[str]:
    proposed(review, people)
    review.refresh_from_db()
    racing = SEATS if number % 10 == 0 else _two(number)
    before = _signed_off(review)
    told = raced([devices[seat] for seat in racing])
    kept, signed = _answered(review), _signed_off(review) - before
    told_all = told == [DONE] * len(racing)
    if told_all and kept == sorted(racing) and signed == (racing is SEATS):
        return []
    outcome = f"were told {told}; kept {kept}, signed off {signed} times"
    return [f"race {number}: {racing} {outcome}"]


def _two(number: int) -> tuple[str, str]:
    return SEATS[number % 3], SEATS[(number + 1) % 3]


def _signed_off(review) -> int:
    slug = process.SIGN_OFF_RAPID_REVIEW.slug
    return StepTaken.objects.filter(case_id=review.case_id, step=slug).count()


def the_same_partner(review, people) -> list[str]:
    """One partner at two devices at once: one answer."""
    proposed(review, people)
    review.refresh_from_db()
    told = at_once(*[confirms(review, people, "icb")] * 3)
    kept = _answered(review)
    fair = sorted(told) == [DONE, REFUSED, REFUSED] and kept == ["icb"]
    return [] if fair else [f"one partner thrice: told {told}, kept {kept}"]


def three_partners() -> list[str]:
    """All three at once: signed off once."""
    wrong = []
    for _ in range(SIGNED):
        review, people = a_rapid_review()
        proposed(review, people)
        told = at_once(*(confirms(review, people, seat) for seat in SEATS))
        review.refresh_from_db()
        signed = _signed_off(review)
        if told != [DONE] * 3 or signed != 1 or not review.decided_outcome:
            wrong.append(f"three at once: told {told}, signed off {signed} times")
    return wrong


def answers_to(review, people):
    """A partner answers to what was shown."""

    def ready(seat, version):
        return confirms(review, people, seat, seen=Seen(version=version))

    return ready


def overtaken(review, people) -> list[str]:
    """A partner answers while the decision is proposed anew: the answer counts for
    what the partner read, or is given back."""
    again = partial(proposed, review, people, "local_review")
    both = answers_to(review, people), lambda *_: lambda: outcome_of(again)
    with racers(*(stands_ready(review, deed) for deed in both)) as those:
        races = [_overtaken(n, review, people, those) for n in range(OVERTAKEN)]
    return [wrong for race in races for wrong in race]


def _overtaken(number, review, people, those) -> list[str]:
    wrong = []
    proposed(review, people, "no_further_review")
    review.refresh_from_db()
    told, _ = raced(those, "police", review.version)
    given = Confirmation.objects.filter(rapid_review=review, seat="police")
    last = given.order_by("-round").first()
    if told == DONE and last.outcome != "no_further_review":
        wrong.append(f"{number}: an answer counts for what was not read")
    if told not in {DONE, STALE}:
        wrong.append(f"{number}: the partner was told {told}")
    return wrong


def edited(review, people) -> list[str]:
    """A partner signs while a part is written: what counts was read as it stands, or
    is given back."""
    both = answers_to(review, people), partial(writes, review, people)
    with racers(*(stands_ready(review, deed) for deed in both)) as those:
        races = [_edited(number, review, people, those) for number in range(OVERTAKEN)]
    return [wrong for race in races for wrong in race]


def _edited(number, review, people, those) -> list[str]:
    proposed(review, people, "no_further_review")
    review.refresh_from_db()
    told, _ = raced(those, SEATS[number % 3], review.version)
    review.refresh_from_db()
    given = Confirmation.objects.filter(rapid_review=review, round=review.round)
    stands = what_stands(review)
    if told in {DONE, STALE} and all(g.confirmed == stands for g in given):
        return []
    return [f"{number}: told {told}, and it counts for what was not read"]


def writes(review, people, seat, version):
    """A part is written beside a partner who signs this version."""
    return lambda: outcome_of(
        lambda: write_part(
            review,
            part="childs_voice",
            words=f"He was seen {version} times.",
            by=people["coordinator"],
            at=NOON,
        )
    )


def raises(case, people, form: str):
    def deed():
        return outcome_of(
            lambda: raise_safety_action(
                case,
                what="A new lock.",
                owner_organisation="Police",
                owner="Oriel",
                due_at=NOON,
                by=people["coordinator"],
                at=NOON,
                seen=Seen(once=form),
            )
        )

    return deed


def the_same_form(case, people) -> list[str]:
    """One form, sent twice at once: carried out once."""
    wrong = []
    with racers(*[partial(raises, case, people)] * 2) as devices:
        for number in range(FORMS):
            told = raced(devices, f"form {number}")
            kept = SafetyAction.objects.filter(case=case).count()
            if sorted(told) != [DONE, ALREADY] or kept != number + 1:
                wrong.append(f"form {number}: told {told}, {kept} kept")
    return wrong


def approves(case, person, text, moment):
    def deed():
        return outcome_of(
            lambda: approve_publication(
                case, kind=REPORT, content_hash=text, by=person, at=moment
            )
        )

    return deed


def approvals() -> list[str]:
    """Two approvers of different bodies approve one text in the same second, again and
    again a text written anew: both count. Of one body at two devices, one does."""
    before = set(Case.objects.values_list("pk", flat=True))
    elsewhere(lambda: ready_to_publish(but={"approvals"}))
    case = Case.objects.exclude(pk__in=before).get()
    people = _who_acts(case)
    who = [partial(approves, case, people[seat]) for seat in ("icb", "police", "icb")]
    with racers(partial(_written_anew, case, people), *who) as those:
        races = [_approved(number, case, *those) for number in range(APPROVED)]
    return [wrong for race in races for wrong in race]


def _approved(number, case, author, one, other, the_same) -> list[str]:
    moment = SENT + timedelta(minutes=number)  # the last search is the latest
    raced([author], number, moment)
    paper = paper_or_404(Case.objects.get(pk=case.pk), REPORT)
    text = text_of(paper).content_hash
    same = number % 3 == 2
    told = raced([one, the_same if same else other], text, moment)
    counted = len(valid_approvals(paper, text, at=moment))
    fair = sorted(told) == ([DONE, REFUSED] if same else [DONE, DONE])
    if fair and counted == (1 if same else 2):
        return []
    return [f"text {number}: told {told}, {counted} count"]


def _written_anew(case, people, number, at):
    def deed():
        words = f"What we learned, for the {number}th time."
        prepared(case, people, summary=words, at=at)
        searched(case, people, at=at)

    return deed


def _who_acts(case) -> dict:
    """Who stands on the list of a case, by seat or by role."""
    held = RoleHeld.objects.filter(partnership=case.partnership)
    return {each.seat or each.role: each.person for each in held}


def _answered(review) -> list[str]:
    found = Confirmation.objects.filter(rapid_review=review, round=review.round)
    return sorted(found.values_list("seat", flat=True))


if __name__ == "__main__":
    review, people = a_rapid_review()
    case, others = a_case_with_people()
    json.dump(
        {
            "partners": partners(review, people),
            "the same partner": the_same_partner(review, people),
            "overtaken": overtaken(review, people),
            "edited": edited(review, people),
            "three partners": three_partners(),
            "the same form": the_same_form(case, others),
            "approvals": approvals(),
            "afterwards": wrongs(),
            "entries": verify().entries,
        },
        sys.stdout,
    )
