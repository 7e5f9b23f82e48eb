"""What is written beside the report: its summary and notice, the improvements, the
partnership's response."""

from collections.abc import Sequence

from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.documents.actions import receive
from heed.documents.reading import read_in_child
from heed.papers.blocks import to_json
from heed.papers.typed import typed
from heed.publications.actions.beginning import (
    begun,
    begun_paper,
    main_paper,
    paper_of,
)
from heed.publications.kinds import WRITTEN_HERE
from heed.publications.models import Paper
from heed.publications.small_numbers import mark_of, tables_in
from heed.publications.texts import text_of
from heed.publications.themes import chosen
from heed.publications.writing import (
    around_now,
    correction_now,
    marks_now,
    must_be_as_seen,
    once,
    text_now,
)
from heed.rulebook import process


def prepare_report(
    case: Case,
    *,
    summary: str,
    notice: str,
    distressing: list[str],
    themes: list[str],
    former_titles: list[str],
    head_rows: list[str],
    shown_by: Sequence[str] = (),
    ages: Sequence[str] = (),
    readers: Sequence[str] = (),
    bold_headings: Sequence[str] = (),
    left_out: Sequence[str] = (),
    no_people: Sequence[str] = (),
    by,
    at,
    seen: Seen | None = None,
) -> Paper:
    """Write the summary and the content notice, mark what is distressing, confirm the
    themes by the sentences that show them, and say which tables begin with their heads,
    which bold lines are headings and which small numbers are left out. The reviewer's
    words stay hers."""
    asked = {"by": by, "at": at, "seen": once(seen)}
    with carrying_out(process.PREPARE_PUBLICATION, case, **asked) as it:
        paper = main_paper(begun(it, by=by, at=at), by=by, at=at)
        must_be_as_seen(around_now(paper), seen)
        text = text_of(paper)
        kept = paper.words.get("shown_by", [])
        shown = chosen(text.document, list(shown_by), kept) if text else []
        paper.words = paper.words | {
            "summary": summary,
            "notice": notice,
            "distressing": distressing,
            "themes": list(dict.fromkeys([*themes, *(name for name, *_ in shown)])),
            "shown_by": [list(each) for each in shown],
            "former_titles": former_titles,
            "head_rows": head_rows,
            "ages": list(ages),
            "readers": list(readers),
            "bold_headings": list(bold_headings),
            "left_out": list(left_out),
        }
        paper.words |= {"no_people": _counting_nobody(paper, no_people)}
        paper.writers = _with_writer(paper, by)
        paper.save(update_fields=["words", "writers"])
    return paper


def mark_text(
    case: Case,
    *,
    kind: str,
    head_rows: Sequence[str] = (),
    bold_headings: Sequence[str] = (),
    left_out: Sequence[str] = (),
    no_people: Sequence[str] = (),
    by,
    at,
    seen: Seen | None = None,
) -> Paper:
    """Say which tables of a text of ours begin with their heads, which bold lines are
    headings, which small numbers are left out and which tables count no people."""
    asked = {"by": by, "at": at, "seen": once(seen)}
    with carrying_out(process.PREPARE_PUBLICATION, case, **asked) as it:
        if kind not in WRITTEN_HERE:
            raise Refused("That text is not written here.")
        paper = begun_paper(it, kind, by=by, at=at)
        must_be_as_seen(marks_now(paper), seen)
        paper.words = paper.words | {
            "head_rows": list(head_rows),
            "bold_headings": list(bold_headings),
            "left_out": list(left_out),
        }
        paper.words |= {"no_people": _counting_nobody(paper, no_people)}
        paper.writers = _with_writer(paper, by)
        paper.save(update_fields=["words", "writers"])
    return paper


def _counting_nobody(paper: Paper, anchors: Sequence[str]) -> list[list[str]]:
    """Tables that count no people, each with the mark of its words: what is said of one
    is not said of another that later stands in its place."""
    text = text_of(paper) if anchors else None
    tables = tables_in(text.document.blocks) if text else ()
    return [[each.anchor, mark_of(each)] for each in tables if each.anchor in anchors]


def write_improvements(
    case: Case, *, by, at, seen: Seen | None = None, **what
) -> Paper:
    """Write the improvements that are published where the report is not."""
    return _write(case, Paper.Kind.IMPROVEMENTS, by=by, at=at, seen=seen, **what)


def write_response(case: Case, *, by, at, seen: Seen | None = None, **what) -> Paper:
    """Write the partnership's response, typed or from a Word file; it is published
    beside the report, through the same gate."""
    return _write(case, Paper.Kind.RESPONSE, by=by, at=at, seen=seen, **what)


def write_beside(
    case: Case, *, kind: str, by, at, seen: Seen | None = None, **what
) -> Paper:
    """Write a text of the partnership's own that stands for the report or beside it: a
    summary, a statement, an easy-read version, an addendum. Each goes through the same
    gate."""
    if kind not in WRITTEN_HERE:
        raise Refused("That text is not written here.")
    return _write(case, kind, by=by, at=at, seen=seen, **what)


def say_what_was_corrected(
    case: Case, *, kind: str, words: str, by, at, seen: Seen | None = None
) -> Paper:
    """Say, in words for the public, what is corrected in a text that is public. The
    note is searched and approved with the text, and gets its day when it comes out."""
    asked = {"by": by, "at": at, "seen": once(seen)}
    with carrying_out(process.PREPARE_PUBLICATION, case, **asked) as it:
        paper = paper_of(begun(it, by=by, at=at), kind, by=by, at=at)
        if not paper.published_hash:
            raise Refused("This text is not public yet: there is nothing to correct.")
        must_be_as_seen(correction_now(paper), seen)
        before = paper.words.get("corrections", [])[: len(paper.corrected_on)]
        paper.words = paper.words | {"corrections": [*before, words.strip()]}
        paper.writers = _with_writer(paper, by)
        paper.save(update_fields=["words", "writers"])
    return paper


def _write(case, kind, *, text="", data=b"", name="", by, at, seen) -> Paper:
    understood = read_in_child(data, name, "report") if data else None
    asked = {"by": by, "at": at, "seen": once(seen)}
    with carrying_out(process.PREPARE_PUBLICATION, case, **asked) as it:
        if understood and understood.content is None:
            raise Refused(understood.problem)
        if not (understood or text.strip()):
            raise Refused("Type the text, or choose a Word file.")
        paper = paper_of(begun(it, by=by, at=at), kind, by=by, at=at)
        must_be_as_seen(text_now(paper), seen)
        content = understood.content if understood else {}
        blocks = content.get("document") or to_json(typed(text))
        paper.words = paper.words | {
            "blocks": blocks,
            "hidden": content.get("hidden"),
            "typed": "" if understood else text,
        }
        paper.document = _kept(it, data, name, by=by, at=at) if understood else None
        paper.written_by, paper.written_at = by, at
        paper.writers = _with_writer(paper, by)
        paper.save(
            update_fields=["words", "document", "written_by", "written_at", "writers"]
        )
    return paper


def _with_writer(paper: Paper, by) -> list[str]:
    """Everybody who ever wrote words of a text, this person now among them."""
    return sorted({*paper.writers, by.actor_id})


def _kept(case, data, name, *, by, at):
    return receive(
        data,
        name=name,
        owner=case,
        purpose="response",
        received_from="business_unit",
        by=by,
        at=at,
    )
