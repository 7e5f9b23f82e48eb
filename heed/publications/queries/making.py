"""How the review behind a report was made, as far as it is on record."""

from heed.cases.models import Case, FamilyContact
from heed.cases.queries import family_contacts_of
from heed.reviews.queries import current_terms, monitoring_of, practitioners_came


def recorded_of_making(case: Case) -> frozenset[str]:
    """Which duties of the making of a report are on record, by their slugs."""
    terms = current_terms(case)
    found = {
        "monitored": bool(monitoring_of(case)),
        "method_agreed": bool(terms and terms.method),
        "people_took_part": practitioners_came(case) and _family_was_invited(case),
    }
    return frozenset(slug for slug, is_so in found.items() if is_so)


def _family_was_invited(case: Case) -> bool:
    how = FamilyContact.About.TAKING_PART
    return any(each.about == how for each in family_contacts_of(case))
