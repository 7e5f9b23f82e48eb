"""Many agencies' entries as a picture: a lane for each agency, time from left to right,
and the same as a table. It draws what it is given and judges nothing."""

from heed.ui.lanes.drawing import Lanes, lanes
from heed.ui.lanes.marks import Child, Life, Mark, Seen, Shade
from heed.ui.lanes.svg import svg_of
from heed.ui.lanes.told import Row, rows_of

__all__ = [
    "Child",
    "Lanes",
    "Life",
    "Mark",
    "Row",
    "Seen",
    "Shade",
    "lanes",
    "rows_of",
    "svg_of",
]
