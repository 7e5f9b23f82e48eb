"""A real PostgreSQL server on this machine, in a folder of its own, reached by a socket
in that folder alone. It refuses to run as root, so that it is given to another user; and
it ends with whoever started it, even if they are killed."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from pwd import getpwnam

OWNER = "postgres"
PATIENCE = 120
# Nothing here outlives the tests: no waiting for the disk.
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "listen_addresses": "",
    "max_connections": "40",
    "shared_buffers": "128MB",
    "log_min_messages": "fatal",
}


@contextmanager
def a_postgresql_server() -> Iterator[str]:
    """PostgreSQL until the block ends; gives the folder of its socket."""
    # The socket of a server has to have a short name.
    here = Path(tempfile.mkdtemp(prefix="heed-pg-", dir="/tmp"))
    try:
        here.chmod(0o755)
        if os.geteuid() == 0:
            shutil.chown(here, OWNER)
        how = ["-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
        made = _as_owner("initdb", "-D", here / "data", "--no-sync", *how)
        if made.wait(PATIENCE):
            raise RuntimeError("PostgreSQL could not be set up.")
        with _running(here):
            yield str(here)
    finally:
        shutil.rmtree(here, ignore_errors=True)


@contextmanager
def _running(here: Path) -> Iterator[None]:
    settings = [f"-c{name}={value}" for name, value in SETTINGS.items()]
    server = _as_owner("postgres", "-D", here / "data", "-k", here, *settings)
    try:
        until = time.monotonic() + PATIENCE
        while _as_owner("pg_isready", "-q", "-h", here).wait(PATIENCE):
            if server.poll() is not None or time.monotonic() > until:
                raise RuntimeError("PostgreSQL did not start.")
            time.sleep(0.1)
        yield
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
        server.wait(PATIENCE)


def _as_owner(name: str, *words) -> subprocess.Popen:
    program = max(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    who = ["--pdeathsig=QUIT"]
    if os.geteuid() == 0:
        user = getpwnam(OWNER)
        who += [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    command = ["setpriv", *who, program, *words]
    return subprocess.Popen(list(map(str, command)), cwd="/", stdout=subprocess.DEVNULL)
