"""Every address by every role by every way of asking, for what is not theirs.

Missing, forbidden and excluded answer alike: what a stranger is told of a thing that
exists is, to the byte, what they are told of one that does not.
"""

from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest

from heed.cases.actions import raise_safety_action
from heed.rulebook.roles import THE_PANEL
from tests.cases.factories import NOON
from tests.walls.addresses import every_address
from tests.walls.asking import (
    UNKNOWN,
    all_held,
    answer,
    as_told,
    everything_held,
    is_open,
    nothing_written,
    path_to,
)
from tests.walls.world import HELD, a_sealed_view

pytestmark = pytest.mark.django_db(databases=["default", "library"])

KEPT_OUT = [
    "disabled",
    "excluded",
    "locked",
    "not yet",
    "one step only",
    "over",
    "revoked",
    "role ended",
    "undeclared",
    "unsure",
]
# Who is on the list and has not declared is led to this one page of the case, and told
# at home that it waits: to declare.
TO_DECLARE = {"undeclared": {"case", "declaration", "home"}}
# To the Panel's people of the partnership it is open what was sent to them: these
# addresses alone tell them so.
SENT = {
    "answer_as_the_panel",
    "one_for_the_panel",
    "original",
    "document",
    "sent_docx",
    "sent_json",
    "sent_pdf",
}
OF_THE_PANEL = {f"{role} beside the case": SENT for role in THE_PANEL}
# Nobody's but one's own, and nobody in this world has one; and a public page by its name,
# which is the same everywhere: what is kept there is that of whoever asks.
OF_ONESELF = {"mfa_remove_webauthn", "own_page"}


def told_of_what_exists(world, name, method, held):
    """The addresses that tell this person that something is there: that answer neither
    as the page of what is missing, nor as they do themselves of nothing."""
    browser, missing, telling = world.browsers[name], [], []
    for each in held:
        if each.address.name in {**TO_DECLARE, **OF_THE_PANEL}.get(name, ()):
            continue
        with nothing_written() as written:
            got = as_told(answer(browser, method, each.path), each.value)
        nothing = got if got in missing else _of_nothing(browser, method, each)
        if nothing[0] == 404 and nothing not in missing:
            missing.append(nothing)
        if written or got != nothing or got[0] >= 500:
            telling.append((method, each.address.route, got[0], written))
    return telling


def _of_nothing(browser, method, each):
    unknown = UNKNOWN[each.address.parameters[0].kind]
    return as_told(answer(browser, method, path_to(each.address)), unknown)


def of_cases(world, turn):
    return [held for held in everything_held(world, turn) if held.case_id]


@pytest.mark.parametrize("role", HELD)
def test_every_role_at_every_address_is_told_nothing_of_what_is_not_theirs(world, role):
    """Each address once: as somebody of another partnership or of this one beside the
    case, reading or sending, so that over the roles each address meets all four."""
    number = HELD.index(role)
    elsewhere = everything_held(world, turn=number)
    beside = of_cases(world, turn=number)
    assert [
        telling
        for place, method, held in [
            ("elsewhere", "GET", elsewhere[number % 4 :: 4]),
            ("elsewhere", "POST", elsewhere[(number + 1) % 4 :: 4]),
            ("beside the case", "GET", beside[(number + 2) % 4 :: 4]),
            ("beside the case", "POST", beside[(number + 3) % 4 :: 4]),
        ]
        for telling in told_of_what_exists(world, f"{role} {place}", method, held)
    ] == []


@pytest.mark.parametrize("who", [*(f"{role} elsewhere" for role in HELD), *KEPT_OUT])
def test_no_list_and_no_count_tells_of_a_case_that_is_not_theirs(world, who):
    """Pages without a variable part: work, cases, deadlines, partnerships. Each second
    one, so that every page meets half of all roles, and half of those kept out."""
    turn = [*HELD, *KEPT_OUT].index(who.removesuffix(" elsewhere"))
    told = [
        address.route
        for address in _lists()[turn % 2 :: 2]
        if address.name not in TO_DECLARE.get(who, ())
        for got in [answer(world.browsers[who], "GET", path_to(address))]
        if got.status_code >= 500 or _tells_of(world, got)
    ]
    assert told == []


def _lists():
    return [
        address
        for address in every_address()
        if not address.parameters and not address.is_of_allauth
    ]


def _tells_of(world, got) -> bool:
    said = got.getvalue().decode(errors="replace")
    return any(
        each in said
        for case in (world.walked, world.planted)
        for each in (case.public_id, case.reference)
    )


def test_those_who_may_do_find_the_case_in_their_lists(world):
    found = {
        address.name
        for address in _lists()
        if _tells_of(world, answer(world.browsers["manager"], "GET", path_to(address)))
    }
    assert {"cases", "deadlines"} <= found


@pytest.mark.parametrize("who", KEPT_OUT)
def test_who_is_kept_out_of_a_case_is_told_what_a_stranger_is(world, who):
    held = of_cases(world, turn=KEPT_OUT.index(who))
    assert [
        telling
        for method, some in {"GET": held[::6], "POST": held[3::6]}.items()
        for telling in told_of_what_exists(world, who, method, some)
    ] == []


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
@pytest.mark.parametrize("who", ["manager elsewhere", "nobody"])
def test_every_way_of_asking_at_every_address_tells_a_stranger_nothing(
    world, who, method
):
    held = everything_held(world)
    assert told_of_what_exists(world, who, method, held) == []


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_who_is_excluded_is_told_nothing_anywhere(world, method):
    held = of_cases(world, turn=1)
    assert told_of_what_exists(world, "excluded", method, held) == []


@pytest.mark.parametrize("who", ["manager", "manager elsewhere", "nobody"])
def test_other_ways_of_asking_are_refused_everywhere(world, who):
    taken = {
        (address.route, method, status)
        for number, address in enumerate(every_address())
        for method in [["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"][number % 5]]
        if (status := _somewhere(address, world, who, method)) not in {404, 405}
    }
    assert taken == set()


def _somewhere(address, world, who, method):
    held = all_held(address, world)[:1]
    path = held[0].path if held else path_to(address)
    return answer(world.browsers[who], method, path).status_code


def test_each_kind_of_thing_can_be_opened_by_somebody_who_may(world):
    """Otherwise the walls would stand around nothing, and prove nothing."""
    who_may, opened = [*world.insiders, *TO_DECLARE], set()
    for address in every_address():
        for each in all_held(address, world):
            if type(each.row) not in opened and _opens(world, each, who_may):
                opened.add(type(each.row))
    held = {type(each.row) for each in everything_held(world)}
    assert held - opened == set()


def _opens(world, each, names):
    asked = (answer(world.browsers[name], "GET", each.path) for name in names)
    return any(got.status_code != 404 for got in asked)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_page_of_a_case_breaks_or_hides_a_risk_or_shows_what_is_sealed(
    world, method
):
    """Walked together: each asks for every page of the case that was walked. None
    hides that a child may be at risk, and none holds a partner's sealed first view."""
    a_sealed_view(world, words=SEALED)
    raise_safety_action(
        world.walked,
        what="See that she is safe tonight.",
        owner="The duty team",
        owner_organisation="Children’s social care",
        due_at=NOON,
        by=world.manager,
        at=NOON,
    )
    answers = [
        (held.address.route, answer(world.browsers["manager"], method, held.path))
        for address in every_address()
        for held in all_held(address, world)
        if held.case_id == world.walked.pk
    ]
    pages = [(route, got) for route, got in answers if _is_page(got)]
    assert [route for route, got in answers if got.status_code >= 500] == []
    assert [route for route, got in pages if STRIP not in got.content] == []
    assert [route for route, got in pages if DATES not in got.content] == []
    assert [route for route, got in answers if SEALED in told(got)] == []
    assert len(pages) > A_CASE_HAS_PAGES or method == "POST"


STRIP = b'class="heed-at-risk"'
DATES = b'aria-label="Dates of this case"'
SEALED = "quokkaviews"
A_CASE_HAS_PAGES = 90


def told(got) -> str:
    """All that an answer says, as text: a Word file and its like unpacked."""
    said = got.getvalue() if got.streaming else got.content
    if not is_zipfile(BytesIO(said)):
        return said.decode(errors="replace")
    with ZipFile(BytesIO(said)) as papers:
        parts = [papers.read(name) for name in papers.namelist()]
    return b"".join(parts).decode(errors="replace")


def _is_page(got) -> bool:
    return got.status_code == 200 and "html" in got.get("Content-Type", "")


def test_something_of_this_world_stands_at_every_address_that_is_not_open(world):
    held = {each.address.route for each in everything_held(world)}
    assert {
        address.name
        for address in every_address()
        if address.parameters and address.route not in held and not is_open(address)
    } == OF_ONESELF
