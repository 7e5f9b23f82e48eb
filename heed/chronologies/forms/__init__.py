"""What is asked about chronologies. Forms check shape; actions decide and write."""

from heed.chronologies.forms.bringing import BringInForm
from heed.chronologies.forms.columns import MEANS, ColumnsForm
from heed.chronologies.forms.restricted import ClearForm, RestrictForm
from heed.chronologies.forms.rows import AnswerForm, RowForm, known_of
from heed.chronologies.forms.sought import PeriodForm, SoughtForm

__all__ = [
    "MEANS",
    "AnswerForm",
    "BringInForm",
    "ClearForm",
    "ColumnsForm",
    "PeriodForm",
    "RestrictForm",
    "RowForm",
    "SoughtForm",
    "known_of",
]
