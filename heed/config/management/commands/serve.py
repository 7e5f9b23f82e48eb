"""`heed serve desk|public`: one of the two doors."""

import os
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from heed.config.checks import LooksAtDatabases

DOORS = {
    "desk": (
        "gunicorn",
        "heed.config.wsgi_desk:application",
        "--bind={host}:{port}",
        "--workers={workers}",
        "--threads=4",
        "--worker-class=heed.config.patience.Patience",
        "--timeout=60",
        "--graceful-timeout=20",
        "--no-control-socket",
        "--no-sendfile",  # which would wait for who takes nothing
    ),
    "public": (
        "granian",
        "heed.config.wsgi_public:application",
        "--interface=wsgi",
        "--host={host}",
        "--port={port}",
        "--workers={workers}",
        "--no-ws",
        "--blocking-threads=2",
        "--workers-kill-timeout=10",
    ),
}


class Command(LooksAtDatabases, BaseCommand):
    """Becomes the server of a door."""

    help = "Serves the desk (signed-in people, /refer) or the public site."

    def add_arguments(self, parser):
        parser.add_argument("door", choices=sorted(DOORS))
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *args, door, host, port, workers, **options):
        if door != ("public" if settings.ON_PUBLIC_DOOR else "desk"):
            raise CommandError(f"HEED_DOOR is {settings.DOOR!r}; it must be {door!r}.")
        server, *words = DOORS[door]
        program = Path(sys.executable).with_name(server)
        filled = [w.format(host=host, port=port, workers=workers) for w in words]
        os.environ["HEED_DOOR"] = door
        os.execv(program, [str(program), *filled])  # noqa: S606 - no shell, own words
