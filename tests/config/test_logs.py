"""What goes wrong is logged by its class and its place, never by what it says."""

import logging
import subprocess
import sys

from django.conf import settings

from heed.config.logs import WithoutWords

WORD = "Zephyrine was hurt"


def written(**more) -> str:
    record = logging.LogRecord("heed", 40, __file__, 1, "It failed", (), None)
    for name, value in more.items():
        setattr(record, name, value)
    return WithoutWords().format(record)


def failure() -> tuple:
    try:
        try:
            {}[WORD]
        except KeyError as first:
            raise ValueError(WORD) from first
    except ValueError:
        return sys.exc_info()


def test_an_error_is_logged_by_its_class_and_its_place():
    said = written(exc_info=failure())
    assert WORD not in said
    assert "builtins.ValueError" in said
    assert "builtins.KeyError" in said
    assert "in failure" in said
    assert "test_logs.py" in said


def test_an_error_that_is_named_in_the_message_is_named_by_its_class():
    for args in ((ValueError(WORD),), {"why": ValueError(WORD)}):
        text = "Refused: %(why)s" if isinstance(args, dict) else "Refused: %s"
        assert written(msg=text, args=args) == "Refused: builtins.ValueError"
    assert written(msg=ValueError(WORD)) == "builtins.ValueError"


def test_what_another_handler_wrote_down_is_not_taken_from_it():
    said = written(exc_info=failure(), exc_text=f"ValueError: {WORD}")
    assert WORD not in said


def test_an_error_that_caused_itself_comes_to_an_end():
    error = ValueError(WORD)
    error.__cause__ = error
    assert written(exc_info=(ValueError, error, None)).count("ValueError") == 1


def test_all_that_is_logged_goes_through_it():
    (handler,) = settings.LOGGING["handlers"].values()
    assert handler["formatter"] == "without_words"
    assert settings.LOGGING["root"]["handlers"] == ["stderr"]


def test_a_command_that_ends_by_an_error_does_not_say_its_words():
    quietly = "from heed.config.logs import end_without_words; end_without_words()"
    ended = subprocess.run(
        [sys.executable, "-c", f"{quietly}; raise ValueError({WORD!r})"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("builtins.ValueError")
    assert WORD not in ended.stderr
