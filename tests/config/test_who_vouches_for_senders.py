"""Which mail server is believed about senders is set by whoever runs Heed."""

import os
import subprocess
import sys
from pathlib import Path


def test_which_server_vouches_for_senders_is_a_setting_that_is_described():
    """Without it no sender is ever proven, whatever the mail server found."""
    name = "HEED_IMAP_AUTHENTICATION_SERVER"
    asked = "from heed.config import settings as s; print(s.MAILBOXES[0][%r])"
    told = subprocess.run(
        [sys.executable, "-c", asked % "authentication_server"],
        env=os.environ | {name: "mx.quillshire.example"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.strip() == "mx.quillshire.example"
    for page in (".env.example", "docs/deploy.md"):
        assert name in Path(page).read_text()
