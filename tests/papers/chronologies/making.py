"""Entries for tests, in as few words as they need."""

from datetime import date, time

from heed.papers.chronologies.entries import NOT_DATED, Entry, dated
from heed.papers.dates import read_date


def an_entry(n: int, day: str = "", event: str = "Home visit", **said) -> Entry:
    at = said.pop("at", "")
    return Entry(
        n=n,
        date=dated(read_date(day)) if day else NOT_DATED,
        time=time.fromisoformat(at) if at else None,
        event=event,
        **{"agency": "Health", **said},
    )


def on(words: str) -> date:
    return read_date(words).day
