"""What processes do with emails in a house: `python -m tests.faults.post "posted 3" told`
does one after the other, and says what came of each."""

import json
import sys
from datetime import timedelta

import django

django.setup()

from heed import clock  # noqa: E402
from heed.audit.actors import SystemActor  # noqa: E402
from heed.correspondence import actions, mailbox  # noqa: E402
from heed.correspondence.actions import post, send_what_is_due  # noqa: E402
from heed.correspondence.models import IncomingEmail, OutgoingEmail  # noqa: E402
from heed.referrals.models import Referral  # noqa: E402
from tests.cases.factories import NOON  # noqa: E402
from tests.faults.invariants import wrongs  # noqa: E402
from tests.faults.processes import Dying, die, ended, forked  # noqa: E402
from tests.partnership.factories import a_partnership  # noqa: E402

BY = SystemActor("outbox")
KILLED = -9


def posted(number: str) -> str:
    """So many emails are put into the outbox."""
    partnership = a_partnership(at=NOON)
    for each in range(int(number)):
        post(
            "partners_told",
            to=f"partner{each}@quillshire.example",
            partnership=partnership,
            fields={"reference": f"Q-26-{each:03}"},
            once=f"{partnership.slug}:{each}",
            about_case=None,
            by=BY,
            at=NOON,
        )
    return partnership.slug


def killed(point: str) -> int:
    """A process is killed while it sends: at a write, or where the mail has left."""
    if point == "sent":
        return ended(forked(lambda: dying_after(actions, "send", sent_now)))
    return ended(forked(sent_now, dying=Dying(point if " " in point else int(point))))


def dying_after(place, name: str, deed) -> None:
    """Do something in a process that dies when it has done a certain part of it."""
    kept = getattr(place, name)

    def dies(*words, **more):
        kept(*words, **more)
        die()

    setattr(place, name, dies)
    deed()


def sent_now() -> int:
    return send_what_is_due(by=BY, at=clock.now())


def sent_after(minutes: str) -> int:
    """What is due so many minutes from now is sent."""
    at = clock.now() + timedelta(minutes=int(minutes))
    return send_what_is_due(by=BY, at=at)


def killed_reading(point: str) -> int:
    """A process is killed while it takes in what lies in the mailbox."""
    if point == "taken in":
        return ended(forked(lambda: dying_after(mailbox, "receive", read_now)))
    dying = Dying(point if " " in point else int(point))
    return ended(forked(read_now, dying=dying))


def read_now() -> int:
    return mailbox.collect_all(by=SystemActor("mailbox"), at=NOON)


def told() -> dict:
    """How it stands with emails and what they became."""
    out = OutgoingEmail.objects.all()
    return {
        "sent": out.exclude(sent_at=None).count(),
        "waiting": out.filter(sent_at=None, given_up_at=None).count(),
        "why": sorted({email.failure for email in out}),
        "tries": sorted({email.tries for email in out}),
        "arrived": IncomingEmail.objects.count(),
        "referrals": Referral.objects.exclude(reference="").count(),
        "wrong": wrongs(),
    }


def answer(sentence: str):
    """What came of one thing that was asked for."""
    what, *words = sentence.split(" ", 1)
    return globals()[what](*words)


if __name__ == "__main__":
    json.dump([answer(sentence) for sentence in sys.argv[1:]], sys.stdout)
