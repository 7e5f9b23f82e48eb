"""What people do with chronologies. Each function is one thing that they do."""

from heed.chronologies.actions.answering import answer_doubts, take_doubts_back
from heed.chronologies.actions.bringing import bring_in, chronology_of, take_in
from heed.chronologies.actions.choosing import set_gap_days, set_template_columns
from heed.chronologies.actions.clearing import (
    clear_for_restricted,
    end_clearance,
    restrict_row,
)
from heed.chronologies.actions.collating import submit_as_one
from heed.chronologies.actions.columns import set_columns
from heed.chronologies.actions.taking_out import put_file_back, take_file_out
from heed.chronologies.actions.writing import (
    amend_row,
    type_rows,
    write_row,
    write_rows,
)

__all__ = [
    "amend_row",
    "answer_doubts",
    "bring_in",
    "chronology_of",
    "clear_for_restricted",
    "end_clearance",
    "put_file_back",
    "restrict_row",
    "set_columns",
    "set_gap_days",
    "set_template_columns",
    "submit_as_one",
    "take_doubts_back",
    "take_file_out",
    "take_in",
    "type_rows",
    "write_row",
    "write_rows",
]
