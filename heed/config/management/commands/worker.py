"""`heed worker`: background work and what is due, until told to stop."""

import signal
import threading

from django.core.management.base import BaseCommand
from django_tasks_db.management.commands.db_worker import Worker

from heed.config.checks import LooksAtDatabases
from heed.config.checks_of_mailboxes import mailboxes_must_have_their_partnerships
from heed.config.ticks import Duties
from heed.correspondence.listening import listening

PAUSE = 1.0


class Command(LooksAtDatabases, BaseCommand):
    """Runs queued work and the ticks, one after the other."""

    help = "Runs background work: reads papers, sends and fetches emails, publishes."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="One round, then end.")

    def handle(self, *args, once, **options):
        mailboxes_must_have_their_partnerships()
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        duties = Duties()
        if not once:
            listening(lambda: duties.look_again("mailbox"), stop)
        while True:
            self._queued_work()
            duties.carry_out()
            if once or stop.wait(PAUSE):
                return

    def _queued_work(self):
        Worker(
            queue_names=["default"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="heed",
            excluded_queue_names=[],
        ).run()
