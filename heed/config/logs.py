"""What goes wrong is logged by its class and its place. What an error says is not: a
wrong value, a row or a line of a paper may stand in it, and those are words of a case.
"""

import logging
import sys
from traceback import extract_tb


class WithoutWords(logging.Formatter):
    """Writes errors without their messages."""

    def format(self, record):
        plain = {"args": _all_plain(record.args), "msg": _plain(record.msg)}
        # Another handler may have kept the full text with the record.
        forgotten = {"exc_text": None, "message": ""}
        bare = logging.makeLogRecord(record.__dict__ | plain | forgotten)
        return super().format(bare)

    def formatException(self, exc_info):  # noqa: N802 - logging's own name
        return "\n".join(_lines_of(exc_info[1]))


def end_without_words() -> None:
    """Have a process that ends by an error say so without its message."""
    sys.excepthook = _say_why_it_ended


def _say_why_it_ended(kind, error, trace) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    sys.stderr.write("\n".join([*_lines_of(error), ""]))


def _lines_of(error: BaseException | None) -> list[str]:
    lines: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        lines.append(_plain(error))
        lines += [
            f"  {frame.filename}:{frame.lineno} in {frame.name}"
            for frame in extract_tb(error.__traceback__)
        ]
        error = error.__cause__ or error.__context__
    return lines


def _all_plain(args):
    if isinstance(args, dict):
        return {name: _plain(value) for name, value in args.items()}
    return tuple(map(_plain, args)) if isinstance(args, tuple) else args


def _plain(value):
    if isinstance(value, BaseException):
        return f"{type(value).__module__}.{type(value).__qualname__}"
    return value
