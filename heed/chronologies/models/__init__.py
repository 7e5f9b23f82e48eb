"""What is kept of chronologies: an agency's in a case, how it came, its rows.

The composite is no table: it is these rows, asked for in the order of time."""

from heed.chronologies.models.choices import GapDays, TemplateColumns
from heed.chronologies.models.collated import Collation
from heed.chronologies.models.columns import KnownColumns
from heed.chronologies.models.episodes import KeyEpisode, RowInEpisode
from heed.chronologies.models.findings import RowOfFinding
from heed.chronologies.models.key import InKey, NameKey
from heed.chronologies.models.notes import ChronologyNote
from heed.chronologies.models.restricted import Restricted, RestrictedReader
from heed.chronologies.models.rows import Answered, Chronology, Coming, Row
from heed.chronologies.models.taken_out import TakenOut
from heed.chronologies.models.tellings import Account, Telling
from heed.chronologies.models.themes import RowTheme
from heed.chronologies.models.typed import TypedRows

__all__ = [
    "Account",
    "Answered",
    "Chronology",
    "ChronologyNote",
    "Collation",
    "Coming",
    "GapDays",
    "InKey",
    "KeyEpisode",
    "KnownColumns",
    "NameKey",
    "Restricted",
    "RestrictedReader",
    "Row",
    "RowInEpisode",
    "RowOfFinding",
    "RowTheme",
    "TakenOut",
    "Telling",
    "TemplateColumns",
    "TypedRows",
]
