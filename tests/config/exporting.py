"""A case with a row of every kind, each sealed field with a word of its own."""

import json
from io import StringIO

from django.core.management import call_command
from django.db import transaction

from heed.cases.models import Case, Hold
from heed.chronologies.models import Coming
from heed.correspondence.models import IncomingEmail, OutgoingEmail
from heed.documents.actions import receive
from heed.documents.models import Document
from heed.rulebook.language import Role
from tests.cases.factories import NOON
from tests.partnership.factories import HEED, a_person, an_organisation
from tests.walls.canaries import Canaries
from tests.walls.planting import Planter, sealed_models

BY_ACTIONS = {"AccessGrant", "InterestDeclaration"}
BESIDE_CASES = {"partnership", "desk", "vault", "audit"}
WORDS = b"What the file says: "


class Words(Canaries):
    """Canaries, and which field each was given to."""

    def __init__(self, start=0):
        super().__init__()
        self.given = start
        for _ in range(start):
            next(self.numbers)
        self.by_seal = {}

    def for_field(self, field):
        value = self.by_seal[field.seal] = super().for_field(field)
        return value


def planted(case: Case, words: Words) -> dict:
    """A row of every kind in a case, and a file of it; by their models."""
    organisation = an_organisation(case.partnership, "school", at=NOON)
    person = a_person(
        Role.PRACTITIONER,
        partnership=case.partnership,
        organisation=organisation,
        at=NOON,
    )
    planter = Planter(case, person, organisation, NOON, words.for_field)
    planter.rows[Document] = a_file(case, words)
    for model in sealed_models():
        mine = model._meta.app_label not in BESIDE_CASES
        if mine and model is not Case and model.__name__ not in BY_ACTIONS:
            planter.row_of(model)
    OutgoingEmail.objects.filter(pk=planter.rows[OutgoingEmail].pk).update(
        once=f"told:{case.pk}"
    )
    # A chronology that brought no row is kept back.
    Coming.objects.filter(case=case).update(rows_in=1)
    # What is on hold would be exported to nobody.
    Hold.objects.filter(case=case).update(lifted_at=NOON)
    IncomingEmail.objects.filter(pk=planter.rows[IncomingEmail].pk).update(
        owner_kind="cases.Case", owner_id=case.pk
    )
    return planter.rows


def a_file(case: Case, words: Words, content: bytes = b"", name: str = "") -> Document:
    with transaction.atomic():
        return receive(
            content or WORDS + words.word().encode(),
            name=name or f"{words.word()}.txt",
            owner=case,
            purpose="paper",
            received_from="upload",
            by=HEED,
            at=NOON,
        )


def export(folder, *, by, what=("case",), reason="For the inquest", **options):
    """Run the command; what it answers."""
    out = StringIO()
    words = ["export", *what, str(folder), f"--by={by.email}", f"--reason={reason}"]
    call_command(*words, "--json", stdout=out, **options)
    return json.loads(out.getvalue())


def everything_in(folder) -> bytes:
    return b"\n".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())
