"""That an agency put what its services tell together."""

from heed.cases.answering import StepForm
from heed.ui.fields import DatePartsField


class CollatedForm(StepForm):
    """The day on which the agency did."""

    collated_on = DatePartsField(
        label="On which day did the agency put them together?",
        subject="The day on which they were put together",
    )
