"""A referral taken apart: what stays, what goes, what stands in both."""

from heed.referrals.splitting import GOES, STAYS, Said, parts_of, split

SAID = Said(
    answers={
        "safety.at_risk": "yes",
        "child.1.given": "Ann",
        "child.3.given": "Ben",
        "child.3.whereabouts": "with her aunt",
        "adult.1.name": "Cy",
        "incident.what": "It burned.",
        "lead.name": "Oriel",
    },
    reading={
        "children": [
            {"ref": "child-1", "given": "Ann"},
            {"ref": "child-2", "given": "Ben"},
        ],
        "adults": [{"name": "Cy", "to": ["child-1", "child-2"]}],
        "incident": {"date": {"iso": "2026-03-09"}},
        "circumstances": "It burned.",
        "criteria": {"outcome": "unknown"},
        "flags": [
            {"name": "dob_unknown", "where": "child-2", "why": "?"},
            {"name": "x", "where": "child-1.dob", "why": "?"},
            {"name": "y", "where": "incident.date", "why": "?"},
            {"name": "z", "where": "document", "why": "?"},
        ],
        "immediate_safety": {"open_risk": True, "children": ["child-2"]},
    },
    withheld={"child-2": "9 Elm Row", "child.3.whereabouts": "with her aunt"},
)


def test_each_part_is_offered_once_in_the_order_of_the_form():
    assert [(part.name, part.label) for part in parts_of(SAID)] == [
        ("child-1", "Child 1: Ann"),
        ("child-2", "Child 2: Ben"),
        ("adult-1", "Adult 1: Cy"),
        ("incident", "What happened"),
    ]


def test_what_nobody_speaks_of_stands_in_both():
    here, there = split(SAID, {})
    for half in (here, there):
        assert (half.answers, half.withheld) == (SAID.answers, SAID.withheld)
        assert half.reading == SAID.reading


def test_a_child_that_goes_takes_its_doubts_its_place_and_its_address_along():
    here, there = split(SAID, {"child-1": STAYS, "child-2": GOES, "incident": GOES})

    assert [child["given"] for child in there.reading["children"]] == ["Ben"]
    assert there.reading["children"][0]["ref"] == "child-1"
    assert there.reading["adults"][0]["to"] == ["child-1"]
    assert there.reading["immediate_safety"]["children"] == ["child-1"]
    assert [flag["where"] for flag in there.reading["flags"]] == [
        "child-1",
        "incident.date",
        "document",
    ]
    assert there.withheld == {
        "child-1": "9 Elm Row",
        "child.3.whereabouts": "with her aunt",
    }
    assert sorted(here.withheld.values()) == ["9 Elm Row", "with her aunt"]
    assert all(key.startswith("elsewhere-") for key in here.withheld)
    assert here.reading["immediate_safety"] == {"open_risk": True, "children": []}
    assert "circumstances" not in here.reading
    assert set(here.answers) == {
        "safety.at_risk",
        "child.1.given",
        "adult.1.name",
        "lead.name",
    }


def test_nothing_that_was_typed_or_read_is_lost():
    for chosen in (
        {"child-1": STAYS},
        {"child-2": GOES},
        {"adult-1": GOES, "incident": STAYS},
    ):
        here, there = split(SAID, chosen)
        assert here.answers | there.answers == SAID.answers
        read = [
            {c["given"] for c in half.reading["children"]} for half in (here, there)
        ]
        assert read[0] | read[1] == {"Ann", "Ben"}


def people(typed: dict, *names: str, **more) -> Said:
    """What was typed of children, who of them was read, and what is kept apart."""
    children = [{"ref": f"child-{n}", "given": g} for n, g in enumerate(names, 1)]
    return Said(answers=typed, reading={"children": children}, withheld=more)


def test_two_names_in_one_box_are_not_taken_for_the_next_child():
    typed = {"child.1.given": "Ann and Ben", "child.2.given": "Cy"}
    said = people(typed | {"child.2.address": "9 Elm Row"}, "Ann", "Ben", "Cy")
    assert [part.label for part in parts_of(said)] == [
        "Child 1: Ann",
        "Child 2: Ben",
        "Child 3: Cy",
        "Child 1 as typed: Ann and Ben",
        "Child 2 as typed: Cy",
    ]

    here, there = split(said, {"child-1": STAYS, "child-2": GOES, "child-3": STAYS})
    for half in (here, there):
        assert half.answers == said.answers  # in both, until somebody says otherwise

    chosen = {"child-3": GOES, "child-typed-2": GOES, "child-typed-1": STAYS}
    here, there = split(said, chosen)
    assert here.answers == {"child.1.given": "Ann and Ben"}
    assert there.answers == {"child.2.given": "Cy", "child.2.address": "9 Elm Row"}


def test_a_box_that_names_nobody_takes_nobodys_place():
    typed = {"child.1.role": "index", "child.2.given": "Juno"}
    kept = {"child.2.address": "3 Plover Row"}
    said = people(typed, "Juno", **kept)

    here, there = split(said, {"child-1": GOES, "child-typed-2": GOES})

    assert (there.answers, here.answers) == (typed, {"child.1.role": "index"})
    assert there.withheld == kept
    assert [*here.withheld] == ["elsewhere-0"]


def test_equal_counts_alone_do_not_make_two_one():
    said = people({"child.1.given": "Ann and Ben", "child.2.role": "x"}, "Ann", "Ben")

    assert len(parts_of(said)) == 4


def test_a_doubt_keeps_its_answer_whatever_its_place_in_the_list():
    flags = [
        {"name": "public_referrer", "where": "document", "why": "?"},
        {"name": "twins", "where": "child-1", "why": "Ann?"},
        {"name": "twins", "where": "child-2", "why": "Ben?"},
        {"name": "late", "where": "document", "why": "?"},
    ]
    reading = SAID.reading | {"flags": flags}
    unsaid = {"public_referrer"}
    said = Said(SAID.answers, reading, {}, unsaid=unsaid)

    here, there = split(said, {"child-1": GOES, "child-2": STAYS})

    doubts = [
        {k: v for k, v in half.renamed.items() if k.startswith("flag.")}
        for half in (here, there)
    ]
    assert doubts == [
        {"flag.2.twins": "flag.1.twins", "flag.3.late": "flag.2.late"},
        {"flag.1.twins": "flag.1.twins", "flag.3.late": "flag.2.late"},
    ]
