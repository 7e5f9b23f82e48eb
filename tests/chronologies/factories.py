"""Chronologies of cases, brought in by the real actions."""

from datetime import UTC, datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from heed.chronologies.actions import bring_in
from tests.cases.factories import NOON, a_case_with_people
from tests.partnership.factories import an_organisation
from tests.walked import walked_once

LATER = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
HEADS = "Date,Time,Source,Event,Child seen,Seen alone,Response,Rumpus\n"
ROWS = (
    "3 May 2025,10:30,Case notes,Home visit by the social worker,Y,Y,Plan agreed,x",
    "22.05/25,,GP record,Seen at the surgery,,,,",
    "31/09/2025,,GP record,Telephone call,,,,",
    "June 2025,,Case notes,Summer holidays begin,,,,",
    "12/05/2025,,,Nobody answered the door,N,,,",
    ",,Case notes,She says nothing,,,,",
    "1 July 2025,,Case notes,Sub judice: an interview with the police,,,,",
)


def a_file(*rows: str, name: str = "notes.csv", heads: str = HEADS):
    """A file of an agency, as it is uploaded."""
    return SimpleUploadedFile(name, (heads + "\n".join(rows)).encode())


@walked_once
def a_chronology(*, at=NOON):
    """A case into which one agency's chronology was brought: what came, the people."""
    case, people = a_case_with_people(at=at)
    agency = an_organisation(case.partnership, "community", name="Marrowby Care", at=at)
    came = brought_in(case, agency, people, *ROWS, at=at)
    return came, people


def brought_in(case, agency, people, *rows, at=NOON, **more):
    """One more file of an agency, brought in by the coordinator."""
    said = {each: more.pop(each) for each in ("service", "instead_of") if each in more}
    said |= {"file": a_file(*rows, **more), "by": people["coordinator"], "at": at}
    return bring_in(case, organisation=agency, **said)
