"""`python -m tests.faults.publishing`: in a house, a publication is killed wherever it can
be killed, in the casework and in the library, and between the two; then it is done once
more, and what waits is handed down. Says what was wrong."""

import json
import sys
from datetime import time, timedelta
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

from heed import clock  # noqa: E402
from heed.cases.models import Case, StepTaken  # noqa: E402
from heed.cases.steps import AlreadyDone, Seen  # noqa: E402
from heed.correspondence.models import OutgoingEmail  # noqa: E402
from heed.library.models import Publication as Shown  # noqa: E402
from heed.partnership.models import Person  # noqa: E402
from heed.publications import actions  # noqa: E402
from heed.publications.models import HandOver  # noqa: E402
from heed.rulebook.language import Role, Stage  # noqa: E402
from tests.cases.factories import HEED  # noqa: E402
from tests.faults.invariants import wrongs  # noqa: E402
from tests.faults.killing import AROUND, KILLED  # noqa: E402
from tests.faults.processes import Dying, elsewhere, ended, forked  # noqa: E402
from tests.publications.factories import (  # noqa: E402
    APRIL,
    PUBLISHED,
    THE_DAY,
    ready_to_publish,
)

LATER = PUBLISHED + timedelta(minutes=5)
ITS_MOMENT = clock.moment_in_london(THE_DAY, time(0)) + timedelta(minutes=5)
RELEASED = ("publish", "release_publication")


class Snapshot:
    """Both databases as they are now, to which they can be set back."""

    def __init__(self):
        connections.close_all()
        names = (each["NAME"] for each in settings.DATABASES.values())
        self.kept = {Path(name): Path(name).read_bytes() for name in names}

    def restore(self) -> None:
        connections.close_all()
        for file, content in self.kept.items():
            file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
            file.write_bytes(content)


def by_hand(case, people) -> None:
    """The manager publishes it; interrupted, she presses the same button again."""
    once = {"seen": Seen(once="the form that was open")}
    try:
        actions.publish(case, by=people["manager"], at=PUBLISHED, **once)
    except AlreadyDone:
        return


def by_itself(case, people) -> None:
    """The worker lets go out what is due, again and again."""
    actions.release_what_is_due(by=HEED, at=ITS_MOMENT)


def killed_at(point, deed) -> int:
    """Do something in a process that is killed there; how it ended."""
    dying = Dying(point)

    def in_both():
        with connections["library"].execute_wrapper(dying):
            deed()

    return ended(forked(in_both, dying=dying))


def writes_of(deed) -> int:
    """At how many writes, of both databases together, it can be killed."""
    dying = Dying()

    def counted():
        with connections["library"].execute_wrapper(dying):
            deed()
        return min(dying.writes, 250)

    return ended(forked(counted, dying=dying))


def what_is_wrong(case, step) -> list[str]:
    """What is not as it is after exactly one publication."""
    counted = {
        "steps": StepTaken.objects.filter(case=case, step__in=RELEASED).count(),
        "of this kind": StepTaken.objects.filter(case=case, step=step).count(),
        "versions": HandOver.objects.filter(case=case).count(),
        "taken": HandOver.objects.filter(case=case).exclude(done_at=None).count(),
        "public": Shown.objects.live().filter(version=1).count(),
    }
    found = [f"{count} {what}" for what, count in counted.items() if count != 1]
    letters = OutgoingEmail.objects.filter(letter="report_published")
    told = [letter.to_address for letter in letters]
    if len(told) != len(set(told)) or not told:
        found.append(f"{len(told)} letters to {len(set(told))} people")
    if Case.objects.get(pk=case.pk).stage != Stage.PUBLISHED:
        found.append("the case is not published")
    return found + wrongs()


def half_done(case) -> list[str]:
    """What would be public of a case whose publication was not recorded."""
    recorded = StepTaken.objects.filter(case=case, step__in=RELEASED).exists()
    public = Shown.objects.live().exists()
    return ["it is public, and no step says so"] if public and not recorded else []


def killed_everywhere(case, people, deed, step) -> dict:
    start = Snapshot()

    def do():
        deed(case, people)

    last = writes_of(do)
    start.restore()
    points = [*sorted({1, last // 2, last - 1, last}), *AROUND]
    wrong, kills = [], 0
    for point in points:
        how = killed_at(point, do)
        kills += how == KILLED
        wrong += [f"{point}: it lived"] if how != KILLED else []
        wrong += [f"{point}: {each}" for each in [*half_done(case), *wrongs()]]
        ended(forked(do))
        ended(forked(lambda: actions.hand_down_what_is_due(by=HEED, at=LATER)))
        wrong += [f"{point}, again: {each}" for each in what_is_wrong(case, step)]
        start.restore()
    return {"step": step, "kills": kills, "points": len(points), "wrong": wrong}


def main() -> list[dict]:
    elsewhere(ready_to_publish)
    case = Case.objects.get()
    people = {"manager": Person.objects.get(roles__role=Role.MANAGER)}
    said = [killed_everywhere(case, people, by_hand, "publish")]
    elsewhere(lambda: actions.arrange_release(case, by=people["manager"], at=APRIL))
    return [*said, killed_everywhere(case, people, by_itself, "release_publication")]


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
