"""What the pages say of the five chronologies of Kestrel: the counts of the story."""

import re

KESTREL = "Q-25-018"


def a_scrutineer_sees_all_rows_but_one(reader) -> None:
    """61 rows, two of them without a day at the end, one that she may not read."""
    reader.becomes("scrutineer")
    said = reader.reads(reader.case(KESTREL) + "chronology/")

    assert "61 rows, 2 without a date at the end; 1 restricted, not shown" in said
    assert said.count("You are not cleared to read it.") == 1
    assert "Restricted: before a court" in said
    assert "Key episode: The bruise of June" in said


def a_coordinator_sees_four_events_told_twice(reader) -> None:
    """Four events are told by two agencies, two of them confirmed: 57 events; the
    accounts differ on five things."""
    reader.becomes("coordinator")
    case = reader.case(KESTREL)
    reader.presses(f"{case}names/")
    said = reader.reads(f"{case}chronology/events/")
    asked, _, told = said.rpartition("Events told by several Rows")

    may_be = re.findall(r"It is one event : [\d.]+ and [\d.]+", asked)
    are = re.findall(r"[\d.]+ and [\d.]+ Quillshire", told)
    assert (len(may_be), len(are)) == (2, 2)
    assert 61 - len(may_be) - len(are) == 57
    apart = [
        *re.findall(r"(When|Time|Injury|Who was told):? [Tt]hey differ", asked),
        *re.findall(r"the (time|injury|day)\b", told),
    ]
    assert apart == ["When", "Who was told", "time", "injury", "day"]
    assert asked.count("It is there twice") == 1


def she_sees_forty_seven_days_without_sight_of_him(reader) -> None:
    """The longest time in which no child was seen, and the rows that show it."""
    said = reader.reads(reader.case(KESTREL) + "chronology/gaps/")

    assert "11 July 2025 27 August 2025 47 13 Quillshire Council" in said
