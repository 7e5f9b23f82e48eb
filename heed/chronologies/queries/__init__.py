"""What is shown of chronologies. Every question names who asks, and when."""

from heed.chronologies.queries.clearance import (
    clearances_of,
    cleared_for,
    may_be_read_whole,
    people_to_clear,
    reads_all_rows_of,
)
from heed.chronologies.queries.composite import (
    Composite,
    Sought,
    composite_of,
    composite_until,
    in_order,
)
from heed.chronologies.queries.counted import hidden_in
from heed.chronologies.queries.kept import (
    agencies_of,
    chronologies_of,
    columns_known_of,
    difference_in,
    doubts_in,
    files_that_stand,
    last_answer_in,
    original_reading_of,
    rows_of_agency,
)
from heed.chronologies.queries.told import Opened, Read, Told, opened_rows

__all__ = [
    "Composite",
    "Opened",
    "Read",
    "Sought",
    "Told",
    "agencies_of",
    "chronologies_of",
    "clearances_of",
    "cleared_for",
    "columns_known_of",
    "composite_of",
    "composite_until",
    "difference_in",
    "doubts_in",
    "files_that_stand",
    "hidden_in",
    "in_order",
    "last_answer_in",
    "may_be_read_whole",
    "opened_rows",
    "original_reading_of",
    "people_to_clear",
    "reads_all_rows_of",
    "rows_of_agency",
]
