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
        assert len(here.reading["children"]) + len(there.reading["children"]) >= 2
