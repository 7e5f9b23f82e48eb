"""What the walks of Quillshire's cases share."""

from datetime import UTC, datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from heed import clock
from heed.audit.actors import AnonymousReferrer, SystemActor
from heed.cases.actions import grant_access
from heed.demo.actions import begin_references_at
from heed.partnership.queries import roles_of
from heed.referrals.actions import add_paper, begin_draft, refer, save_answers
from heed.referrals.models import Channel
from heed.rulebook.language import Role

THE_FORM = SystemActor("referral_form")


def at(day: str, time: str = "10:00") -> datetime:
    """A moment of Quillshire in UTC, such as 15:30 on 2026-02-24."""
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=UTC)


def are_put_on_the_list(case, people, moment, slugs) -> None:
    """The manager puts these people on the list of a case, in the role that they hold.
    They declare before they open it."""
    for slug in slugs:
        held = roles_of(people[slug], case.partnership, on=clock.london_date(moment))
        for each in held:
            grant_access(
                case,
                person=people[slug],
                role=Role(each.role),
                seat=each.seat or "",
                by=people["manager"],
                at=moment,
            )


def next_reference_is(quillshire, year: int, number: int, moment) -> None:
    """Let the next case of a year have this number, as in the area's own list."""
    from heed.demo.quillshire.people import LOADER

    begin_references_at(quillshire, year=year, number=number, by=LOADER, at=moment)


def sent_by_the_form(quillshire, answers, moment, *, papers=()):
    """What somebody refers on the form that is open to anyone, and what is attached."""
    draft = begin_draft(
        partnership=quillshire, channel=Channel.PORTAL, by=THE_FORM, at=moment
    )
    by = AnonymousReferrer(str(draft.pk))
    save_answers(draft, keys=list(answers), answers=answers, by=by, at=moment)
    draft.refresh_from_db()
    for name, data in papers:
        add_paper(draft, file=SimpleUploadedFile(name, data), by=by, at=moment)
    return refer(draft, by=by, at=moment)
