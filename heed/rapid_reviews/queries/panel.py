"""What went to the national bodies, and what they answered."""

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.one_look import asked_once
from heed.rapid_reviews.models import PanelLetter, Submission, Told


@asked_once
def submissions_of(case: Case) -> list[Submission]:
    """What went to the Panel, version by version."""
    found = rows_of(Submission, case)
    return list(found.select_related("as_sent", "proof_file"))


@asked_once
def panel_letters_of(case: Case) -> list[PanelLetter]:
    """What the Panel answered."""
    return list(rows_of(PanelLetter, case).select_related("letter_file"))


@asked_once
def told_in(case: Case) -> list[Told]:
    """Which national bodies were told what, and when."""
    found = rows_of(Told, case)
    return list(found.select_related("proof_file", "answer_file"))
