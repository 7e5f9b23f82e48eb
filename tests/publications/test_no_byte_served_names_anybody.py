"""Whatever passes the gate: every byte that the public site then serves is read, and
nothing of the register stands in any of it that two bodies did not sign."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client, override_settings

from heed.cases.steps import Refused
from heed.deidentify.folding import words_of
from heed.library.models import Publication
from heed.papers.blocks import document, heading, paragraph, table
from heed.publications import actions
from heed.publications.models import Paper
from heed.publications.queries import kept_words_of, paper_or_404
from heed.publications.readback import answered, leaks_in, read, said_of_itself
from heed.publications.register import whole_register_of
from heed.publications.scanning import opened
from heed.reviews.actions import write_portrait
from tests.publications.factories import (
    APRIL,
    PUBLISHED,
    STEPS,
    approved,
    decided,
    prepared,
    searched,
    step_by_name,
    tried,
)
from tests.reviews.factories import a_report, a_signed_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])

SIGNED = "Her mother wishes that Lumi is remembered by her name, and sang to her."
QUESTIONS = ("bruising", "mother+sang+remembered", "review", "home", "goldcrest")
WAYS_IN = (
    *("/", "/robots.txt", "/sitemap.xml", "/feed.atom", "/.well-known/security.txt"),
    *("/data/publications.json", "/data/publications.csv", "/data/themes.csv"),
    *("/data/findings-and-recommendations.json", "/api/openapi.json"),
    *("/data/findings-and-recommendations.csv", "/data/themes.json"),
    *("/api/v1/publications", "/api/v1/themes", "/search/feed.atom?q=bruising"),
    *(f"/search/?q={question}" for question in QUESTIONS),
)
HERE = re.compile(r"(?:href|src|url|link|loc)[\"']?\s*[=:>]\s*[\"']?(/[^\"'<>#\s]*)")
KINDS = {
    "text/html": "html",
    "text/plain": "txt",
    "text/csv": "csv",
    "application/json": "json",
    "application/pdf": "pdf",
    "application/xml": "xml",
    "application/atom+xml": "atom",
}
NO_WORDS = ("text/css", "image/", "font/", "text/javascript")


@pytest.fixture
def public(settings, tmp_path):
    """The public site, as a stranger asks it."""
    settings.LIBRARY_INDEX_FOLDER = tmp_path / "index"

    def everything():
        with override_settings(
            ROOT_URLCONF="heed.config.urls_public",
            MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
            DOOR="public",
        ):
            return everything_served(settings.PUBLIC_ADDRESS)

    return everything


def everything_served(address: str) -> dict[str, bytes]:
    """Every byte that holds words, by its address and the kind that it is sent as; what
    stands in the heads of the answers too."""
    stranger, found, wanted = Client(), {}, list(WAYS_IN)
    asked = set()
    while wanted:
        path = unescape(wanted.pop())
        if path in asked:
            continue
        asked.add(path)
        answer = stranger.get(path)
        if answer.status_code != 200:
            continue
        kind = answer["Content-Type"].partition(";")[0]
        if kind.startswith(NO_WORDS):
            continue
        data = b"".join(answer) if answer.streaming else answer.content
        name = re.sub(r"[?=&+]", " ", path.strip("/")) or "home"
        found[f"{name}.{KINDS[kind]}"] = data
        heads = "\n".join(f"{head}: {said}" for head, said in answer.items())
        found[f"{name}.heads.txt"] = heads.encode()
        here = data.decode(errors="ignore").replace(address, "")
        wanted += HERE.findall(here) if kind != "application/pdf" else []
    return found


def a_text(*more):
    return document(
        *a_report().blocks,
        *map(paragraph, more),
        heading(2, "Recommendations"),
        paragraph("Recommendation 1: The health board asks who is at home by May."),
        title="A report",
    )


def in_the_text(words):
    return {"paper": a_text(words)}


def in_a_table(words):
    rows = table([["The worker", words]], header=["Who", "What was said"])
    return {"paper": document(*a_text().blocks, rows, title="A report")}


def beside(**said):
    return {"words": said}


# Where somebody of the case could stand, and in which form.
PLANTED = {
    "in a paragraph": in_the_text("Then LUMI’S mother rang."),
    "cut by a soft hyphen": in_the_text("Then Ostrand\u00ader-Vale was rung."),
    "in other letters": in_the_text("Then Lum\u0456 Ostrander-Vale slept."),
    "in a cell": in_a_table("“Ostrander Vale has moved”"),
    "in the summary": beside(summary="What we learned from Lumi."),
    "in who the child was": {"portrait": "Lumi grew quiet when somebody sang."},
}


def brought_to_its_day(*, paper=None, words=None, portrait="", signed=False):
    """All but the two approvals is done."""
    case, people = a_signed_report(paper=paper or a_text())
    decided(case, people)
    if portrait:
        write_portrait(
            case,
            words=portrait,
            family_agreed=True,
            by=people["coordinator"],
            at=APRIL + timedelta(minutes=1),
        )
    step_by_name(case, people, "day")
    prepared(case, people, **(words or {}))
    scan = searched(case, people)
    if signed:
        signed_by_two_bodies(scan, people)
    for step in STEPS:
        if step not in {"day", "words", "search", "attempt", "approvals"}:
            step_by_name(case, people, step)
    tried(case, people)
    return case, people


def signed_by_two_bodies(scan, people):
    (finding,) = [one for one in map(opened, scan.findings) if one.is_confirmed]
    kept = actions.keep_by_exception(
        scan,
        finding_id=finding.id,
        reason="family_wish",
        legal_advice="Counsel, 3 April: it may stand.",
        why="Her mother wishes it.",
        by=people["manager"],
        at=APRIL,
    )
    actions.sign_exception(kept, reasons="We agree.", by=people["police"], at=APRIL)


def leaks(case, served):
    paper = paper_or_404(case, Paper.Kind.REPORT)
    allowed = answered(
        signed=[each.form for each in kept_words_of(paper)],
        searched=[SIGNED],
        of_itself=said_of_itself(paper),
    )
    return leaks_in(served, whole_register_of(case), allowed)


def naming(served, name):
    """In which files a name stands, looked for by its plain letters alone."""
    return {
        file
        for file, said in read(served).items()
        if name in " ".join(" ".join(words_of(each.words)) for each in said)
    }


@pytest.mark.parametrize("planted", PLANTED)
def test_what_names_somebody_does_not_pass_and_nothing_of_it_is_served(planted, public):
    case, people = brought_to_its_day(**PLANTED[planted])
    for person in (people["manager"], people["police"]):
        with pytest.raises(Refused, match="finding is not answered"):
            approved(case, person)
    with pytest.raises(Refused):
        actions.publish(case, by=people["manager"], at=PUBLISHED)

    assert not Publication.objects.exists()
    assert naming(public(), "lumi") == set()


def published(**choices):
    case, people = brought_to_its_day(**choices)
    approved(case, people["manager"], people["police"])
    actions.publish(case, by=people["manager"], at=PUBLISHED)
    actions.hand_down_what_is_due(by=people["manager"], at=PUBLISHED)
    return case


def test_what_passes_is_served_in_many_ways_and_names_nobody_without_two_signatures(
    public,
):
    case = published(paper=a_text(SIGNED), words={"notice": ""}, signed=True)

    served = public()

    assert {name.rpartition(".")[2] for name in served} == set(KINDS.values())
    assert len(naming(served, "goldcrest")) > 15  # so that names are seen there
    assert leaks(case, served) == []
    for name in ("ostrander", "kelp"):
        assert naming(served, name) == set()
    there = naming(served, "lumi")
    assert {name.rpartition(".")[2] for name in there} == {"html", "pdf", "txt"}
    assert any(name.startswith("search") for name in there)
    elsewhere = {"more.txt": b"It was Lumi again."}
    assert [each.file for each in leaks(case, served | elsewhere)] == ["more.txt"]
