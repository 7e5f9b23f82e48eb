"""The cases of Quillshire, each walked to its stage by the real actions."""

from heed.demo.quillshire.concerns import (
    load_a_draft_that_waits,
    load_a_neighbour,
    load_an_accident,
    load_pipit,
    load_siskin_again,
)
from heed.demo.quillshire.dabchick import load_dabchick
from heed.demo.quillshire.dunnock import load_dunnock
from heed.demo.quillshire.fieldfare import load_fieldfare
from heed.demo.quillshire.goldcrest import load_goldcrest
from heed.demo.quillshire.kestrel import load_kestrel
from heed.demo.quillshire.siskin import load_siskin
from heed.demo.quillshire.whimbrel_reviewed import load_whimbrel

WALKS = (
    load_goldcrest,
    load_dabchick,
    load_whimbrel,
    load_kestrel,
    load_fieldfare,
    load_dunnock,
    load_an_accident,
    load_siskin,
    load_siskin_again,
    load_pipit,
    load_a_draft_that_waits,
    load_a_neighbour,
)


def load_cases(quillshire, people) -> None:
    """Load every case of the demonstration, the oldest first."""
    for walk in WALKS:
        walk(quillshire, people)
