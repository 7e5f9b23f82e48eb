"""Small numbers in tables: of five children somebody knows one, and knows who she is.

The gate asks `small_cells(table, earlier=…)`: it is empty where a table may be printed
as it stands. `protected` and `worked_out` are the solver underneath, for numbers that
are no table yet (statistics, data sets).
"""

from heed.papers.small_cells.counted import counts_of
from heed.papers.small_cells.protecting import (
    LEAST,
    LEFT_OUT,
    Counts,
    Place,
    Range,
    protected,
    worked_out,
)
from heed.papers.small_cells.tables import (
    SmallCell,
    all_numbers,
    small_cells,
    without,
)

__all__ = [
    "LEAST",
    "LEFT_OUT",
    "Counts",
    "Place",
    "Range",
    "SmallCell",
    "all_numbers",
    "counts_of",
    "protected",
    "small_cells",
    "without",
    "worked_out",
]
