"""Briefings as data: those that come with Heed, and those that people write as YAML."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from heed.papers.briefing import Box, Briefing, Kind, Resource

SHIPPED = Path(__file__).parent / "briefings"


def shipped(name: str) -> Briefing:
    """A briefing that comes with Heed: "practice_reviews" or "heed"."""
    text = (SHIPPED / f"{name}.json").read_text(encoding="utf-8")
    return briefing_from(json.loads(text))


def briefing_in(text: str) -> Briefing:
    """The briefing written in this YAML or JSON; ValueError says what is wrong."""
    # It takes long to load, and few processes read one.
    import yaml

    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        where = f" near line {mark.line + 1}" if mark else ""
        raise ValueError(f"This is not readable as YAML{where}.") from wrong
    return briefing_from(data)


def briefing_from(data: object) -> Briefing:
    """The briefing that this data describes; ValueError says what is wrong."""
    given = _only_known(data, Briefing, "a briefing")
    return Briefing(
        title=_line(given, "title"),
        kind=_kind(_line(given, "kind")),
        boxes=tuple(_box(each, n) for n, each in enumerate(_many(given, "boxes"), 1)),
        questions=_lines(given, "questions"),
        next_steps=_lines(given, "next_steps"),
        resources=tuple(_resource(each) for each in _many(given, "resources")),
        contact=_line(given, "contact"),
        audience=_line(given, "audience"),
        pseudonym=_line(given, "pseudonym"),
        period_covered=_line(given, "period_covered"),
        issued=_day(given, "issued"),
        review_by=_day(given, "review_by"),
        publisher=_line(given, "publisher"),
    )


def _only_known(data: object, kind: type, what: str) -> Mapping[str, Any]:
    known = {each.name for each in fields(kind)}
    if not isinstance(data, Mapping):
        names = ", ".join(sorted(known))
        raise ValueError(  # noqa: TRY004 what a person wrote, not what a caller passed
            f"This is not {what}: it should have {names}."
        )
    unknown = sorted(str(name) for name in data if name not in known)
    if unknown:
        raise ValueError(f"“{unknown[0]}” does not belong in {what}.")
    return data


def _words(value: object, name: str) -> str:
    if value is None or isinstance(value, str | int | float):
        return "" if value is None else str(value).strip()
    raise ValueError(f"“{name}” should be words.")


def _line(given: Mapping[str, Any], name: str) -> str:
    return _words(given.get(name), name)


def _lines(given: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(_words(each, name) for each in _many(given, name))


def _many(given: Mapping[str, Any], name: str) -> list[Any]:
    values = given.get(name) or []
    if not isinstance(values, list):
        raise ValueError(f"“{name}” should be a list.")  # noqa: TRY004 as above
    return values


def _kind(name: str) -> Kind:
    try:
        return Kind(name or Kind.TOPIC)
    except ValueError as wrong:
        kinds = ", ".join(Kind)
        raise ValueError(f"The kind of a briefing is one of {kinds}.") from wrong


def _day(given: Mapping[str, Any], name: str) -> date | None:
    value = given.get(name)
    if not value or type(value) is date:
        return value or None
    try:
        return date.fromisoformat(str(value))
    except ValueError as wrong:
        raise ValueError(f"“{name}” should be a date such as 2026-03-31.") from wrong


def _box(data: object, number: int) -> Box:
    given = _only_known(data, Box, f"box {number}")
    return Box(
        heading=_line(given, "heading"),
        body=_line(given, "body"),
        remark=_line(given, "remark"),
    )


def _resource(data: object) -> Resource:
    if isinstance(data, str):
        return Resource(title=data)
    given = _only_known(data, Resource, "a resource")
    return Resource(title=_line(given, "title"), address=_line(given, "address"))
