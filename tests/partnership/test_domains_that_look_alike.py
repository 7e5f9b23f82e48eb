"""An address that passes for a known one is named before anything goes there (F31)."""

import pytest

from heed.partnership.domains import passes_for

KNOWN = ["hospital.quillshire.example", "quillshire.police.uk", "qsh.uk"]


@pytest.mark.parametrize(
    "domain",
    [
        "hospital.quilshire.example",  # lost
        "hospital.quilllshire.example",  # doubled
        "hosptial.quillshire.example",  # changed places
        "hospitel.quillshire.example",  # replaced
        "hospita1.quillshire.example",  # a figure for a letter
        "hospital-quillshire.example",  # a dash for a dot
        "hospitai.quiiishire.example",
    ],
)
def test_a_slip_and_a_look_alike_are_seen(domain):
    assert passes_for(domain, KNOWN) == KNOWN[0]


@pytest.mark.parametrize(
    "domain",
    [*KNOWN, "brackenholt.police.uk", "school.quillshire.example", "qsx.uk", ""],
)
def test_what_is_known_or_another_name_passes_for_nothing(domain):
    assert passes_for(domain, KNOWN) == ""
