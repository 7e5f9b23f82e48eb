"""Words planted in every sealed field, said on every way in, and looked for in all that
stays behind: databases, journals, stored files, temporary files, logs, emails,
sessions, caches. None is found."""

import base64
import json

import pytest

from tests.faults.house import a_house
from tests.walls.canaries import STEM, Canaries, found_in, found_in_folder
from tests.walls.planting import sealed_fields, sealed_models

SHORTEST_KEY = 32  # of letters; what is shorter in the folder is a name


@pytest.fixture(scope="module")
def life(django_db_setup, django_db_blocker, tmp_path_factory):
    """A house in which somebody lived, and what the process said while it did."""
    with django_db_blocker.unblock():
        house = a_house(tmp_path_factory.mktemp("lived") / "house")
    lived = house.run("-m", "tests.walls.living")
    assert lived.returncode == 0, lived.stderr[-4000:]
    return house, json.loads(lived.stdout), lived.stderr


@pytest.mark.django_db
def test_every_sealed_field_of_every_model_was_planted(life):
    house, said, _log = life
    empty = [
        f"{model._meta.label}.{field.name}"
        for model in sealed_models()
        for field in sealed_fields(model)
        if house.ask(f'SELECT count("{field.column}") FROM {model._meta.db_table}')
        == [(0,)]
    ]
    assert empty == []
    assert said["planted"] >= 500


@pytest.mark.django_db
def test_no_planted_word_lies_in_a_database_a_stored_or_a_temporary_file(life):
    house, _said, _log = life
    assert b"Somebody of the tests" in house.casework.read_bytes()
    assert list((house.folder / "files").rglob("*"))
    assert found_in_folder(house.folder) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("where", ["sessions", "letters", "cached", "journal"])
def test_no_planted_word_is_in_what_is_kept_in_disguise(life, where):
    _house, said, _log = life
    looked_at, found = said[where]
    assert looked_at > 0
    assert found == []


@pytest.mark.django_db
def test_no_planted_word_is_in_the_log_of_what_failed(life):
    _house, _said, log = life
    assert "ValueError" in log  # the failures themselves were logged
    assert found_in(log.encode()) == []


@pytest.mark.django_db
def test_no_planted_word_and_no_key_is_in_a_backup_of_it_all(life):
    house, _said, _log = life
    backup = house.folder.parent / "backup"
    made = house.heed("backup", str(backup))
    # Rows of documents were planted that have no file: that alone may it complain of.
    assert (made.returncode, "files folder" in made.stderr) in {(0, False), (1, True)}
    kept = [path for path in backup.rglob("*") if path.is_file()]
    assert {"casework.sqlite3", "manifest.json"} <= {path.name for path in kept}
    assert list((backup / "files").rglob("*"))
    assert found_in_folder(backup) == {}
    everything = b"".join(path.read_bytes() for path in kept).lower()
    keys = _keys_of(house)
    assert keys
    assert [form for form in keys if form.lower() in everything] == []


def _keys_of(house) -> set[bytes]:
    """Each secret of the key folder: as it stands there, as its bytes, in hexadecimal
    and in base64."""
    forms = set()
    for path in (house.folder / "keys").iterdir():
        for line in path.read_text().splitlines():
            written = line.rpartition(":")[2].strip()
            if len(written) < SHORTEST_KEY or line.startswith("#"):
                continue
            padded = written + "=" * (-len(written) % 4)
            raw = base64.b64decode(padded.replace("-", "+").replace("_", "/"))
            forms |= {written.encode(), raw, raw.hex().encode()}
            forms.add(base64.b64encode(raw).rstrip(b"="))
    return forms


def test_a_word_would_be_found_however_it_is_dressed():
    word = Canaries().word()
    for before in ("", "x", "xy", "It was "):
        for dressed in (
            f"{before}{word}".encode(),
            f"{before}{word}".upper().encode(),
            f"{before}{word}".encode("utf-16"),
            base64.b64encode(f"{before}{word} after".encode()),
            f"{before}{word}".encode().hex().encode(),
        ):
            assert found_in(dressed), dressed
    assert found_in(b"born 1804-03-09")
    assert not found_in(STEM[:-1].encode())
