"""A seal is part of what it sealed: the list of seals only ever grows."""

from pathlib import Path

from django.core.checks import Tags, run_checks
from django.db import models

from heed.vault import seals
from heed.vault.fields import Sealed, SealedJSON
from heed.vault.models import SealedRow
from heed.vault.seals import all_seals, seals_are_unique

FROZEN = Path(__file__).with_name("seals.txt")


def frozen():
    return [
        line for line in FROZEN.read_text().splitlines() if line[:1] not in ("", "#")
    ]


def test_every_seal_in_use_is_frozen():
    new = [seal for seal, _ in all_seals() if seal not in frozen()]
    assert new == [], f"Add them at the end of {FROZEN.name}; they are names for ever."


def test_no_frozen_seal_has_gone():
    in_use = {seal for seal, _ in all_seals()}
    gone = [seal for seal in frozen() if seal not in in_use]
    assert gone == [], "What they sealed could not be opened. Rename fields, not seals."


def test_a_seal_is_frozen_once():
    assert len(frozen()) == len(set(frozen()))


def test_no_two_fields_share_a_seal():
    used = [seal for seal, _ in all_seals()]
    assert len(used) == len(set(used))
    assert seals_are_unique() == []


def test_a_shared_seal_is_an_error_of_both_fields(monkeypatch):
    shared = [("child.name", "cases.Child.name"), ("child.name", "cases.Adult.name")]
    monkeypatch.setattr(seals, "all_seals", lambda: shared)
    assert [error.id for error in seals_are_unique()] == ["vault.E003"] * 2


def test_the_check_is_among_the_checks_of_models():
    assert [m for m in run_checks(tags=[Tags.models]) if m.id == "vault.E003"] == []


def test_a_field_is_known_in_migrations_by_its_seal():
    field = SealedJSON(seal="child.also_known_as", null=True)
    assert field.deconstruct() == (
        None,
        "heed.vault.fields.SealedJSON",
        [],
        {"null": True, "seal": "child.also_known_as"},
    )
    copy = field.clone()
    assert (copy.seal, copy.null, copy.editable) == ("child.also_known_as", True, False)


def test_a_seal_has_a_proper_name_and_a_sealed_row():
    class Astray(models.Model):
        words = Sealed(seal="No such name")

        class Meta:
            app_label = "vault_tests_astray"

    found = Astray._meta.get_field("words").check()
    assert [error.id for error in found] == ["vault.E001", "vault.E002"]


def test_a_sealed_field_of_a_sealed_row_is_in_order():
    class InPlace(SealedRow):
        words = Sealed(seal="in_place.words")

        class Meta:
            app_label = "vault_tests_in_place"

    assert InPlace._meta.get_field("words").check() == []
