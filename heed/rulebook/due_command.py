"""`heed due CLOCK DATE`: when something is due, and how that was counted.

Needs no database and no settings. Exit 0 with the date, 2 with one sentence.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import NoReturn

from heed.rulebook.clocks import (
    ADVANCE_COPY,
    AVAILABILITY,
    NOTIFICATION_DUE,
    RAPID_REVIEW_DUE,
    REPORT_DUE,
)
from heed.rulebook.counting import CountingPolicy, Due, due
from heed.rulebook.language import Clock
from heed.rulebook.words import (
    counted_from_in_words,
    force_in_words,
    in_words,
    period_in_words,
)

DONE, COULD_NOT = 0, 2
INCLUDE_TRIGGER = "include-trigger"
WAYS_TO_WRITE_A_DATE = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")
CLOCKS: dict[str, Clock] = {
    clock.slug.replace("_", "-"): clock
    for clock in (
        NOTIFICATION_DUE,
        RAPID_REVIEW_DUE,
        REPORT_DUE,
        ADVANCE_COPY,
        AVAILABILITY,
    )
}


class CannotBeDone(ValueError):
    """What was asked cannot be done, in one sentence."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CannotBeDone(
            f"{message[0].upper()}{message[1:]} (heed due --help tells more)."
        )


def main(argv: Sequence[str] | None = None) -> int:
    """Answer one question; 0 when it was answered, 2 when it could not be."""
    try:
        asked = _parser().parse_args(argv)
        name, clock = _clock(asked.clock)
        answer = due(clock, _date(" ".join(asked.date)), policy=_policy(asked, clock))
    except ValueError as sentence:
        print(sentence, file=sys.stderr)
        return COULD_NOT
    except SystemExit as asked_for_help:
        return int(asked_for_help.code or DONE)
    print(_as_json(name, answer) if asked.json else _as_text(answer))
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="heed due", description="When something is due, and how that is counted."
    )
    parser.add_argument("clock", metavar="CLOCK", help=", ".join(CLOCKS))
    parser.add_argument(
        "date",
        metavar="DATE",
        nargs="+",
        help="as 2026-03-30 or 30 March 2026; for advance-copy the planned publication",
    )
    parser.add_argument(
        "--policy",
        choices=[INCLUDE_TRIGGER],
        help="count the day of sending as day 1 of the rapid review's fifteen",
    )
    parser.add_argument("--json", action="store_true", help="with every day counted")
    return parser


def _clock(name: str) -> tuple[str, Clock]:
    if name not in CLOCKS:
        raise CannotBeDone(f"There is no clock “{name}”: choose {', '.join(CLOCKS)}.")
    return name, CLOCKS[name]


def _date(text: str) -> date:
    for way in WAYS_TO_WRITE_A_DATE:
        try:
            return datetime.strptime(text, way).date()  # noqa: DTZ007  a civil date
        except ValueError:
            continue
    raise CannotBeDone(
        f"“{text}” cannot be read as a date: write 2026-03-30 or 30 March 2026."
    )


def _policy(asked: argparse.Namespace, clock: Clock) -> CountingPolicy:
    include = asked.policy == INCLUDE_TRIGGER
    if include and clock is not RAPID_REVIEW_DUE:
        raise CannotBeDone(
            f"Only rapid-review may be counted with {INCLUDE_TRIGGER}: for every other "
            "clock the day itself never counts."
        )
    return CountingPolicy(include_trigger=include)


def _as_json(name: str, answer: Due) -> str:
    return json.dumps(
        {
            "clock": name,
            "force": answer.clock.force,
            "source": str(answer.clock.source),
            "from": answer.counted_from.isoformat(),
            "due": answer.due_on.isoformat(),
            "last_working_day": answer.last_working_day.isoformat(),
            "counting": [
                {"date": day.date.isoformat(), "counts": day.counts, "why": day.why}
                for day in answer.counting
            ],
        },
        indent=2,
    )


def _as_text(answer: Due) -> str:
    clock = answer.clock
    period = f"{period_in_words(clock)}, {counted_from_in_words(clock)}"
    lines = [f"{answer.due_on.isoformat()} ({in_words(answer.due_on)})"]
    if answer.last_working_day != answer.due_on:
        lines.append(f"The last working day is {in_words(answer.last_working_day)}.")
    lines += _safer(answer)
    lines.append(f"{clock.name}: {period}, {in_words(answer.counted_from)}.")
    lines.append(f"{force_in_words(clock.force)}: {clock.source}.")
    return "\n".join(lines)


def _safer(answer: Due) -> list[str]:
    """What is set later than the law's own date, to be safe."""
    if not answer.clock.at_least:
        return []
    later = (day.why for day in answer.counting if day.date > answer.due_on)
    return [f"{why[0].upper()}{why[1:]}." for why in later]
