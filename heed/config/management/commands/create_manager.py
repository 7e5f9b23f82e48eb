"""`heed create-manager EMAIL NAME`: a partnership's first manager, and with `--found`
the partnership too."""

import json

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.core.validators import validate_email, validate_slug
from django.db import transaction

from heed import clock
from heed.audit.actors import SystemActor
from heed.config.one_sentence import CannotBeDone, in_one_sentence
from heed.partnership.actions import found_partnership, invite_person
from heed.partnership.models import Invitation, Partnership
from heed.partnership.queries import roles_in
from heed.partnership.refusals import Refused
from heed.partnership.tokens import code_of
from heed.rulebook.language import Role

HOW_TO_FOUND = (
    "Found it in the same command: --found SHORT-ADDRESS-NAME --called NAME "
    "--short-name NAME."
)


class Command(BaseCommand):
    """Invites a manager in the name of whoever holds the machine."""

    help = (
        "Invites the first manager of a partnership: the link goes by email, and the "
        "code printed here is told by telephone."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--partnership", default="", help="its short address name")
        parser.add_argument("--another", action="store_true", help="though one exists")
        parser.add_argument("--found", metavar="SHORT-ADDRESS-NAME", default="")
        parser.add_argument("--called", default="", help="the partnership's full name")
        parser.add_argument("--short-name", default="")
        parser.add_argument(
            "--area",
            action="append",
            default=[],
            metavar="CODE=NAME",
            help="a local authority area that it covers, by its ONS code",
        )
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args, email, name, another, as_json, **options):
        by, at = SystemActor("the command line"), clock.now()
        with in_one_sentence(Refused), transaction.atomic():
            _valid(email, name)
            partnership = _founded(options, by=by, at=at) or _known(options)
            if not another:
                _has_none_yet(partnership, at=at)
            invitation, _ = invite_person(
                partnership=partnership,
                email=email,
                name=name,
                role=Role.MANAGER,
                by=by,
                at=at,
            )
        self.say(invitation, as_json=as_json)

    def say(self, invitation, *, as_json):
        said = {
            "partnership": invitation.partnership.slug,
            "email": invitation.email,
            "code": code_of(invitation),
            "expires_at": invitation.expires_at.isoformat(),
        }
        if as_json:
            self.stdout.write(json.dumps(said))
            return
        self.stdout.write(
            f"{invitation.name} is invited as manager of "
            f"{invitation.partnership.name}.\nThe link goes to {invitation.email} with "
            "the next round of the worker.\n"
            f"Read this code out by telephone, and write it nowhere: {said['code']}\n"
            f"Both can be used until {_moment(invitation.expires_at)}."
        )


def _moment(at) -> str:
    day, time = clock.london_date(at), clock.london_time(at)
    return f"{day:%A} {day.day} {day:%B %Y}, {time:%H:%M}"


def _valid(email: str, name: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        raise CannotBeDone(f"{email} is not an email address.") from None
    if not name.strip():
        raise CannotBeDone("Say what the manager is called.")


def _founded(options, *, by, at) -> Partnership | None:
    slug = options["found"]
    if not slug:
        return None
    if not (options["called"] and options["short_name"]):
        raise CannotBeDone(f"A partnership needs its names. {HOW_TO_FOUND}")
    try:
        validate_slug(slug)
    except ValidationError:
        raise CannotBeDone(
            f"{slug} cannot stand in an address: letters, digits and hyphens can."
        ) from None
    if Partnership.objects.filter(slug=slug).exists():
        raise CannotBeDone(
            f"There is a partnership {slug} already. Say --partnership {slug}."
        )
    return found_partnership(
        slug=slug,
        name=options["called"],
        short_name=options["short_name"],
        areas=dict(map(_area, options["area"])),
        by=by,
        at=at,
    )


def _area(said: str) -> tuple[str, str]:
    code, _, name = said.partition("=")
    if not (code and name):
        raise CannotBeDone(f"{said}: an area is written CODE=NAME, E06000999=Example.")
    return code, name


def _known(options) -> Partnership:
    slug, slugs = options["partnership"], _slugs()
    if not slugs:
        raise CannotBeDone(f"No partnership has been founded yet. {HOW_TO_FOUND}")
    if slug and slug not in slugs:
        raise CannotBeDone(f"There is no partnership {slug}: {', '.join(slugs)}.")
    if not slug and len(slugs) > 1:
        raise CannotBeDone(f"Name one with --partnership: {', '.join(slugs)}.")
    return Partnership.objects.get(slug=slug or slugs[0])


def _slugs() -> list[str]:
    return list(Partnership.objects.order_by("slug").values_list("slug", flat=True))


def _has_none_yet(partnership: Partnership, *, at) -> None:
    today = clock.london_date(at)
    held = roles_in(partnership, today).filter(role=Role.MANAGER).first()
    if held:
        raise CannotBeDone(
            f"{partnership.name} has a manager, {held.person.name}, who invites all "
            "others. To invite one more all the same, say --another."
        )
    invitations = Invitation.objects.filter(partnership=partnership, role=Role.MANAGER)
    waiting = next((each for each in invitations if each.is_open(at)), None)
    if waiting:
        raise CannotBeDone(
            f"{waiting.name} is invited as manager already, at {waiting.email}. To "
            "send another invitation, say --another."
        )
