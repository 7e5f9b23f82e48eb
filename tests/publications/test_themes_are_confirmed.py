"""Themes are proposed by the words of a text; a person confirms them by a sentence."""

from dataclasses import replace

import pytest

from heed.library.bundles import check_bundle
from heed.papers import blocks
from heed.papers.blocks import leaves
from heed.publications import themes
from heed.publications.actions import prepare_report
from heed.publications.bundling import bundle_of
from heed.publications.forms import PreparationForm
from heed.publications.models import Paper
from heed.publications.texts import text_of
from tests.publications.factories import PUBLISHED, a_published_report

SHARED = "Four agencies each held a part, and the notes were not shared."
SEEN = "Nobody spoke to her alone, and her daily life was in no record."
SIGHT = "They took what he said at face value, and disguised compliance was the label."


def a_paper():
    return blocks.document(
        blocks.heading(2, "Information sharing"),
        blocks.paragraph(SHARED),
        blocks.paragraph(SIGHT),
    )


def test_each_choice_names_the_theme_and_the_sentence():
    offered = dict(themes.choices(a_paper()))

    assert any(
        SHARED in words and "Sharing information" in words for words in offered.values()
    )


def test_a_label_that_blames_asks_what_got_in_the_way():
    offered = [words for _, words in themes.choices(a_paper())]

    assert any("got in the way" in words for words in offered if SIGHT in words)
    assert not any("got in the way" in words for words in offered if SHARED in words)


def test_what_was_confirmed_is_found_again_while_its_words_stay():
    paper = a_paper()
    values = list(themes.suggested(paper))
    kept = [list(each) for each in themes.chosen(paper, values)]

    assert themes.values_of(paper, kept) == values
    other = blocks.document(blocks.heading(2, "x"), blocks.paragraph(SEEN))
    assert themes.values_of(other, kept) == []
    assert themes.chosen(other, values) == []


def test_what_would_not_be_proposed_today_is_offered_while_its_sentence_stands():
    paper = a_paper()
    place = next(anchor for anchor, words in leaves(paper.blocks) if words == SHARED)
    kept = [["A theme of our own", place, SHARED], ["Neglect", place, "Nobody came."]]

    [value] = themes.values_of(paper, kept)

    assert value in dict(themes.choices(paper, kept))
    assert themes.chosen(paper, [value], kept) == [
        ("A theme of our own", place, SHARED)
    ]
    assert value not in dict(themes.choices(paper))


def test_without_proposals_nothing_is_asked():
    form = PreparationForm(headings=[], tables=[], sentences=[])

    assert "shown_by" not in form.fields


@pytest.mark.django_db(databases=["default", "library"])
def test_what_a_person_confirms_is_handed_down_with_its_theme():
    case, people, publication = a_published_report()
    paper = Paper.objects.get(publication=publication, kind=Paper.Kind.REPORT)
    offered = themes.suggested(text_of(paper).document)
    value, (theme, place, sentence) = next(iter(offered.items()))

    prepare_report(
        case,
        summary="What four agencies knew.",
        notice="",
        distressing=[],
        themes=["A theme of our own"],
        former_titles=[],
        head_rows=[],
        shown_by=[value],
        ages=["under-1"],
        readers=["health", "police"],
        by=people["coordinator"],
        at=PUBLISHED,
    )

    paper = Paper.objects.get(pk=paper.pk)
    text = text_of(paper)
    assert text.themes == ("A theme of our own", theme)
    bundle = bundle_of(paper, text, number=9, on=PUBLISHED.date(), pdf=b"")
    assert (bundle.ages, bundle.readers) == (("under-1",), ("health", "police"))
    assert bundle.shown_by == ((theme, place, sentence),)
    assert check_bundle(bundle)
    moved = replace(text, themes=("A theme of our own",))
    assert themes.sentences_of(paper, moved) == ()
