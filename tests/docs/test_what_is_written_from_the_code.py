"""The documents that are printed say what the code says now."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command

from heed.config import written
from heed.config.written import dictionary, markdown, permissions, processing
from heed.config.written.glosses import GLOSSES, GROUPS, OF_A_TABLE, OTHERS, about
from heed.config.written.tables import casework, tables_of_others
from heed.rulebook import process
from heed.rulebook.language import Role
from heed.rulebook.roles import ROLES
from heed.vault.seals import all_seals
from tests.guards.source import APPS


def test_every_document_is_current():
    assert written.stale() == [], "Run `heed documents`."


def test_the_same_code_writes_the_same_bytes():
    for made in written.DOCUMENTS.values():
        assert made() == made()


def test_what_changed_is_written_and_what_did_not_is_left_alone(tmp_path):
    assert written.write(tmp_path) == list(written.DOCUMENTS)
    (tmp_path / "docs/data-dictionary.md").write_text("somebody edited this")

    assert written.stale(tmp_path) == ["docs/data-dictionary.md"]
    assert written.write(tmp_path) == ["docs/data-dictionary.md"]
    assert written.write(tmp_path) == []


def test_the_command_says_which_document_is_not_current(monkeypatch):
    monkeypatch.setattr(written, "stale", lambda: ["docs/data-dictionary.md"])
    told = StringIO()

    with pytest.raises(SystemExit):
        call_command("documents", check=True, stderr=told)

    assert "docs/data-dictionary.md is not current" in told.getvalue()


def test_the_dictionary_names_every_table_and_every_seal():
    text = dictionary.data_dictionary().decode()
    ours = [m._meta.label for m in apps.get_models() if m._meta.app_label in APPS]

    missing = [label for label in ours if f"`{label}`" not in text]
    missing += [seal for seal, _ in all_seals() if f"Sealed as `{seal}`" not in text]

    assert missing == []


def test_what_comes_with_other_parts_is_explained():
    unexplained = {model._meta.label for model in tables_of_others()} - set(OTHERS)
    assert unexplained == set()


def test_no_gloss_is_of_something_that_is_gone():
    seals = {seal for seal, _ in all_seals()}
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
    }
    tables = {model._meta.label for model in apps.get_models()}
    named = {label for labels in OF_A_TABLE.values() for label in labels}

    assert set(GLOSSES) - seals - fields == set()
    assert named - tables == set()


def test_every_table_tells_of_somebody_or_of_nobody():
    assert {about(one.label) for one in casework()} <= set(GROUPS)


def test_each_role_is_told_with_every_step_that_it_may_take():
    text = permissions.roles_and_permissions().decode()
    parts = dict(zip(ROLES, text.split("\n### ")[1:], strict=True))

    untold = [
        (role, step.name)
        for step in process.STEPS.values()
        for role in step.by
        if f"- {step.name}" not in " ".join(parts[role].split())
    ]

    assert untold == []


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR])
def test_who_never_sees_a_case_is_told_so(role):
    row = f"| {ROLES[role].label} | {ROLES[role].sentence} | {ROLES[role].never} | Never |"
    assert row in processing.record_of_processing().decode()


@pytest.mark.parametrize(
    "paper", [processing.record_of_processing, processing.impact_assessment]
)
def test_what_a_partnership_fills_in_is_marked_as_theirs(paper):
    assert paper().decode().count("**[the partnership]**") > 5


def test_what_nobody_compared_with_the_original_is_for_checking():
    text = processing.record_of_processing().decode()
    unread = {s.source for s in process.STEPS.values() if not s.source.read}

    unmarked = [
        str(source)
        for source in unread - processing.OURS
        if f"{source} (for checking)" not in text
    ]

    assert unmarked == []


def test_a_place_in_a_text_that_nobody_fills_is_an_error():
    with pytest.raises(KeyError):
        markdown.filled("record-of-processing.md", {})
