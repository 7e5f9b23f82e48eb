"""The page on which a referral is checked: the paper as it came, and beside it what was
understood, each with the way to the place it came from."""

from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.urls import reverse

from heed.referrals import actions, pages, placing, queries, rendition, showing
from heed.referrals.checking import Item, items_of
from heed.referrals.models import Checked
from heed.referrals.paging import numbers_in


def items(referral) -> list[Item]:
    """What a person is asked to check in a referral."""
    return items_of(
        (referral.reading or {}) | {"flags": pages.flags_of(referral)},
        hides_where=rendition.keeps_where(referral),
        numbers=lambda who: numbers_in(referral.answers, who),
    )


NOT_CERTAIN = (
    "An address must be kept from somebody, and it is not certain that Heed would "
    "leave it out of these words. Ask the business unit for what you need of it."
)
MAY_TELL = (
    "It is a picture, and nothing can be left out of a picture: it may show who "
    "referred, who the people are or where somebody lives. You see it where you may "
    "read all of that, with names turned on. Else ask the business unit for it."
)


@dataclass(frozen=True)
class Shown:
    """The paper that stands on the left: of the form, or a file as words."""

    document: object = None
    words: object = None
    problem: str = ""
    picture: str = ""


def shown(request, referral, papers) -> Shown:
    """The paper that was asked for; else the form as it was typed; else the first
    paper that has words, or that is a picture."""
    wanted = request.GET.get("paper", "")
    chosen = next((each for each in papers if each.public_id == wanted), None)
    if chosen is None and referral.answers and wanted != "first":
        return Shown()
    words = (each for each in papers if showing.has_words(each))
    pictures = (each for each in papers if showing.is_picture(each))
    chosen = chosen or next(words, None) or next(pictures, None)
    return of_paper(request, referral, chosen) if chosen else Shown()


def of_paper(request, referral, document) -> Shown:
    """A paper as this reader may see it; its reading is recorded."""
    if showing.is_picture(document):
        return _picture(request, referral, document)
    by = {"by": request.person, "at": request.at}
    reading = actions.read_paper(document, case_id=referral.case_id, **by)
    if reading.content is None:
        return Shown(document, problem=reading.problem or "")
    paper = showing.paper_of(reading.content)
    words = rendition.paper_for(request, referral, paper)
    words = placing.lined(words) if words and document.kind == "pdf" else words
    return Shown(document, words=words, problem="" if words else NOT_CERTAIN)


def _picture(request, referral, document) -> Shown:
    """Where a picture is shown, made anew; looking at it is recorded there."""
    if not rendition.shows_pictures(request, referral):
        return Shown(document, problem=MAY_TELL)
    where = [referral.public_id, document.public_id]
    return Shown(document, picture=reverse("referral_picture", args=where))


def places_in(
    shown_: Shown, all_: list[Item], known: dict, typed: set[str]
) -> dict[str, str]:
    """The place on the page from which each thing was read; none where it cannot be
    told. `known` is what the reader told of where it found the answers."""
    if shown_.words:
        return placing.Places(shown_.words, known).of(all_)
    return {i.key: f"typed-{i.question}" for i in all_ if i.question in typed}


def of_checking(request, referral, form) -> dict:
    """All that the page shows."""
    papers = queries.papers_of(referral, with_emails=True)
    left = shown(request, referral, papers)
    typed = pages.answered_sections(_typed(referral))
    for section in typed:
        section["placed"] = [*zip(section["keys"], section["rows"], strict=True)]
    keys = {key for section in typed for key in section["keys"]}
    known = (referral.reading or {}).get("places", {})
    places = places_in(left, form.items, known, keys)
    rows = [row | {"place": places.get(row["item"].key, "")} for row in form.rows()]
    return {
        "referral": referral,
        "form": form,
        "papers": [each for each in papers if showing.can_be_shown(each)],
        "left": left,
        "drawn": showing.drawn(left.words) if left.words else "",
        "typed": typed,
        "doubts": [r for r in rows if r["item"].is_flag or r["item"].flags],
        "groups": [
            _group(title, list(found))
            for title, found in groupby(rows, key=lambda row: row["item"].group)
        ],
        "count": _counted(form),
    }


def goes_on_at(request, form) -> str:
    """Where a person goes on who saved: beside the same paper, at the next thing in
    doubt on which nobody has said a word; else at the next thing; else at the top."""
    said = {key for key, *_ in form.answers["answers"]}
    keys = [item.key for item in form.items]
    last = max((keys.index(key) for key in said), default=-1)
    after = [*form.items[last + 1 :], *form.items[: last + 1]]
    left = [item for item in after if item.key not in said | set(form.checked)]
    doubted = [item for item in left if item.is_flag or item.flags]
    goes_on = next(iter([*doubted, *left]), None)
    paper = request.GET.get("paper")
    beside = f"?{urlencode({'paper': paper})}" if paper else ""
    return f"{beside}#check-{goes_on.field}" if goes_on else f"{beside}#checked"


def _group(title: str, rows: list[dict]) -> dict:
    """One matter; where several things of it carry no doubt, one press says so."""
    sure = [row for row in rows if row["item"].is_sure and not row["before"]]
    part = rows[0]["item"].part if len(sure) > 1 else ""
    return {"title": title, "rows": rows, "sure": part, "count": len(sure)}


def _typed(referral) -> dict:
    hide = rendition.keeps_where(referral)
    return rendition.without_where(referral.answers) if hide else referral.answers


def _counted(form) -> dict:
    answers = [each.answer for each in form.checked.values()]
    keys = {item.key for item in form.items}
    return {
        "all": len(keys),
        "left_open": answers.count(Checked.Answer.LEFT_OPEN),
        "to_do": len(keys - set(form.checked)),
    }
