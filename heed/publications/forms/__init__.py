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
    MarksForm,
    PreparationForm,
    ProceedingsForm,
    TextForm,
)
from heed.publications.forms.public import (
    CheckForm,
    DepositForm,
    ElsewhereForm,
    RemovalForm,
    WithdrawalForm,
)
from heed.publications.forms.states import (
    CorrectionForm,
    JointAnswerForm,
    JointForm,
    LookAgainForm,
)
from heed.publications.forms.trying import (
    AnswerAttemptForm,
    AttemptForm,
    DutyForm,
    KnownInPublicForm,
)

__all__ = [
    "WHOLE",
    "AnswerAttemptForm",
    "AnswerForm",
    "ApprovalForm",
    "AttemptForm",
    "CheckAnswerForm",
    "CheckForm",
    "CommentForm",
    "CopiesForm",
    "CorrectionForm",
    "DecisionForm",
    "DepositForm",
    "DutyForm",
    "EarlyForm",
    "ElsewhereForm",
    "ExceptionForm",
    "FamilyForm",
    "JointAnswerForm",
    "JointForm",
    "KnownInPublicForm",
    "LookAgainForm",
    "MarksForm",
    "NotMaterialForm",
    "PlanForm",
    "PreparationForm",
    "ProceedingsForm",
    "RemovalForm",
    "ReplacementForm",
    "ReplyForm",
    "SendBackForm",
    "TextForm",
    "WithdrawalForm",
    "labelled",
    "lines",
]
