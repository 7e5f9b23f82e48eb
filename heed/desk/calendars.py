"""Deadlines as a calendar that any calendar program reads. Its titles are neutral:
a phone on a table shows them."""

from datetime import timedelta

from icalendar import Calendar, Event

from heed.cases.readings import counted_elsewhere
from heed.desk.board import DueRow

PROVISIONAL = "Provisional: nobody has said yet when it began."


def calendar_of(rows: list[DueRow], *, at, host: str) -> bytes:
    """The deadlines as an iCalendar file: one whole-day event each."""
    calendar = Calendar()
    calendar.add("prodid", "-//Heed//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Heed")
    for row in rows:
        event = Event()
        event.add("uid", f"{row.key}@{host}")
        event.add("dtstamp", at)
        event.add("dtstart", row.day)
        event.add("dtend", row.day + timedelta(days=1))
        event.add("summary", f"Heed: {row.reference}")
        event.add("status", "TENTATIVE" if row.provisional else "CONFIRMED")
        elsewhere = counted_elsewhere(row.nationally)
        said = [PROVISIONAL if row.provisional else "", elsewhere and f"{elsewhere}."]
        if words := " ".join(filter(None, said)):
            event.add("description", words)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical()
