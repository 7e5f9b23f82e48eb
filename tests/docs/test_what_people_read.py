"""What is written by hand is true of the code, and finds its way about."""

import re
import shlex

import pytest
from django.core.management import call_command, get_commands

from heed.config.command_line import PURE
from heed.partnership.models import Invitation, Partnership
from heed.rulebook.language import Role
from heed.ui.words import unwanted_words
from tests.docs.papers import (
    HEED,
    ROOT,
    TEXTS,
    by_hand,
    code_blocks,
    name_of,
    pages,
    plain,
    said_on_screens,
    without_code,
)

WIDE = 120
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
BOLD = re.compile(r"\*\*(?!\[)(.+?)\*\*", re.DOTALL)
COMMAND = re.compile(r"`heed ([a-z][a-z-]*)")
NAMED_IN_CODE = re.compile(
    r"^`([\w/.]+\.py)`\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
PICTURES = (
    "01-refer",
    "02-referral",
    "03-case",
    "04-working-sheet",
    "05-who-has-answered",
    "06-public",
    "07-deadlines",
)
HAS_A_PAGE = {
    Role.PUBLIC: "anyone-who-refers",
    Role.REFERRER: "anyone-who-refers",
    Role.AGENCY_CONTRIBUTOR: "agency-contributor",
    Role.PRACTITIONER: "practitioner",
    Role.SAFEGUARDING_LEAD: "safeguarding-lead",
    Role.COORDINATOR: "coordinator",
    Role.MANAGER: "manager",
    Role.DELEGATED_PARTNER: "delegated-partner",
    Role.LEAD_PARTNER: "lead-partner",
    Role.RAPID_REVIEW_MEMBER: "rapid-review-group",
    Role.DESIGNATED_PROFESSIONAL: "rapid-review-group",
    Role.PANEL_SECRETARIAT: "panel",
    Role.PANEL_MEMBER: "panel",
    Role.LOCAL_AUTHORITY_NOTIFIER: "local-authority-notifier",
    Role.LEAD_REVIEWER: "lead-reviewer",
    Role.FAMILY_CONTACT: "family-contact",
    Role.LEGAL_ADVISER: "legal-adviser",
    Role.SCRUTINEER: "scrutineer",
    Role.AUDITOR: "auditor",
    Role.SYSTEM_ADMINISTRATOR: "system-administrator",
}


def test_every_link_leads_somewhere():
    broken = [
        f"{name_of(page)}: {target}"
        for page in pages()
        for target in LINK.findall(page.read_text())
        if not target.startswith("docs/pictures/")
        and not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_page_and_button_that_a_how_to_names_is_on_a_screen():
    nowhere = [
        f"{name_of(page)}: {' '.join(words.split())}"
        for page in pages("docs/how-to")
        for words in BOLD.findall(page.read_text())
        if plain(words).rstrip(".") not in said_on_screens()
    ]
    assert nowhere == []


@pytest.mark.parametrize("role", HAS_A_PAGE)
def test_each_role_has_its_page(role):
    page = ROOT / "docs/how-to" / f"{HAS_A_PAGE[role]}.md"
    words = page.read_text()

    assert len(words.splitlines()) <= 110, "It no longer prints on two sides."
    assert "## When something goes wrong" in words
    assert f"({page.name})" in (ROOT / "docs/how-to/README.md").read_text()


def test_how_to_pages_speak_as_screens_do():
    found = {
        name_of(page): words
        for page in pages("docs/how-to")
        if (words := unwanted_words(page.read_text()))
    }
    assert found == {}


def test_every_command_that_is_named_is_there():
    known = set(PURE) | {name.replace("_", "-") for name in get_commands()}
    unknown = [
        f"{name_of(page)}: heed {name}"
        for page in by_hand()
        for name in COMMAND.findall(page.read_text())
        if name not in known and f"`heed {name}`) is planned" not in page.read_text()
    ]
    assert unknown == []


def test_every_setting_is_explained_to_whoever_hosts_it():
    sources = [*(HEED / "config").glob("*.py")]
    used = {
        name
        for path in sources
        for name in re.findall(r'"(HEED_\w+)"', path.read_text())
    }
    told = (ROOT / "docs/deploy.md").read_text()

    assert {name for name in used if f"`{name}`" not in told} == set()


def test_lines_are_as_wide_as_a_page():
    wide = [
        f"{name_of(page)}:{number}"
        for page in by_hand()
        for number, line in enumerate(without_code(page.read_text()).splitlines(), 1)
        if len(line) > WIDE and not line.startswith(("|", "!["))
    ]
    assert wide == []


def test_the_code_that_contributing_shows_is_the_code():
    shown = NAMED_IN_CODE.findall((ROOT / "CONTRIBUTING.md").read_text())
    assert len(shown) >= 4
    for path, code in shown:
        assert code in (ROOT / path).read_text(), path


def test_contributing_begins_with_the_map_and_the_map_is_true():
    text = (ROOT / "CONTRIBUTING.md").read_text()
    drawn = re.findall(r"^  (\w+)/ ", code_blocks(text)[0], re.MULTILINE)
    there = {path.parent.name for path in HEED.glob("*/__init__.py")}

    assert text.index("## The map") < text.index("## How code reads here")
    assert set(drawn) == there - {"panel"}


def test_the_pictures_of_the_readme_are_numbered_in_the_order_of_the_walk():
    shown = re.findall(
        r"!\[(.*?)\]\((.*?)\)", (ROOT / "README.md").read_text(), re.DOTALL
    )

    assert [place for _, place in shown] == [f"docs/pictures/{p}.png" for p in PICTURES]
    assert all(len(words) > 40 for words, _ in shown), "Each picture is described."


def test_a_decision_has_its_context_its_decision_and_its_consequences():
    wrong = []
    for page in sorted((ROOT / "docs/adr").glob("*.md")):
        text, number = page.read_text(), int(page.name[:4])
        parts = ("**Context.**", "**Decision.**", "**Consequences.**")
        whole = text.startswith(f"# {number}. ") and all(part in text for part in parts)
        wrong += [] if whole and len(text.splitlines()) <= 60 else [page.name]
    assert wrong == []


def test_nothing_is_promised_of_law_that_nobody_compared():
    marks = re.compile(r"\[[KRBAD]\]|†")
    found = [
        name_of(p)
        for p in [*by_hand(), *TEXTS.glob("*")]
        if marks.search(p.read_text())
    ]
    assert found == []


@pytest.mark.django_db
def test_the_recipe_for_the_first_partnership_works(capsys):
    deploy = (ROOT / "docs/deploy.md").read_text()
    recipe = next(code for code in code_blocks(deploy) if "create-manager" in code)

    _heed, command, *words = shlex.split(recipe.replace("\\\n", " "))
    call_command(command.replace("-", "_"), *words)

    partnership = Partnership.objects.get(slug="exampleshire")
    invitation = Invitation.objects.get(partnership=partnership)
    assert invitation.role == Role.MANAGER
    assert "Read this code out by telephone" in capsys.readouterr().out
