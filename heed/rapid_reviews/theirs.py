"""What a link opens: one request of one organisation, and nothing else."""

from heed.cases.steps import Refused
from heed.rapid_reviews.models import AgencyRequest


def must_be_theirs(request: AgencyRequest, by) -> None:
    """Raises Refused where somebody holds the link of another request."""
    if by.actor_kind == "link_holder" and by.actor_id != str(request.pk):
        raise Refused("This link belongs to another request.")
