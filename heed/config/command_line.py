"""The `heed` command. The pure commands answer before Django is imported."""

import gc
import os
import sys
from importlib import import_module

COULD_NOT = 2
PURE = {
    "due": "heed.rulebook.due_command",
    "read": "heed.papers.read_command",
    "chronology": "heed.papers.chronologies.merge_command",
    "deidentify": "heed.deidentify.deidentify_command",
    "briefing": "heed.papers.briefing_command",
    "demo": "heed.config.demonstration",
}


_SELDOM = 100_000
"""What a start makes stays: rubbish is looked for once there is much more of it."""


def main(argv: list[str] | None = None) -> None:
    """Run one command: a pure one at once, any other through Django."""
    words = sys.argv[1:] if argv is None else argv
    if words and words[0] in PURE:
        gc.set_threshold(_SELDOM)
        sys.exit(import_module(PURE[words[0]]).main(words[1:]))
    # What is read until Heed is ready (apps.py) stays as long as the process: to look
    # through it for rubbish took a sixth of the time of every start.
    gc.disable()
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from heed.config.logs import end_without_words

    end_without_words()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heed.config.settings")
    if words[:2] == ["serve", "public"]:
        os.environ["HEED_DOOR"] = "public"
    if words[:1] == ["library"]:
        # The library's commands need neither casework nor key.
        os.environ.setdefault("HEED_DOOR", "public")
    words = [words[0].replace("-", "_"), *words[1:]] if words else []
    try:
        execute_from_command_line(["heed", *words])
    except ImproperlyConfigured as wrong:
        # It speaks of settings alone, to whoever can put them right.
        sys.stderr.write(f"{wrong}\n")
        sys.exit(COULD_NOT)
    finally:
        gc.enable()
