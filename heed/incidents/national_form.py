"""The sheet for the national form: everything that a case knows of what the form asks,
as a page, as text to copy, and as the paper that is kept when it was sent.

There is no interface by which a notification could be sent: somebody copies it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.urls import reverse

from heed import clock
from heed.cases.apart import KeptApart
from heed.cases.deadlines import latest_deadline
from heed.cases.describing import as_answered, parts_of_child
from heed.cases.holds import running_in
from heed.cases.models import Case, Child
from heed.cases.queries import (
    access_list_of,
    children_of,
    family_of,
    safety_actions_of,
)
from heed.cases.sheets import NOT_ANSWERED, last_sheet, reasons_in, shown_sheet
from heed.incidents import queries
from heed.papers.blocks import Document, document, heading, paragraph, table
from heed.referrals.kept_apart import addresses_kept_apart
from heed.referrals.queries import reading_of, referrals_of_case
from heed.referrals.said import ASKED, PART
from heed.rulebook.children import KINDS_OF_PLACE
from heed.rulebook.circumstances import LABELS, Circumstance
from heed.rulebook.clocks import NOTIFICATION_DUE
from heed.rulebook.criteria.records import DR_1
from heed.rulebook.language import Role, Seat
from heed.rulebook.national_form import (
    AFTER_THE_CHILDREN,
    BEFORE_THE_CHILDREN,
    NATURES,
    STRUCTURED_CHILDREN,
    FormPart,
    nature_of,
)

NOT_KNOWN = "Not known yet"
NO_VIEW = "No view yet"
NOT_SENT = "It is not sent yet"
IN_TIME = "It was sent in time"
LEFT_OUT = "Left out while names are off"
ASKED_ON = {
    "when": "incident_days",
    "kind_of_place": "incident_place",
    "aware": "settle_awareness",
    "nature": "weigh_notification",
    "criteria": "weigh_notification",
    "family": "family",
    "safety": "raise_safety_action",
    "beside": "beside_case",
}


class Sending(NamedTuple):
    """When a notification was sent, and why so late, before its row is kept."""

    sent_at: datetime
    late_reason: str


@dataclass(frozen=True)
class Row:
    """One thing that the form asks, what is known of it, and where it is answered."""

    label: str
    said: str
    answered_at: str = ""
    left_out: bool = False

    @property
    def words(self) -> str:
        return LEFT_OUT if self.left_out else self.said or NOT_KNOWN


@dataclass(frozen=True)
class Group:
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Sheet:
    """All of it: what is asked once, four children in fields, the others as text."""

    before: tuple[Group, ...]
    children: tuple[Group, ...]
    further: str
    after: tuple[Group, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """All that is asked in fields, in the order of the form."""
        return (*self.before, *self.children, *self.after)

    @property
    def unknown(self) -> list[Row]:
        """What nobody has said yet."""
        return [
            row
            for group in self.groups
            for row in group.rows
            if not (row.said or row.left_out)
        ]


def sheet_for(case: Case, *, names_on: bool, at, sent: Sending | None = None) -> Sheet:
    """Everything that a case knows of what the national form asks. Where somebody
    lives who must not be found is in no row. `sent` is said by whoever records just
    now that it was sent."""
    known = _known_once(case, sent or queries.standing_notification(case), at=at)
    groups = [_of_child(case, child, names_on) for child in children_of(case)]
    more = groups[STRUCTURED_CHILDREN:]
    sheet = Sheet(
        before=_parts(BEFORE_THE_CHILDREN, case, known, names_on),
        children=tuple(groups[:STRUCTURED_CHILDREN]),
        further="\n".join(_in_one_line(group) for group in more),
        after=_parts(AFTER_THE_CHILDREN, case, known, names_on),
    )
    return KeptApart(addresses_kept_apart(case)).without(sheet)


def as_text(sheet: Sheet) -> str:
    """The sheet as plain text, to be copied into the national system part by part."""
    lines: list[str] = []
    for group in (*sheet.before, *sheet.children):
        lines += [group.title.upper(), *_lines(group), ""]
    if sheet.further:
        lines += ["FURTHER CHILDREN", sheet.further, ""]
    for group in sheet.after:
        lines += [group.title.upper(), *_lines(group), ""]
    return "\n".join(lines).strip()


def as_paper(sheet: Sheet, *, title: str) -> Document:
    """The sheet as a paper, as it is kept when the notification was sent."""
    further = (
        (heading(2, "Further children"), *map(paragraph, sheet.further.split("\n")))
        if sheet.further
        else ()
    )
    return document(
        heading(1, title),
        *_blocks((*sheet.before, *sheet.children)),
        *further,
        *_blocks(sheet.after),
        title=title,
    )


def _blocks(groups) -> Iterator:
    for group in groups:
        yield heading(2, group.title)
        yield table(
            [(row.label, row.words) for row in group.rows], header=("Asked", "Known")
        )


def _lines(group: Group) -> list[str]:
    return [f"{row.label}: {row.words}" for row in group.rows]


def _in_one_line(group: Group) -> str:
    said = [f"{row.label}: {row.said}" for row in group.rows if row.said]
    return f"{group.title}. {'; '.join(said)}"


def _parts(parts: tuple[FormPart, ...], case: Case, known: Mapping, names_on: bool):
    return tuple(
        Group(
            part.title,
            tuple(
                Row(
                    field.label,
                    known.get(field.slug) or "",
                    _page(ASKED_ON.get(field.slug), case),
                    left_out=field.names and not names_on,
                )
                for field in part.fields
            ),
        )
        for part in parts
    )


def _page(name: str | None, row) -> str:
    return reverse(name, args=[row.public_id]) if name else ""


def _of_child(case: Case, child: Child, names_on: bool) -> Group:
    rows = [
        Row(label, said or "", _page(part.page, child))
        for part in parts_of_child(child, names_on=names_on)
        for label, said in part.rows
    ]
    where = _page("weigh_for_child", child)
    for each in shown_sheet(last_sheet(case, DR_1, child=child), DR_1):
        told = [*each["ticked"], reasons_in(each) if names_on else ""]
        answer = "" if each["answer"] == NOT_ANSWERED else each["answer"]
        said = ". ".join(filter(None, [answer, *told]))
        rows.append(Row(each["question"], said, where))
    return Group(child.shown_as, tuple(rows))


def _known_once(case: Case, sent, *, at) -> dict[str, str]:
    """What is known of each thing that is asked once, by its slug."""
    awareness, told = queries.awareness_of(case), _Told(case)
    concluded = queries.conclusion_for(case)
    return {
        "authority": _authority(case, on=clock.london_date(at)),
        "partnership": case.partnership.name,
        "notifier": _who_notifies(case, at=at),
        "reference": case.reference,
        "nature": _nature(case),
        "when": case.when_it_happened,
        "kind_of_place": as_answered(case.kind_of_place, KINDS_OF_PLACE),
        "where": told.of("incident", "place", "area", "country"),
        "aware": _moment(awareness.aware_at) if awareness else "",
        "late": _lateness(case, sent) if sent else NOT_SENT,
        "what": told.of("incident", "circumstances"),
        "harm": told.of("incident", "harm"),
        "criteria": " ".join(concluded.why) if concluded else "",
        "partners": _views(case),
        "family": "\n".join(map(_member, family_of(case))),
        "responsible": told.adults(suspected=True),
        "agencies": told.several("agency", "name", "contact"),
        "safety": "\n".join(map(_safety, safety_actions_of(case))),
        "beside": "\n".join(
            filter(None, [*_flags(case), *_running(case), told.several("parallel")])
        ),
        "media": _press(case, told),
        "other_areas": told.of("other", "cross_border"),
    }


def _lateness(case: Case, sent) -> str:
    if sent.late_reason:
        return sent.late_reason
    counted = latest_deadline(case, NOTIFICATION_DUE)
    due = counted.due_on if counted else None
    return IN_TIME if due and clock.london_date(sent.sent_at) <= due else ""


def _authority(case: Case, *, on) -> str:
    bodies = case.partnership.organisations.filter(seat=Seat.LOCAL_AUTHORITY)
    return ", ".join(body.name for body in bodies if body.active_on(on))


def _who_notifies(case: Case, *, at) -> str:
    """The notifiers of the authority on the list; without any, its partner."""
    listed = access_list_of(case, at=at)
    found = [one for one in listed if one.role == Role.LOCAL_AUTHORITY_NOTIFIER]
    found = found or [one for one in listed if one.seat == Seat.LOCAL_AUTHORITY]
    ring = case.partnership.business_unit_telephone
    people = dict.fromkeys(f"{one.person.name}, {one.person.email}" for one in found)
    return "\n".join([*people, f"Business unit: {ring}" if ring else ""]).strip()


def _moment(moment) -> str:
    return f"{clock.london_date(moment):%-d %B %Y}, {clock.london_time(moment):%H:%M}"


def _member(member) -> str:
    who = ", ".join(filter(None, [member.name, *(member.also_known_as or [])]))
    born = f"born {member.born_on:%-d %B %Y}" if member.born_on else ""
    return ", ".join(filter(None, [member.relationship.capitalize(), who, born]))


def _nature(case: Case) -> str:
    """What kind of incident the working sheets make it, each kind once."""
    weighed = (queries.answers_for(case, child) for child in children_of(case))
    found = [nature_of(answers) for answers in weighed if answers]
    return "\n".join(dict.fromkeys(NATURES[each] for each in found if each))


def _views(case: Case) -> str:
    """What each of the three partners says on whether to notify, once one has."""
    rows = queries.views_on_notification(case)
    if not any(row["view"] for row in rows):
        return ""
    said = ((row["label"], row["view"]) for row in rows)
    return "\n".join(
        f"{label}: {view.get_view_display() if view else NO_VIEW}"
        for label, view in said
    )


def _safety(action) -> str:
    done = action.outcome or ("Done" if action.confirmed_at else "Not confirmed yet")
    return f"{action.what} ({action.owner_organisation}): {done}"


def _flags(case: Case) -> list[str]:
    apart = {Circumstance.MEDIA_INTEREST, Circumstance.IMMEDIATE_ACTION_NEEDED}
    return [LABELS[Circumstance(f)] for f in case.flags if f not in apart]


def _running(case: Case) -> list[str]:
    return [
        ", ".join(
            filter(None, [one.get_kind_display(), one.body, one.reference, one.contact])
        )
        for one in running_in(case)
    ]


def _press(case: Case, told: "_Told") -> str:
    known = case.has_flag(Circumstance.MEDIA_INTEREST)
    return "Yes" if known else told.of("other", "media_interest")


class _Told:
    """What the referrals of a case say, as they stand after they were checked."""

    def __init__(self, case: Case):
        self.readings = [reading_of(each) for each in referrals_of_case(case)]

    def of(self, part: str, *names: str) -> str:
        """What is said once of these, each referral's words after the other's."""
        found = [
            self._words(part, name, self._within(reading, part, name))
            for reading in self.readings
            for name in names
        ]
        return "\n".join(dict.fromkeys(filter(None, found)))

    def several(self, part: str, *names: str) -> str:
        """What is said of each of several, an organisation for example, a line each."""
        asked = names or tuple(each.name for each in PART[part].asked)
        rows = [
            ", ".join(filter(None, (self._words(part, n, row.get(n)) for n in asked)))
            for reading in self.readings
            for row in reading.get(PART[part].read_as) or []
        ]
        return "\n".join(dict.fromkeys(filter(None, rows)))

    def adults(self, *, suspected: bool) -> str:
        """The adults of whom a referral says that they are suspected."""
        rows = [
            ", ".join(filter(None, [adult.get("name"), adult.get("relationship")]))
            for reading in self.readings
            for adult in reading.get("adults") or []
            if adult.get("suspected") is suspected
        ]
        return "\n".join(dict.fromkeys(filter(None, rows)))

    @staticmethod
    def _within(reading: dict, part: str, name: str):
        asked, where = ASKED[part, name], PART[part].read_as
        if asked.alone or not where:
            return reading.get(name)
        return (reading.get(where) or {}).get(name)

    @staticmethod
    def _words(part: str, name: str, value) -> str:
        said = ASKED[part, name].in_words(value)
        return "" if said == ASKED[part, name].unsaid else said
