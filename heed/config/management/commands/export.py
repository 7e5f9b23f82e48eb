"""`heed export case REFERENCE DIR` and `heed export all DIR`."""

import json
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand

from heed import clock
from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.config.export.archive import export_all, export_case
from heed.config.one_sentence import CannotBeDone, in_one_sentence
from heed.partnership.models import Person
from heed.referrals.models import Referral
from heed.rulebook.process.stages import MOVED_ELSEWHERE

ALL = "all"


class Command(BaseCommand):
    """Takes cases out of Heed for a person who may open them, who says why."""

    help = "Writes one case, or all that a person may open, as a readable archive."
    requires_system_checks = []

    def add_arguments(self, parser):
        parts = parser.add_subparsers(dest="what", required=True)
        one = parts.add_parser("case", help="one case, or `all`")
        one.add_argument("reference")
        every = parts.add_parser(ALL, help="all that the person may open")
        for part in (one, every):
            part.add_argument("folder", type=Path, metavar="DIR")
            part.add_argument("--by", required=True, metavar="EMAIL")
            part.add_argument("--reason", required=True)
            part.add_argument("--partnership", default="", help="where several know it")
            part.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args, folder, by, reason, as_json, **options):
        reference, at = options.get("reference", ALL), clock.now()
        with in_one_sentence(Refused):
            person = _person(by)
            if not reason.strip():
                raise CannotBeDone("Say why it leaves Heed: --reason.")
            cases, referrals = _asked_for(person, reference, options, at=at)
            said = {"by": person, "reason": reason, "at": at}
            if reference == ALL:
                taken, besides = export_all(cases, referrals, folder, **said)
            else:
                taken, besides = [export_case(cases[0], folder, **said)], []
        if as_json:
            said = {"folder": str(folder.absolute()), "cases": list(map(asdict, taken))}
            said["referrals"] = list(map(asdict, besides))
            self.stdout.write(json.dumps(said, ensure_ascii=False))
            return
        for each in [*taken, *besides]:
            left = f", {each.left_out} left in Heed" if each.left_out else ""
            called = each.reference or "A draft of a referral"
            self.stdout.write(
                f"{called}: {each.records} records, {each.files} files{left}."
            )
        self.stdout.write(f"Open {folder / 'index.html'}. All of it is in clear.")


def _person(email: str) -> Person:
    person = Person.objects.filter(email=email, is_active=True).first()
    if person is None:
        raise CannotBeDone(f"Nobody signs in as {email}.")
    return person


def _asked_for(
    person: Person, reference: str, options: dict, *, at
) -> tuple[list[Case], list[Referral]]:
    """One case; or all cases that a person may open, but for those joined to another,
    which are read there, and the referrals at her desk that no case holds."""
    cases = Case.objects.visible_to(person, at=at)
    referrals = Referral.objects.at_the_desk_of(person, at=at).filter(case=None)
    if partnership := options["partnership"]:
        cases = cases.filter(partnership__slug=partnership)
        referrals = referrals.filter(partnership__slug=partnership)
    if reference == ALL:
        cases = cases.exclude(stage__in=MOVED_ELSEWHERE)
    else:
        cases, referrals = cases.filter(reference=reference), referrals.none()
    found = list(cases.select_related("partnership").order_by("opened_at", "reference"))
    besides = list(referrals.select_related("partnership"))
    if not found and not besides:
        what = "nothing" if reference == ALL else f"no case {reference}"
        raise CannotBeDone(f"There is {what} that {person.name} may open.")
    if reference != ALL and len(found) > 1:
        slugs = ", ".join(sorted(each.partnership.slug for each in found))
        raise CannotBeDone(f"Several have this reference. Say --partnership: {slugs}.")
    return found, besides
