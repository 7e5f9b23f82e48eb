"""What is asked in a rapid review, split by noun."""

from heed.rapid_reviews.forms.agencies import (
    AskForm,
    InformationLetterForm,
    MoreForm,
    PassOnForm,
    RequestReferenceForm,
    RequirementForm,
)
from heed.rapid_reviews.forms.answers import (
    OVERTAKEN,
    AgencyPaperForm,
    AnswerForm,
    EmailedFormForm,
    LogFormForm,
    LoggedAnswerForm,
    TakeOverForm,
    mark_of,
    typed_before,
)
from heed.rapid_reviews.forms.decisions import (
    ConfirmationForm,
    ProposalForm,
    ReconsideredForm,
    ViewForm,
    labelled,
)
from heed.rapid_reviews.forms.ladder import LadderForm
from heed.rapid_reviews.forms.meetings import (
    EpisodeAmendedForm,
    EpisodeForm,
    MarkedForm,
    MeetingForm,
    NoteForm,
    PlannedDayForm,
    ThemesForm,
    words_of_meeting,
)
from heed.rapid_reviews.forms.panel import (
    BodyAnswerForm,
    FeedbackForm,
    NamesForm,
    PanelAnswerForm,
    ProofForm,
    SendingForm,
    ToldForm,
    ToldSomethingForm,
)
from heed.rapid_reviews.forms.review import PartForm
from heed.rapid_reviews.forms.scrutiny import ScrutinyAnswerForm, ScrutinyForm

__all__ = [
    "OVERTAKEN",
    "AgencyPaperForm",
    "AnswerForm",
    "AskForm",
    "BodyAnswerForm",
    "ConfirmationForm",
    "EmailedFormForm",
    "EpisodeAmendedForm",
    "EpisodeForm",
    "FeedbackForm",
    "InformationLetterForm",
    "LadderForm",
    "LogFormForm",
    "LoggedAnswerForm",
    "MarkedForm",
    "MeetingForm",
    "MoreForm",
    "NamesForm",
    "NoteForm",
    "PanelAnswerForm",
    "PartForm",
    "PassOnForm",
    "PlannedDayForm",
    "ProofForm",
    "ProposalForm",
    "ReconsideredForm",
    "RequestReferenceForm",
    "RequirementForm",
    "ScrutinyAnswerForm",
    "ScrutinyForm",
    "SendingForm",
    "TakeOverForm",
    "ThemesForm",
    "ToldForm",
    "ToldSomethingForm",
    "ViewForm",
    "labelled",
    "mark_of",
    "typed_before",
    "words_of_meeting",
]
