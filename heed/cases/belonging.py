"""What a row of a case repeats of it."""

from heed.cases.models import Case


def belonging_to(case: Case) -> dict:
    """What every row of a case repeats of it."""
    return {
        "case": case,
        "partnership_id": case.partnership_id,
        "data_key_id": case.data_key_id,
    }
