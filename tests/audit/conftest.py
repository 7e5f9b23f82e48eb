"""A folder for checkpoints and keys that a test may spoil."""

import pytest


@pytest.fixture(autouse=True)
def checkpoints(settings, tmp_path):
    from heed.vault.keys import forget_keys, make_key_file

    settings.CHECKPOINT_FOLDER = tmp_path / "checkpoints"
    settings.MASTER_KEY_FILE = tmp_path / "keys" / "master.keys"
    make_key_file(settings.MASTER_KEY_FILE)
    forget_keys()
    return settings.CHECKPOINT_FOLDER
