"""Two people write the same words of our own at once: who saves second sees what the first
has written, and replaces it only by sending it again."""

from http import HTTPStatus
from types import SimpleNamespace

import pytest
from django.urls import reverse

from heed.publications.models import Paper
from heed.publications.writing import around_now, text_now
from tests.cases.factories import it_is
from tests.partnership.factories import signed_in
from tests.publications.factories import PUBLISHED, a_published_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])

WRITTEN = {
    "prepare_publication": ("summary", ()),
    "write_improvements": ("text", ()),
    "write_response": ("text", ()),
    "write_text": ("text", ("statement",)),
    "correct_text": ("words", ("report",)),
}


def opened(client, address):
    """A page as it is opened: what it carries for itself."""
    form = client.get(address).context["form"]
    return {name: form[name].value() for name in ("seen_version", "once")}


def kept_words():
    return [paper.words for paper in Paper.objects.order_by("kind")]


@pytest.mark.parametrize("name", WRITTEN)
def test_who_saves_second_sees_what_the_first_has_written(client, name):
    case, people, _ = a_published_report()
    question, more = WRITTEN[name]
    address = reverse(name, args=[case.public_id, *more])
    signed_in(client, people["coordinator"])
    with it_is(PUBLISHED):
        first, second = opened(client, address), opened(client, address)
        others = "An hour of work of a colleague."
        saved = client.post(address, first | {question: others})
        assert saved.status_code == HTTPStatus.FOUND
        before = kept_words()

        mine = second | {question: "What I wrote meanwhile."}
        overtaken = client.post(address, mine)

        assert overtaken.status_code == HTTPStatus.OK
        shown = overtaken.content.decode()
        assert "Somebody else changed this" in shown
        assert others in shown
        assert "What I wrote meanwhile." in shown
        assert kept_words() == before

        now = overtaken.context["form"]["seen_version"].value()
        again = client.post(address, mine | {"seen_version": now})
        assert again.status_code == HTTPStatus.FOUND
    assert "What I wrote meanwhile." in str(kept_words())


def test_who_writes_around_a_text_does_not_overtake_who_writes_the_text():
    paper = SimpleNamespace(words={"typed": "", "summary": "Of a baby."})
    around, text = around_now(paper), text_now(paper)
    paper.words |= {"summary": "Of a child."}
    assert text_now(paper).version == text.version
    assert around_now(paper).version != around.version
