"""All that is served is read back each time when something goes out, by whichever way:
at a press, by itself, and on a site of one's own."""

from dataclasses import replace

import pytest

from heed.cases.queries import children_of
from heed.cases.steps import Refused
from heed.papers.blocks import paragraph
from heed.papers.write_pdf import write_pdf
from heed.publications import actions, bundling
from heed.publications.models import HandOver, Publication, Release
from tests.cases.factories import HEED
from tests.publications.factories import THE_DAY
from tests.publications.test_going_out_by_itself import HALF_PAST_TEN, arranged

pytestmark = pytest.mark.django_db(databases=["default", "library"])


def test_what_no_eye_saw_in_a_file_goes_out_by_no_way(monkeypatch):
    case, people = arranged()
    (child, *_) = children_of(case)
    told = paragraph(f"Whatever went wrong: {child.given_name} {child.family_name}.")

    def gone_wrong(document, **asked):
        return write_pdf(replace(document, blocks=(*document.blocks, told)), **asked)

    monkeypatch.setattr(bundling, "write_pdf", gone_wrong)

    assert actions.release_what_is_due(by=HEED, at=HALF_PAST_TEN) == 0

    lapsed = Release.objects.get()
    assert lapsed.lapsed_at == HALF_PAST_TEN
    assert ".pdf holds something of the register in page" in lapsed.barred_by
    assert child.given_name not in lapsed.barred_by
    asked = {"by": people["manager"], "at": HALF_PAST_TEN}
    with pytest.raises(Refused, match="was read back"):
        actions.publish(case, **asked)
    with pytest.raises(Refused, match="was read back"):
        actions.publish_elsewhere(
            case,
            address="https://quillshire.example.org/reviews/goldcrest",
            published_on=THE_DAY,
            published_by="Web team",
            **asked,
        )
    assert not HandOver.objects.exists()
    assert not Publication.objects.get().is_public
