"""Each PDF that goes out is PDF/UA-1, by a validator that is not ours: the text of this
case with its notice, its contents and its support, and not a sample alone."""

import page
import pytest

from heed.publications.bundling import pdf_of
from heed.publications.models import Paper
from heed.publications.queries import publication_of
from heed.publications.texts import text_of
from tests.publications.factories import PUBLISHED, a_published_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])


def test_every_pdf_of_a_published_report_is_pdf_ua():
    case, _, _ = a_published_report()
    papers = Paper.objects.filter(publication=publication_of(case))
    texts = {paper.kind: text_of(paper) for paper in papers}
    assert Paper.Kind.REPORT in texts

    for kind, text in texts.items():
        for marking in ("", "ADVANCE COPY"):
            pdf = pdf_of(text, case.partnership, marking=marking, on=PUBLISHED.date())
            judged = page.validate_pdf_bytes(pdf, profile="ua1")
            assert judged.is_compliant, (kind, [f.message for f in judged.failures])
