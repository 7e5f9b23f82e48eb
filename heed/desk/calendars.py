"""Deadlines as a calendar that any calendar program reads. Its titles are neutral:
a phone on a table shows them."""

from datetime import timedelta

from icalendar import Calendar, Event

from heed.cases.queries import ShownDeadline


def calendar_of(deadlines: list[ShownDeadline], *, at, host: str) -> bytes:
    """The deadlines as an iCalendar file: one whole-day event each."""
    calendar = Calendar()
    calendar.add("prodid", "-//Heed//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Heed")
    for shown in deadlines:
        event = Event()
        event.add("uid", f"{shown.kept.pk}@{host}")
        event.add("dtstamp", at)
        event.add("dtstart", shown.kept.due_on)
        event.add("dtend", shown.kept.due_on + timedelta(days=1))
        event.add("summary", f"Heed: {shown.kept.case.reference}")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical()
