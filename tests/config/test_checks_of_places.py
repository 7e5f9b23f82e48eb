"""What must outlive the machine is not kept beside what it is kept for."""

import pytest

from heed.config.checks_of_places import checkpoints_lie_apart


@pytest.fixture
def places(settings, tmp_path):
    settings.VAR = tmp_path / "var"
    settings.CHECKPOINT_FOLDER = settings.VAR / "checkpoints"
    return settings


def test_checkpoints_in_the_same_folder_are_warned_of(places):
    [warning] = checkpoints_lie_apart()
    assert "HEED_CHECKPOINTS" in warning.hint


def test_checkpoints_behind_a_link_into_it_are_too(places, tmp_path):
    places.CHECKPOINT_FOLDER.mkdir(parents=True)
    places.CHECKPOINT_FOLDER = tmp_path / "elsewhere"
    places.CHECKPOINT_FOLDER.symlink_to(places.VAR / "checkpoints")
    assert len(checkpoints_lie_apart()) == 1


def test_elsewhere_they_are_well_kept(places, tmp_path):
    places.CHECKPOINT_FOLDER = tmp_path / "mounted"
    assert checkpoints_lie_apart() == []


@pytest.mark.parametrize("where", ["DEMONSTRATION", "ON_PUBLIC_DOOR"])
def test_neither_the_demonstration_nor_the_public_site_is_told(places, where):
    setattr(places, where, True)
    assert checkpoints_lie_apart() == []
