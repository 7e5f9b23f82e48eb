"""`heed demo`: sets up Quillshire on this machine and keeps it running.

Everything it makes lies in `var/`. The processes that it starts end with it, even when
it is killed."""

import argparse
import ctypes
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DIE_WITH_PARENT = 1  # prctl's PR_SET_PDEATHSIG
DESK, PUBLIC = 8000, 8001
PATIENCE = 180.0
READY = """
Quillshire is ready. Nobody in it is real.

  Choose who you are   http://localhost:{desk}/demonstration/
  Refer a child        http://localhost:{desk}/refer/
  The public site      http://localhost:{public}/
  What was emailed     http://localhost:{desk}/demonstration/post/

Ctrl+C stops it. What you did stays; make demo FRESH=1 begins anew.
"""
BEGIN_ANEW = 3  # what `heed quillshire` ends with where an earlier load was cut short


def main(words: list[str]) -> int:
    """Set up what is missing, start the three processes, and wait. Gives 0 when it was
    told to stop, 2 when it could not start."""
    asked = _asked(words)
    # To load it opens no door: that is done beside one that runs, too.
    doors = () if asked.only_load else (asked.desk, asked.public)
    taken = [port for port in doors if not _is_free(port)]
    if taken:
        print(
            f"Port {taken[0]} is taken by another program. Stop it, or choose another: "
            "heed demo --desk 8010 --public 8011.",
            file=sys.stderr,
        )
        return 2
    folder = Path(asked.var).resolve()
    if asked.fresh:
        _clear(folder)
    environment = _environment(folder, asked)
    try:
        _set_up(folder, environment)
    except subprocess.CalledProcessError as failed:
        print(f"Setting up stopped at: heed {failed.cmd[3]}.", file=sys.stderr)
        return 2
    if asked.only_load:
        return 0
    return _run(asked, environment)


def _asked(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="heed demo", description=__doc__)
    parser.add_argument("--fresh", action="store_true", help="load Quillshire anew")
    parser.add_argument("--desk", type=int, default=DESK)
    parser.add_argument("--public", type=int, default=PUBLIC)
    parser.add_argument("--var", default=str(ROOT / "var" / "demonstration"))
    parser.add_argument("--only-load", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(words)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _environment(folder: Path, asked) -> dict[str, str]:
    return os.environ | {
        "HEED_DEMONSTRATION": "1",
        "HEED_VAR": str(folder),
        "HEED_DOOR": "desk",
        "HEED_HOSTS": "localhost,127.0.0.1",
        "HEED_DESK_ADDRESS": f"http://localhost:{asked.desk}",
        "HEED_PUBLIC_ADDRESS": f"http://localhost:{asked.public}",
        "HEED_MAIL_FROM": "heed@quillshire.example",
        "DJANGO_SETTINGS_MODULE": "heed.config.settings",
    }


def _clear(folder: Path) -> None:
    """Forget an earlier demonstration; a folder of anything else is left alone."""
    if (folder / "secret.key").exists():
        shutil.rmtree(folder)


def _set_up(folder: Path, environment: dict[str, str]) -> None:
    try:
        _make_ready(folder, environment)
    except subprocess.CalledProcessError as failed:
        if failed.returncode != BEGIN_ANEW:
            raise
        _clear(folder)
        _make_ready(folder, environment)


def _make_ready(folder: Path, environment: dict[str, str]) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = folder / "secret.key"
    if not key.exists():
        handle = os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as out:
            out.write(secrets.token_urlsafe(48))
    if not (folder / "keys" / "master.keys").exists():
        _heed(environment, "keys", "make")
    _heed(environment, "migrate", "--verbosity=0")
    _heed(environment, "quillshire")


def _heed(environment: dict[str, str], *words: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "heed.config", *words], env=environment, check=True
    )


def _run(asked, environment: dict[str, str]) -> int:
    # Told to stop in either way, it ends its children and says that all is well.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    children = [
        _start(environment, "serve", "desk", f"--port={asked.desk}"),
        _start(
            _of_the_public_door(environment),
            "serve",
            "public",
            f"--port={asked.public}",
        ),
        _start(environment, "worker"),
    ]
    try:
        if _all_answer(children, (asked.desk, asked.public)):
            print(READY.format(desk=asked.desk, public=asked.public), flush=True)
            _until_one_ends(children)
    except KeyboardInterrupt:
        return 0
    finally:
        _end(children)
    return 2


def _of_the_public_door(environment: dict[str, str]) -> dict[str, str]:
    """The public door is given the library alone: no casework, no key."""
    folder = Path(environment["HEED_VAR"])
    kept = {
        name: value
        for name, value in environment.items()
        if name not in {"HEED_DATABASE", "HEED_SECRET_KEY", "HEED_MASTER_KEYS"}
    }
    return kept | {
        "HEED_DOOR": "public",
        "HEED_VAR": str(folder / "public"),
        "HEED_LIBRARY_DATABASE": f"sqlite:///{folder / 'library.sqlite3'}",
        "HEED_STATIC": str(folder / "static"),
    }


def _start(environment: dict[str, str], *words: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "heed.config", *words],
        env=environment,
        preexec_fn=_die_with_parent,  # noqa: PLW1509 - nothing else runs yet
    )


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)


def _all_answer(children: list[subprocess.Popen], ports: tuple[int, ...]) -> bool:
    """Wait until every port answers; False where a process ended before it did."""
    until = time.monotonic() + PATIENCE
    waiting = list(ports)
    while waiting and time.monotonic() < until:
        if any(child.poll() is not None for child in children):
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", waiting[0])) == 0:
                waiting.pop(0)
                continue
        time.sleep(0.1)
    if waiting:
        print(f"Nothing answers on port {waiting[0]}.", file=sys.stderr)
    return not waiting


def _until_one_ends(children: list[subprocess.Popen]) -> None:
    while all(child.poll() is None for child in children):
        time.sleep(0.5)


def _end(children: list[subprocess.Popen]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        child.wait(timeout=30)
