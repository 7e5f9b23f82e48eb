"""What a partnership chooses on its page changes something."""

import re

import pytest

from heed.partnership.forms import PartnershipForm
from tests.guards.source import HEED

KEPT_AND_ASKED = re.compile(r"partnership/(forms|models|actions|migrations)")
ABOUT_ALL = [
    path
    for path in sorted((*HEED.rglob("*.py"), *HEED.rglob("*.html")))
    if not KEPT_AND_ASKED.search(path.as_posix())
]


@pytest.mark.parametrize("field", sorted(PartnershipForm.base_fields))
def test_every_setting_is_read_where_something_follows_from_it(field):
    read = re.compile(rf"\b(partnership|publisher)\.(get_)?{field}(_display)?\b")
    assert any(read.search(path.read_text("utf-8")) for path in ABOUT_ALL), field
