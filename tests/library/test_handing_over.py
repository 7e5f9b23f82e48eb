from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heed.library import actions
from heed.library.actions import Received
from heed.library.bundles import Line, NotReceivable, PublisherCard
from heed.library.models import (
    Download,
    Page,
    Publication,
    Publisher,
    Section,
    SiteVersion,
    Theme,
)
from heed.library.states import AREA_WITHHELD, State
from heed.library.version import site_version
from heed.papers import blocks
from heed.papers.blocks import Run
from tests.library.making import AT, GOLDCREST, a_bundle, a_card, published

pytestmark = pytest.mark.django_db(databases=["library"])

EVERYTHING = (Theme, Section, Download, Page, Publication, Publisher, SiteVersion)


def empty_the_library():
    for model in EVERYTHING:
        model.objects.all().delete()


def what_stands():
    """All that can be seen of Goldcrest, in plain values."""
    row = Publication.objects.filter(id=GOLDCREST).values().first()
    related = [
        list(Section.objects.values_list("position", "anchor", "heading", "text")),
        sorted(Theme.objects.values_list("slug", "name")),
        sorted((d.form, bytes(d.content)) for d in Download.objects.all()),
        sorted(Publication.joint_with.through.objects.values_list("publisher__slug")),
    ]
    return row, related


def test_a_publication_is_kept_as_handed_down():
    published()

    goldcrest = Publication.objects.get()
    assert goldcrest.title == "Goldcrest: a local child safeguarding practice review"
    assert goldcrest.year == 2025
    assert [section.heading for section in goldcrest.sections.all()] == [
        "Who Goldcrest was",
        "What happened",
        "At the hospital",
        "What we found",
        "Recommendations",
    ]
    assert {theme.slug for theme in goldcrest.themes.all()} == {
        "under-ones",
        "information-sharing",
    }


def test_every_change_that_shows_changes_the_version_of_the_site():
    seen = [site_version()]
    actions.receive_publisher(a_card(), at=AT)
    seen.append(site_version())
    actions.receive(a_bundle(), at=AT)
    seen.append(site_version())
    actions.withdraw(GOLDCREST, 1, at=AT)
    seen.append(site_version())

    assert len(set(seen)) == 4
    assert [version.number for version in seen] == [0, 1, 2, 3]


def test_the_same_hand_over_twice_changes_nothing():
    bundle = published()
    before = site_version()

    assert actions.receive(bundle, at=AT + timedelta(days=1)) == Received.ALREADY
    assert site_version() == before


def test_one_version_cannot_carry_two_texts():
    published()

    with pytest.raises(NotReceivable, match="other words"):
        actions.receive(a_bundle(title="Another title"), at=AT)


def test_what_is_withdrawn_is_emptied_and_not_only_hidden():
    published()

    actions.withdraw(GOLDCREST, 2, at=AT)

    row, related = what_stands()
    assert related == [[], [], [], []]
    kept = {name for name, value in row.items() if value or value is True}
    assert kept == {
        "id",
        "publisher_id",
        "slug",
        "version",
        "digest",
        "withdrawn_version",
        "withdrawn_at",
        "changed_at",
        "kind",
        "state",
    }


def test_a_withdrawal_beats_any_replay():
    bundle = published()
    actions.withdraw(GOLDCREST, 1, at=AT)

    assert actions.receive(bundle, at=AT) == Received.ALREADY
    assert Publication.objects.get().is_gone


def test_a_withdrawal_says_that_a_publication_is_gone():
    with pytest.raises(NotReceivable, match="gone"):
        actions.withdraw(GOLDCREST, 1, at=AT, state=State.PUBLISHED)


def test_a_correction_may_be_published_after_a_withdrawal():
    bundle = published()
    actions.withdraw(GOLDCREST, 2, at=AT)

    corrected = replace(bundle, version=3, title="Goldcrest, corrected")
    assert actions.receive(corrected, at=AT) == Received.KEPT
    assert not Publication.objects.get().is_gone


def test_a_withdrawal_of_what_never_arrived_is_remembered():
    actions.withdraw(GOLDCREST, 2, at=AT, state=State.REMOVED)
    published()

    goldcrest = Publication.objects.get()
    assert goldcrest.is_gone
    assert goldcrest.state == State.REMOVED
    assert goldcrest.slug == "goldcrest"  # so that its address can say that it is gone


EVENTS = st.lists(
    st.tuples(st.sampled_from(["receive", "withdraw"]), st.integers(1, 5)),
    min_size=1,
    max_size=7,
)


def take(event):
    kind, version = event
    at = AT + timedelta(hours=2 * version + (kind == "withdraw"))
    if kind == "withdraw":
        actions.withdraw(GOLDCREST, version, at=at)
    else:
        titled = f"Goldcrest, version {version}"
        joint = ("brackenholt",) if version % 2 else ()
        bundle = a_bundle(
            version=version, title=titled, joint_with=joint, slug=f"goldcrest-{version}"
        )
        actions.receive(bundle, at=at)


def standing_after(events):
    empty_the_library()
    actions.receive_publisher(a_card(), at=AT)
    actions.receive_publisher(a_card(slug="brackenholt", name="Brackenholt"), at=AT)
    # The database names publishers anew in every run: compare them by their address.
    names = dict(Publisher.objects.values_list("id", "slug"))
    for event in events:
        take(event)
    row, related = what_stands()
    return {**row, "publisher_id": names.get(row["publisher_id"])}, related


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data(), events=EVENTS)
def test_any_order_and_any_repetition_of_hand_overs_ends_in_the_same_state(
    data, events
):
    shuffled = data.draw(st.permutations(events))
    repeated = shuffled + data.draw(st.lists(st.sampled_from(events), max_size=4))

    assert standing_after(events) == standing_after(repeated)


def test_an_older_version_of_a_publisher_is_ignored():
    actions.receive_publisher(a_card(version=3, name="New name"), at=AT)

    outcome = actions.receive_publisher(a_card(version=2, name="Old name"), at=AT)

    assert outcome == Received.OLDER
    assert Publisher.objects.get().name == "New name"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"version": 0}, "version"),
        ({"slug": "Two Words"}, "plain name"),
        ({"title": " "}, "title"),
        ({"state": State.WITHDRAWN}, "withdrawn"),
        ({"state": State.AREA_WITHHELD}, "no partnership's name"),
        ({"pdf": b"<html>"}, "no PDF"),
        ({"word": b"%PDF-"}, "no Word"),
        ({"document": {"blocks": [{"kind": "script"}]}}, "blocks"),
        ({"child_anchor": "h99"}, "marked part"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"support": (Line(name="x", words="y", link="data:,"),)}, "link"),
        ({"publisher": "nowhere"}, "not known"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_sentence(changes, why):
    actions.receive_publisher(a_card(), at=AT)
    before = site_version()

    with pytest.raises(NotReceivable, match=why):
        actions.receive(a_bundle(**changes), at=AT)

    assert site_version() == before
    assert not Publication.objects.filter(version__gt=0).exists()


def test_a_link_that_runs_something_is_refused_wherever_it_stands():
    actions.receive_publisher(a_card(), at=AT)
    hidden = blocks.table(
        [[blocks.cell(blocks.listing((Run("a", link="vbscript:b"),)))]]
    )

    with pytest.raises(NotReceivable, match="vbscript"):
        actions.receive(a_bundle(paper=blocks.document(hidden)), at=AT)


def test_one_address_belongs_to_one_publication():
    published()

    with pytest.raises(NotReceivable, match="this address"):
        actions.receive(a_bundle(publication_id=uuid4()), at=AT)


def test_an_anonymous_publication_names_no_partnership():
    actions.receive_publisher(a_card(slug=AREA_WITHHELD, name="Area withheld"), at=AT)

    anonymous = a_bundle(publisher=AREA_WITHHELD, state=State.AREA_WITHHELD)

    assert actions.receive(anonymous, at=AT) == Received.KEPT


@pytest.mark.parametrize("colour", ["red", "#FFF", "#12345", "#ffffff;}", "#ffd24a"])
def test_a_colour_on_which_white_words_cannot_be_read_is_refused(colour):
    with pytest.raises(NotReceivable):
        actions.receive_publisher(a_card(colour=colour), at=AT)


def test_a_card_needs_no_more_than_a_name():
    card = PublisherCard(slug="brackenholt", version=1, name="Brackenholt SCP")

    assert actions.receive_publisher(card, at=AT) == Received.KEPT
