"""An agency at its link: the code given, the pages at hand."""

from heed.audit.actors import LinkHolder
from heed.correspondence.models import OutgoingEmail
from tests.cases.factories import NOON, it_is
from tests.rapid_reviews.factories import a_rapid_review, a_request

NIL = {
    "kind": "not_known",
    "author": "Pia Lund, nurse",
    "children_searched": "on",
    "adults_searched": "on",
    "systems_searched": "The patient system, by name and date of birth",
}


def link_of(request) -> str:
    email = OutgoingEmail.objects.filter(letter="agency_asked").last()
    return email.fields["link"].partition("/answer/")[2].strip("/")


def holder(request) -> LinkHolder:
    return LinkHolder(str(request.pk), request.organisation.name)


class AtTheLink:
    """A browser in which the code was given, at one moment."""

    def __init__(self, client, *, at=NOON):
        self.client, self.at = client, at
        self.review, self.people = a_rapid_review()
        self.request, code = a_request(self.review, self.people)
        self.start = f"/answer/{link_of(self.request)}/"
        self.post("", code=code)

    def get(self, page: str = "") -> str:
        with it_is(self.at):
            return self.client.get(self.start + page, follow=True).content.decode()

    def post(self, page: str = "", **said):
        with it_is(self.at):
            return self.client.post(self.start + page, said, follow=True)

    @property
    def answer(self):
        return self.request.answers.last()
