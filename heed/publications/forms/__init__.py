"""What is asked before, at and after publication."""

from heed.publications.forms.ahead import (
    CommentForm,
    CopiesForm,
    EarlyForm,
    NotMaterialForm,
    ReplyForm,
)
from heed.publications.forms.deciding import AnswerForm, DecisionForm, PlanForm
from heed.publications.forms.fields import WHOLE, labelled, lines
from heed.publications.forms.findings import (
    ApprovalForm,
    CheckAnswerForm,
    ExceptionForm,
    ReplacementForm,
    SendBackForm,
)
from heed.publications.forms.preparing import (
    FamilyForm,
    PreparationForm,
    ProceedingsForm,
    TextForm,
)
from heed.publications.forms.public import (
    CheckForm,
    DepositForm,
    ElsewhereForm,
    WithdrawalForm,
)
from heed.publications.forms.states import CorrectionForm, JointForm, LookAgainForm

__all__ = [
    "WHOLE",
    "AnswerForm",
    "ApprovalForm",
    "CheckAnswerForm",
    "CheckForm",
    "CommentForm",
    "CopiesForm",
    "CorrectionForm",
    "DecisionForm",
    "DepositForm",
    "EarlyForm",
    "ElsewhereForm",
    "ExceptionForm",
    "FamilyForm",
    "JointForm",
    "LookAgainForm",
    "NotMaterialForm",
    "PlanForm",
    "PreparationForm",
    "ProceedingsForm",
    "ReplacementForm",
    "ReplyForm",
    "SendBackForm",
    "TextForm",
    "WithdrawalForm",
    "labelled",
    "lines",
]
