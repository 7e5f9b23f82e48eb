"""The form to fill in away from the website: as Word, as OpenDocument, on paper."""

from collections.abc import Callable

from django.http import HttpResponse

from heed.papers.form_odt import open_form
from heed.papers.form_on_paper import printed_form
from heed.papers.referral_form import SentTo, referral_form
from heed.partnership.policies import open_to_anyone
from heed.referrals import queries

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN = "application/vnd.oasis.opendocument.text"
open_page = open_to_anyone(reason="anyone may refer a child, without an account")


@open_page
def word_form(request, slug):
    return _sent(slug, referral_form, ending="docx", kind=WORD)


@open_page
def odt_form(request, slug):
    return _sent(slug, open_form, ending="odt", kind=OPEN)


@open_page
def pdf_form(request, slug):
    return _sent(slug, printed_form, ending="pdf", kind="application/pdf")


def _sent(slug: str, make: Callable[[SentTo], bytes], *, ending: str, kind: str):
    partnership = queries.partnership_to_refer_to(slug)
    sent_to = SentTo(
        partnership=partnership.name,
        mailbox=partnership.referral_address,
        telephone=partnership.business_unit_telephone,
        front_door=partnership.front_door_telephone,
        out_of_hours=partnership.out_of_hours_telephone,
        words=queries.words_of_form(partnership),
    )
    answer = HttpResponse(make(sent_to), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="referral-form.{ending}"'
    return answer
