"""Dates as people write them: day first, with their precision, doubt and repair.

    >>> read_date("?22nd May 2016").iso
    '2016-05-22'

Nothing is guessed in silence. The words as typed are always kept; a date that cannot be
(31 June) has no `iso` and says so; where two readings remain, both are candidates.
"""

from heed.papers.dates.reading import (
    dates_in,
    order_of,
    read_date,
    read_plain,
    read_serial,
)
from heed.papers.dates.relative import Known, due_by_gestation, read_relative
from heed.papers.dates.times import WrittenTime, read_time, split_time
from heed.papers.dates.written import NO_DATE, Order, Precision, WrittenDate

__all__ = [
    "NO_DATE",
    "Known",
    "Order",
    "Precision",
    "WrittenDate",
    "WrittenTime",
    "dates_in",
    "due_by_gestation",
    "order_of",
    "read_date",
    "read_plain",
    "read_relative",
    "read_serial",
    "read_time",
    "split_time",
]
