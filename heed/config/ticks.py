"""What is due, derived anew at every tick. Nothing is lost when a tick is missed."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module

from django.db import close_old_connections

from heed import clock
from heed.audit.actors import SystemActor
from heed.config.staying_open import leave_what_was_set_aside

REMINDING = timedelta(minutes=10)
logger = logging.getLogger("heed.worker")


@dataclass(frozen=True)
class Tick:
    """One duty of the worker: how often it looks, and where the action stands."""

    name: str
    every: timedelta
    action: str  # "module:function", called with by= and at=

    def carry_out(self, *, at) -> None:
        module, function = self.action.split(":")
        duty: Callable = getattr(import_module(module), function)
        duty(by=SystemActor(self.name), at=at)


TICKS = [
    Tick(
        "outbox", timedelta(seconds=2), "heed.correspondence.actions:send_what_is_due"
    ),
    # Something that arrives is said at once (heed/correspondence/listening.py); this is
    # for servers that cannot say so, and for what was not heard.
    Tick("mailbox", timedelta(minutes=1), "heed.correspondence.mailbox:collect_all"),
    Tick(
        "emptying_the_mailbox",
        timedelta(days=1),
        "heed.correspondence.mailbox:empty_processed",
    ),
    Tick("scanner", timedelta(minutes=1), "heed.documents.actions:scan_what_waits"),
    Tick(
        "waiting_drafts",
        timedelta(minutes=1),
        "heed.referrals.actions:offer_waiting_drafts",
    ),
    # Before what is handed down: what goes out at its moment is there a moment later.
    Tick(
        "releases",
        timedelta(seconds=1),
        "heed.publications.actions:release_what_is_due",
    ),
    Tick(
        "publications",
        timedelta(seconds=10),
        "heed.publications.actions:hand_down_what_is_due",
    ),
    Tick(
        "briefings",
        timedelta(seconds=10),
        "heed.learning.actions:hand_down_what_is_due",
    ),
    Tick(
        "earlier_reviews",
        timedelta(seconds=10),
        "heed.publications.actions:hand_down_earlier",
    ),
    Tick(
        "withdrawals",
        timedelta(minutes=10),
        "heed.publications.actions:ask_who_confirms_withdrawals",
    ),
    Tick("recounts", timedelta(days=1), "heed.cases.actions:recount_everywhere"),
    Tick(
        "recounts_of_referrals",
        timedelta(days=1),
        "heed.referrals.actions:recount_referrals_everywhere",
    ),
    Tick("reminders", REMINDING, "heed.cases.actions:remind_of_what_is_due"),
    Tick("escalations", REMINDING, "heed.cases.actions:escalate_what_stays_late"),
    Tick(
        "reminders_of_referrals",
        REMINDING,
        "heed.referrals.actions:remind_of_referrals",
    ),
    Tick(
        "reminders_of_deferrals",
        REMINDING,
        "heed.publications.actions:remind_of_deferrals",
    ),
    Tick(
        "reminders_of_agencies",
        REMINDING,
        "heed.rapid_reviews.actions:remind_of_silent_agencies",
    ),
    Tick(
        "reminders_of_plans",
        REMINDING,
        "heed.rapid_reviews.actions:remind_of_planned_days",
    ),
    Tick(
        "ladder_of_agencies",
        REMINDING,
        "heed.rapid_reviews.actions:climb_the_ladder",
    ),
    Tick(
        "reminders_to_look_again",
        REMINDING,
        "heed.incidents.actions:remind_to_look_again",
    ),
    Tick("reminders_of_holds", REMINDING, "heed.cases.actions:remind_of_holds"),
    Tick("reminders_of_processes", REMINDING, "heed.cases.actions:remind_of_processes"),
    Tick("reminders_of_actions", REMINDING, "heed.learning.actions:remind_owners"),
    Tick(
        "earlier_withdrawals",
        timedelta(minutes=10),
        "heed.publications.actions:ask_who_confirms_earlier",
    ),
    Tick("journal", timedelta(seconds=10), "heed.config.journal.keeping:catch_up"),
    Tick("checkpoint", timedelta(hours=1), "heed.audit.actions:write_checkpoint"),
]


class Duties:
    """Remembers when each duty was last looked at, by the clock that cases run by: as
    soon as the demonstration's is moved on, every duty is looked at anew."""

    def __init__(self, ticks=TICKS):
        self.ticks, self.last = ticks, {}

    def look_again(self, name: str) -> None:
        """Let a duty be looked at in the next round, however short ago it was."""
        self.last.pop(name, None)

    def carry_out(self) -> None:
        """Carry out the duties whose time has come. One that fails is logged by its
        class and its name, and does not keep the others from their turn."""
        now = clock.now()
        for tick in self.ticks:
            if abs(now - self.last.get(tick.name, now - tick.every)) < tick.every:
                continue
            self.last[tick.name] = now
            leave_what_was_set_aside()
            try:
                tick.carry_out(at=clock.now())
            except Exception as failure:  # noqa: BLE001 - the worker must go on
                logger.error(  # noqa: TRY400 - a message may hold words of a case
                    "%s failed: %s", tick.name, type(failure).__name__
                )
            close_old_connections()
