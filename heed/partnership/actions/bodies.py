"""What is done to partnerships, to their agencies and to their calendar."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial

from django.db import transaction

from heed import clock
from heed.audit.actors import SystemActor
from heed.partnership.addresses import domain_of, normal_address
from heed.partnership.domains import warned_of
from heed.partnership.grants import manages
from heed.partnership.models import (
    AreaCovered,
    BankHolidayChange,
    Organisation,
    Partnership,
)
from heed.partnership.queries import known_domains
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.rulebook.language import Role
from heed.rulebook.words import in_words

# By what days are counted. Whoever keeps counted days is told when it was changed.
COUNTS_BY = {
    "rr_day_counting": "whether the day itself counts",
    "rr_trigger": "from what the fifteen days of a rapid review are counted",
}
COUNTS_ANEW: list[Callable] = []
OF_HEED = SystemActor("count_anew")

CHOICES_OF_A_PARTNERSHIP = frozenset(
    {
        "business_unit_telephone",
        "colour",
        "draft_to_deputy_after",
        "front_door_telephone",
        "hours_watched",
        "independent_first_views",
        "lead_requirement",
        "name",
        "naming",
        "notifies_harm_in_care",
        "out_of_hours_telephone",
        "own_site_address",
        "reference_prefix",
        "referral_address",
        "rr_day_counting",
        "rr_trigger",
        "short_name",
        "site",
    }
)
LINES_OF_AN_ORGANISATION = frozenset(
    {"contact_address", "contact_name", "mail_domains", "name", "telephone"}
)


def found_partnership(
    *,
    slug: str,
    name: str,
    short_name: str,
    areas: Mapping[str, str] | None = None,
    choices: Mapping[str, object] | None = None,
    by,
    at: datetime,
) -> Partnership:
    """Begin a partnership that covers these areas (name by ONS code); only from the
    command line or the demonstration. Raises Refused for anybody else.
    """
    with on_record("found_partnership", by=by, at=at, partnership=None) as entry:
        if by.actor_kind != "system":
            raise Refused(
                "A partnership is begun from the command line.", code="not_yours"
            )
        chosen = {
            **_only(choices or {}, CHOICES_OF_A_PARTNERSHIP),
            "name": name,
            "short_name": short_name,
        }
        entry.subject = partnership = Partnership.objects.create(
            slug=slug, created_at=at, **chosen
        )
        for code, area in (areas or {}).items():
            AreaCovered.objects.create(
                partnership=partnership, gss_code=code, name=area
            )
    return partnership


def amend_partnership(
    partnership: Partnership, *, choices: Mapping[str, object], by, at: datetime
) -> None:
    """Change how a partnership works or is reached; only its manager may."""
    with on_record(
        "amend_partnership", by=by, at=at, partnership=partnership, subject=partnership
    ):
        _manager_only(by, partnership, at)
        chosen = _only(choices, CHOICES_OF_A_PARTNERSHIP)
        changed = [
            words
            for name, words in COUNTS_BY.items()
            if chosen.get(name, getattr(partnership, name))
            != getattr(partnership, name)
        ]
        _amend(partnership, chosen)
    if changed:
        _tell_that_days_count_anew(partnership, " and ".join(changed), by=by, at=at)


def add_organisation(
    partnership: Partnership,
    *,
    code: str,
    name: str,
    kind: str,
    active_from: date,
    seat: str | None = None,
    lines: Mapping[str, object] | None = None,
    domains_confirmed: bool = False,
    by,
    at: datetime,
) -> Organisation:
    """Take an agency into the partnership from a day on; the business unit may. Raises
    Refused (code "new_mail_domain") for a domain that passes for a known one until it
    is confirmed."""
    with on_record("add_organisation", by=by, at=at, partnership=partnership) as entry:
        _business_unit_only(by, partnership, at)
        if Organisation.objects.filter(partnership=partnership, code=code).exists():
            raise Refused(f"The code {code} is taken.", code="code_taken")
        if seat and seat != kind:
            raise Refused(
                "A statutory partner is of the kind of its seat.", code="wrong_seat"
            )
        tidied = _tidy(_only(lines or {}, LINES_OF_AN_ORGANISATION))
        if by.actor_kind == "person" and not domains_confirmed:
            _no_look_alike(partnership, tidied)
        entry.subject = organisation = Organisation.objects.create(
            partnership=partnership,
            code=code,
            name=name,
            kind=kind,
            seat=seat or None,
            active_from=active_from,
            **tidied,
        )
    return organisation


def amend_organisation(
    organisation: Organisation,
    *,
    lines: Mapping[str, object],
    domains_confirmed: bool = False,
    by,
    at: datetime,
) -> None:
    """Change how an agency is called or reached; the business unit may. What passes
    for a known domain is refused as it is when an agency is added."""
    with on_record(
        "amend_organisation",
        by=by,
        at=at,
        partnership=organisation.partnership,
        subject=organisation,
    ):
        _business_unit_only(by, organisation.partnership, at)
        tidied = _tidy(_only(lines, LINES_OF_AN_ORGANISATION))
        if by.actor_kind == "person" and not domains_confirmed:
            _no_look_alike(organisation.partnership, tidied, before=organisation)
        _amend(organisation, tidied)


def end_organisation(
    organisation: Organisation, *, active_to: date, by, at: datetime
) -> None:
    """End an agency's place in the partnership: `active_to` is its first day outside.

    What it answered, and the roles of its people, stay on the record. Only the manager
    may; raises Refused for a day before it began.
    """
    with on_record(
        "end_organisation",
        by=by,
        at=at,
        partnership=organisation.partnership,
        subject=organisation,
    ):
        _manager_only(by, organisation.partnership, at)
        if active_to < organisation.active_from:
            raise Refused(
                "An organisation cannot end before it began.", code="ends_too_early"
            )
        _amend(organisation, {"active_to": active_to})


def amend_bank_holiday(
    partnership: Partnership,
    *,
    day: date,
    is_holiday: bool,
    reason: str,
    by,
    at: datetime,
) -> BankHolidayChange:
    """Count a day as a holiday in this partnership, or no longer, and say why.

    Deadlines not yet met are worked out anew wherever they are shown.
    """
    with on_record(
        "amend_bank_holiday", by=by, at=at, partnership=partnership
    ) as entry:
        _business_unit_only(by, partnership, at)
        if by.actor_kind != "person":
            raise Refused("Only a person may change the calendar.", code="not_yours")
        entry.subject = change = BankHolidayChange.objects.create(
            partnership=partnership,
            day=day,
            is_holiday=is_holiday,
            reason=reason,
            changed_by=by,
            changed_at=at,
        )
    _tell_that_days_count_anew(partnership, "a bank holiday", by=by, at=at)
    return change


def _tell_that_days_count_anew(partnership, what: str, *, by, at) -> None:
    """Once the change is kept, so that nothing is counted by what was never saved."""
    why = f"{by.actor_name} changed {what} on {in_words(clock.london_date(at))}."
    for tell in COUNTS_ANEW:
        transaction.on_commit(partial(tell, partnership, why=why, by=OF_HEED, at=at))


def _no_look_alike(partnership, lines, *, before=None) -> None:
    """Refuse, until it is confirmed, what passes for a known domain: once it is known
    itself, nobody is warned of it again."""
    domains = {*lines.get("mail_domains", [])}
    address = lines.get("contact_address") or ""
    if address and (before is None or address != before.contact_address):
        domains.add(domain_of(address))
    known = known_domains(partnership)
    for domain in sorted(domains - {*known}):
        if warning := warned_of(domain, known):
            raise Refused(
                f"{domain}: {warning}Check it letter by letter, then confirm it.",
                code="new_mail_domain",
            )


def _manager_only(by, partnership, at):
    if not manages(by, partnership, clock.london_date(at)):
        raise Refused("Only the partnership's manager may do this.", code="not_yours")


def _business_unit_only(by, partnership, at):
    today = clock.london_date(at)
    if not manages(by, partnership, today, Role.MANAGER, Role.COORDINATOR):
        raise Refused("Only the business unit may do this.", code="not_yours")


def _only(values, allowed):
    if unknown := set(values) - allowed:
        raise ValueError(f"Not to be changed here: {', '.join(sorted(unknown))}.")
    return dict(values)


def _tidy(lines):
    if "mail_domains" in lines:
        domains = {normal_address(d).lstrip("@") for d in lines["mail_domains"]}
        lines["mail_domains"] = sorted(domains - {""})
    return lines


def _amend(row, values):
    for name, value in values.items():
        setattr(row, name, value)
    if values:
        row.save(update_fields=sorted(values))
