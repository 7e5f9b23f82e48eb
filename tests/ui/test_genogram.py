"""A family as a picture: everybody once, each relation once, the same in words."""

import itertools
import re
from collections import defaultdict

from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.rulebook.kinship import KIN, KINSHIP
from heed.ui.genogram import Home, Somebody, Tie, genogram
from heed.ui.genogram.drawing import HALF

PEOPLE = "abcdefgh"


def somebody(key, **more):
    return Somebody(key=key, name=f"Person {key.upper()}", **more)


def tie(one, kin, other, **more):
    return Tie(one=one, other=other, kin=KIN[kin], **more)


def drawn(people, *ties, homes=()):
    return genogram([somebody(key) for key in people], ties, homes)


def a_family_of_three_generations():
    """A mother with children by two fathers, one of whom she was married to, and the
    parents of all three."""
    return drawn(
        ["one", "two", "mum", "dad", "new", "gran", "gramp", "nan", "pop", "oma"],
        tie("mum", "mother", "one"),
        tie("dad", "father", "one"),
        tie("mum", "mother", "two"),
        tie("new", "father", "two"),
        tie("mum", "married", "dad", until="2021"),
        tie("mum", "partners", "new"),
        tie("gran", "mother", "mum"),
        tie("gramp", "father", "mum"),
        tie("gran", "married", "gramp"),
        tie("nan", "mother", "dad"),
        tie("pop", "father", "dad"),
        tie("oma", "mother", "new"),
    )


def stretches(picture):
    """The straight pieces of the lines, each with the sentences that it draws."""
    return pieces_of(picture.lines)


def pieces_of(lines):
    return [(a, b, line) for line in lines for a, b in itertools.pairwise(line.points)]


def cross(first, second):
    """Whether two pieces cross in their middle; lying upon each other is no crossing."""
    for (a, b, _), (c, d, _) in ((first, second), (second, first)):
        if a[1] == b[1] and c[0] == d[0]:
            left, right = sorted((a[0], b[0]))
            high, low = sorted((c[1], d[1]))
            if left < c[0] < right and high < a[1] < low:
                return True
    return False


def touches(point, figure):
    return abs(point[0] - figure.x) <= HALF and abs(point[1] - figure.y) <= HALF


def test_three_generations_and_two_fathers_cross_no_line():
    pieces = stretches(a_family_of_three_generations())
    assert crossing_in(pieces) == []
    assert len(pieces) > 25


def crossing_in(pieces):
    return [
        (first[2].sentences, second[2].sentences)
        for number, first in enumerate(pieces)
        for second in pieces[:number]
        if cross(first, second)
    ]


@st.composite
def families_around_partners(draw):
    """A tree of up to five couples, partners or only parents of the same child, each
    with children; the parents of one or two of them; homes."""
    people, ties = ["p0"], []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        one, other = (
            draw(st.sampled_from([p for p in people if p[0] == "p"])),
            f"p{number}",
        )
        people.append(other)
        partners = draw(st.sampled_from(["married", "partners", ""]))
        children = draw(st.integers(0 if partners else 1, 2))
        ties += [tie(one, partners, other)] if partners else []
        for child in (f"c{number}{each}" for each in range(children)):
            people.append(child)
            ties += [tie(one, "parent", child), tie(other, "parent", child)]
    for number, child in enumerate(draw(st.sets(st.sampled_from("01"), max_size=2))):
        if f"p{child}" in people:
            people += [f"g{number}", f"h{number}"]
            ties += [tie(f"{who}{number}", "parent", f"p{child}") for who in "gh"]
    homes = draw(st.lists(st.sets(st.sampled_from(people), min_size=1), max_size=5))
    return people, ties, [Home(people=tuple(sorted(home))) for home in homes]


@settings(max_examples=40, deadline=None)
@given(families_around_partners())
def test_no_lines_cross_and_no_words_meet_around_up_to_five_partners(family):
    people, ties, homes = family
    picture = drawn(people, *ties, homes=homes)

    by_parents = defaultdict(list)
    for line in picture.lines:
        by_parents[whose_children(line, ties)].append(line)
    ways = [pieces_of(lines) for lines in by_parents.values()]
    for way, other in itertools.combinations(ways, 2):
        for first, second in itertools.product(way, other):
            assert not cross(first, second)
            assert not upon_each_other(first, second)
    boxes = [box for figure in picture.figures for box in boxes_of(figure)]
    for number, box in enumerate(boxes):
        assert 0 <= box[0] < box[1] <= picture.width
        assert 0 <= box[2] < box[3] <= picture.height
        assert not any(meet(box, other) for other in boxes[:number])
    for line in picture.lines:
        for x, y in line.points:
            assert 0 <= x <= picture.width
            assert 0 <= y <= picture.height


def whose_children(line, ties):
    """The parents whose children a line is for: lines of brothers and sisters share
    their way. Any other line goes its own."""
    first = ties[line.ties[0]]
    if first.kin.partners:
        return line.ties
    return frozenset(each.one for each in ties if each.other == first.other)


def upon_each_other(first, second):
    """Whether two pieces lie upon each other for some way."""
    (a, b, _), (c, d, _) = first, second
    for way, along in ((0, 1), (1, 0)):
        if a[way] == b[way] == c[way] == d[way]:
            begins = max(min(a[along], b[along]), min(c[along], d[along]))
            ends = min(max(a[along], b[along]), max(c[along], d[along]))
            if begins < ends:
                return True
    return False


def boxes_of(figure):
    """The places of a figure and of each line of words beside it: left, right, top,
    bottom."""
    yield figure.x - HALF, figure.x + HALF, figure.y - HALF, figure.y + HALF
    for y, words in figure.lines:
        left = figure.words_x
        yield left, left + round(7.6 * len(words)), y - 12, y + 4


def meet(box, other):
    across = box[0] < other[1] and other[0] < box[1]
    return across and box[2] < other[3] and other[2] < box[3]


def test_parents_stand_above_children_and_partners_side_by_side():
    place = {f.who.key: f for f in a_family_of_three_generations().figures}
    assert place["gran"].y < place["mum"].y < place["one"].y
    assert place["dad"].y == place["mum"].y == place["new"].y
    dad, mum, new = sorted(("dad", "mum", "new"), key=lambda key: place[key].x)
    assert mum == "mum"
    assert {dad, new} == {"dad", "new"}
    assert place["one"].y == place["two"].y


any_tie = st.builds(
    Tie,
    one=st.sampled_from(PEOPLE),
    other=st.sampled_from(PEOPLE),
    kin=st.sampled_from(KINSHIP),
    until=st.sampled_from(["", "", "May 2021"]),
).filter(lambda made: made.one != made.other)


@settings(max_examples=50, deadline=None)
@given(st.lists(any_tie, max_size=14))
def test_whatever_is_recorded_everybody_and_every_relation_is_drawn_once(ties):
    picture = drawn(PEOPLE, *ties)

    assert sorted(figure.who.key for figure in picture.figures) == sorted(PEOPLE)
    assert len({(figure.x, figure.y) for figure in picture.figures}) == len(PEOPLE)
    told = sorted(number for line in picture.lines for number in line.ties)
    assert told == list(range(len(ties)))
    place = {figure.who.key: figure for figure in picture.figures}
    across = [
        line.points for line in picture.lines if KIN_OF_PARTNERS & kinds(line, ties)
    ]
    for line in picture.lines:
        begins, ends = line.points[0], line.points[-1]
        people = {key for n in line.ties for key in (ties[n].one, ties[n].other)}
        assert any(touches(ends, place[key]) for key in people)
        from_somebody = any(touches(begins, place[key]) for key in people)
        assert from_somebody or any(lies_on(begins, points) for points in across)
        for x, y in line.points:
            assert 0 <= x <= picture.width
            assert 0 <= y <= picture.height


KIN_OF_PARTNERS = {kin for kin in KINSHIP if kin.partners}


def kinds(line, ties):
    return {ties[number].kin for number in line.ties}


def lies_on(point, points):
    return any(
        min(a[0], b[0]) <= point[0] <= max(a[0], b[0]) and a[1] == b[1] == point[1]
        for a, b in itertools.pairwise(points)
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(any_tie, max_size=10))
def test_no_line_runs_through_a_figure_of_another(ties):
    picture = drawn(PEOPLE, *ties)
    for figure in picture.figures:
        for a, b, line in stretches(picture):
            own = {key for n in line.ties for key in (ties[n].one, ties[n].other)}
            if figure.who.key not in own:
                assert not runs_through(a, b, figure)


def runs_through(a, b, figure):
    (left, right), (high, low) = sorted((a[0], b[0])), sorted((a[1], b[1]))
    return (
        left < figure.x + HALF
        and right > figure.x - HALF
        and high < figure.y + HALF
        and low > figure.y - HALF
    )


def test_the_genogram_says_in_words_what_it_draws():
    picture = drawn(
        "abcd",
        tie("a", "mother", "b"),
        tie("a", "married", "c", since="2014", until="May 2021"),
        tie("d", "matters", "b", words="she cooks for him after school"),
        homes=[
            Home(people=("a", "b"), since="2019"),
            Home(people=("c",), until="2020"),
        ],
    )
    page = render_to_string("ui/genogram.html", {"picture": picture})
    below = page[page.index("The same in words") :]
    said = [re.sub(r"<[^>]+>", "", line) for line in re.findall(r"<li>.*?</li>", below)]

    assert said == [
        "Person A is the mother of Person B.",
        "Person A and Person C were married, from 2014 until May 2021.",
        "Person D matters to Person B: she cooks for him after school.",
        "Home A: Person A and Person B live together, since 2019.",
        "Home B: Person C lived alone, until 2020.",
    ]
    titles = re.findall(r"<g[^>]*><title>(.*?)</title>", page)
    assert sorted(title.strip() for title in titles) == sorted(said[:3])
    beside = [words for figure in picture.figures for _, words in figure.lines]
    assert beside.count("Home A") == 2
    assert beside.count("Home B") == 1


def test_whoever_has_no_line_is_named():
    assert drawn("abc", tie("a", "parent", "b")).alone == (
        "It is not recorded how Person C is related to the others."
    )
    assert drawn("ab", tie("a", "parent", "b")).alone == ""


def test_a_shape_follows_from_what_was_said():
    people = [
        somebody("a", sex="female"),
        somebody("b", sex="male"),
        somebody("c"),
        somebody("d", unborn=True, sex="female"),
    ]
    shapes = {figure.who.key: figure.shape for figure in genogram(people, ()).figures}
    assert shapes == {"a": "circle", "b": "square", "c": "diamond", "d": "triangle"}


def test_a_grandmother_who_cares_for_her_sons_children_stands_above_her_son():
    """Whichever was recorded first: whom she cares for, or whose mother she is."""
    said = [
        tie("mum", "mother", "one"),
        tie("dad", "father", "one"),
        tie("mum", "partners", "dad"),
        tie("nan", "guardian", "one"),
        tie("nan", "mother", "dad"),
    ]
    for ties in (said, said[::-1]):
        picture = drawn(["one", "mum", "dad", "nan"], *ties)
        down = {each.who.key: each.y for each in picture.figures}
        assert down["nan"] < down["dad"] == down["mum"] < down["one"]
        told = {words for line in picture.lines for words in line.sentences}
        assert told == set(picture.sentences)
