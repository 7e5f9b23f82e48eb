"""What the case page shows of consideration and notification."""

from heed.cases.deadlines import running_deadline
from heed.cases.queries import children_of
from heed.cases.sheets import last_sheet, shown_sheet
from heed.incidents import queries
from heed.rulebook.clocks import PARTNERS_TOLD
from heed.rulebook.criteria.records import DR_1
from heed.rulebook.outcomes import label


def is_notified(case) -> bool:
    return queries.standing_notification(case) is not None


def not_notified(case) -> bool:
    return not is_notified(case)


def untold(case) -> bool:
    """Whether the clock for telling the partners still runs."""
    return running_deadline(case, PARTNERS_TOLD) is not None


def panel(case, person, at) -> dict:
    """When they became aware, what each partner thinks, what was decided and sent."""
    decision = queries.last_decision(case)
    return {
        "awareness": queries.awareness_of(case),
        "views": queries.views_on_notification(case),
        "conclusion": queries.conclusion_for(case),
        "decision": decision,
        "decided": label(decision.outcome) if decision else "",
        "notifications": queries.notifications_of(case),
    }


def working_sheets(case) -> list[dict]:
    """Each child with its working sheet, filled in or not."""
    return [
        {
            "child": child,
            "sheet": (sheet := last_sheet(case, DR_1, child=child)),
            "rows": shown_sheet(sheet, DR_1),
        }
        for child in children_of(case)
    ]
