"""A link to a finding leads to the same finding in every corrected version."""

import json
from dataclasses import replace

from heed.papers import blocks
from heed.publications.lasting import with_lasting_names
from heed.publications.parcel import packed, unpacked
from tests.library.making import a_bundle


def a_paper(*recommendations, first="We met the family."):
    return blocks.document(
        blocks.heading(2, "Who Goldcrest was"),
        blocks.paragraph(first),
        blocks.heading(2, "Recommendations"),
        *map(blocks.paragraph, recommendations),
        title="Goldcrest",
    )


def versions(*papers, **more):
    """Each version as it is handed down, after those before it."""
    kept = []
    for number, paper in enumerate(papers, 1):
        bundle = replace(a_bundle(version=number, paper=paper, themes=()), **more)
        kept.append(packed(with_lasting_names(bundle, kept)))
    return [unpacked(each) for each in kept]


def said_at(bundle):
    words = dict(blocks.leaves(blocks.from_json(bundle.document).blocks))
    return {name: words[place] for name, place in bundle.points}


ASK = "Recommendation 1. Ask who lives there."
SHARE = "Recommendation 2. Share what you know."
LOOK = "Recommendation 1. Look at every bruise."


def test_a_version_comes_back_from_where_it_is_kept_as_it_was():
    (first,) = versions(
        a_paper(ASK),
        themes=("Under-ones",),
        shown_by=(("Under-ones", "p2", ASK),),
        ages=("under-1",),
        readers=("health",),
    )
    plain = packed(first)

    assert json.loads(json.dumps(plain)) == plain
    assert unpacked(json.loads(json.dumps(plain))) == replace(first, pdf=b"")


def test_the_first_version_names_them_in_order():
    (first,) = versions(a_paper(ASK, SHARE))

    assert said_at(first) == {"recommendation-1": ASK, "recommendation-2": SHARE}


def test_one_put_in_before_them_moves_no_name():
    _, second = versions(a_paper(ASK, SHARE), a_paper(LOOK, ASK, SHARE))

    assert said_at(second) == {
        "recommendation-1": ASK,
        "recommendation-2": SHARE,
        "recommendation-3": LOOK,
    }


def test_a_name_that_was_given_up_comes_to_stand_for_nothing_else():
    third = versions(a_paper(ASK, SHARE), a_paper(ASK), a_paper(ASK, LOOK))[-1]

    assert said_at(third) == {"recommendation-1": ASK, "recommendation-3": LOOK}


def test_what_is_marked_in_a_version_stays_marked_under_its_lasting_place():
    second = versions(
        a_paper(ASK),
        blocks.document(
            blocks.heading(2, "What was corrected"),
            *a_paper(ASK).blocks,
            title="Goldcrest",
        ),
        distressing=("h2",),
        child_anchor="h1",
    )[-1]

    headings = {
        block.anchor: block.text
        for block in blocks.from_json(second.document).blocks
        if isinstance(block, blocks.Heading)
    }
    assert headings["h1"] == "Who Goldcrest was"
    assert headings[second.distressing[0]] == "Recommendations"
