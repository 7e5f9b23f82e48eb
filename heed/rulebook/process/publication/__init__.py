"""The report is made safe, sent ahead and published; it stays for a year or more."""
# ruff: noqa: F403, I001  (callers write process.PUBLISH; each noun has its file, and
# they stand in the order in which a person comes to them)

from heed.rulebook.process.publication import (
    deciding,
    joining,
    making_safe,
    trying,
    sending_ahead,
    publishing,
    releasing,
    taking_down,
)
from heed.rulebook.process.publication.deciding import *
from heed.rulebook.process.publication.joining import *
from heed.rulebook.process.publication.making_safe import *
from heed.rulebook.process.publication.trying import *
from heed.rulebook.process.publication.sending_ahead import *
from heed.rulebook.process.publication.publishing import *
from heed.rulebook.process.publication.releasing import *
from heed.rulebook.process.publication.taking_down import *

__all__ = (
    deciding.__all__
    + joining.__all__
    + making_safe.__all__
    + trying.__all__
    + sending_ahead.__all__
    + publishing.__all__
    + releasing.__all__
    + taking_down.__all__
)
