"""Addresses of referrals. None holds a word of what was said."""

from django.urls import path

from heed.partnership.policies import for_roles
from heed.referrals import doors
from heed.referrals.models.referral import DRAFTERS
from heed.referrals.views import (
    anyone,
    checking,
    desk,
    downloads,
    emails,
    joining,
    organisations,
    pictures,
    results,
    wording,
    writing,
)
from heed.rulebook.roles import BUSINESS_UNIT

FOR_ANYONE, OURS, THEIRS = "refer/", "organisation/referrals/", "referrals/"
ONE = "<str:public_id>/"

urlpatterns = [
    # Open to anyone
    path(FOR_ANYONE, anyone.choose, name="refer"),
    path(f"{FOR_ANYONE}status/", anyone.status, name="refer_status"),
    path(f"{FOR_ANYONE}status/add/", anyone.add, name="refer_add"),
    path(f"{FOR_ANYONE}resume/", anyone.resume, name="refer_resume"),
    path(f"{FOR_ANYONE}leave/", anyone.leave, name="refer_leave"),
    path(f"{FOR_ANYONE}closed/", anyone.closed, name="refer_closed"),
    path(f"{FOR_ANYONE}stay/", anyone.stay, name="refer_stay"),
    path(f"{FOR_ANYONE}<slug:slug>/", anyone.start, name="refer_to"),
    path(f"{FOR_ANYONE}<slug:slug>/privacy/", anyone.privacy, name="refer_privacy"),
    path(
        f"{FOR_ANYONE}<slug:slug>/referral-form.docx",
        downloads.word_form,
        name="refer_word_form",
    ),
    path(
        f"{FOR_ANYONE}<slug:slug>/referral-form.odt",
        downloads.odt_form,
        name="refer_odt_form",
    ),
    path(
        f"{FOR_ANYONE}<slug:slug>/referral-form.pdf",
        downloads.pdf_form,
        name="refer_pdf_form",
    ),
    path(f"{FOR_ANYONE}<slug:slug>/check/", anyone.check, name="refer_check"),
    path(f"{FOR_ANYONE}<slug:slug>/sent/", anyone.receipt, name="refer_receipt"),
    path(
        f"{FOR_ANYONE}<slug:slug>/later/",
        anyone.come_back_later,
        name="refer_come_back_later",
    ),
    *writing.addresses(
        "refer", f"{FOR_ANYONE}<slug:key>/", doors.for_anyone, anyone.open_page
    ),
    # In organisations
    path(OURS, organisations.organisation, name="organisation_referrals"),
    path(f"{OURS}begin/", organisations.begin, name="begin_draft"),
    path(f"{OURS}{ONE}", organisations.draft, name="draft"),
    path(f"{OURS}<str:key>/check/", organisations.check, name="draft_check"),
    path(f"{OURS}{ONE}decide/", organisations.decide, name="decide_draft"),
    path(f"{OURS}{ONE}escalate/", organisations.escalate, name="escalate_draft"),
    path(f"{OURS}{ONE}send-on/", organisations.send_on, name="send_draft_on"),
    path(f"{OURS}{ONE}deputy/", organisations.to_deputy, name="draft_to_deputy"),
    path(f"{OURS}{ONE}take-back/", organisations.withdraw, name="withdraw_draft"),
    path(f"{OURS}{ONE}look-again/", results.draft_look_again, name="draft_look_again"),
    path(
        "organisation/set-aside/<str:public_id>/",
        results.reasons_for_lead,
        name="reasons_for_lead",
    ),
    path(f"{OURS}{ONE}add/", organisations.add, name="add_to_draft"),
    *writing.addresses(
        "draft", f"{OURS}<str:key>/", doors.for_staff, for_roles(*DRAFTERS)
    ),
    # At the desk
    path(THEIRS, desk.referrals, name="referrals"),
    path(f"{THEIRS}leads/", desk.leads, name="leads"),
    path(f"{THEIRS}find/", desk.find, name="find_referral"),
    path(f"{THEIRS}set-aside/", results.not_met, name="not_met"),
    path(f"{THEIRS}type-in/", desk.type_in, name="type_in_referral"),
    path(f"{THEIRS}form-words/", wording.form_wording, name="form_wording"),
    path(f"{THEIRS}form-words/change/", wording.word_form, name="word_form"),
    path(f"{THEIRS}at-risk/{ONE}", desk.child_at_risk, name="child_at_risk"),
    path(f"{THEIRS}emails/{ONE}refer/", emails.refer_email, name="refer_email"),
    path(f"{THEIRS}emails/{ONE}join/", emails.join_email, name="join_email"),
    path(
        f"{THEIRS}emails/{ONE}papers/<str:file>/",
        emails.paper_of_email,
        name="email_paper",
    ),
    path(
        f"{THEIRS}emails/{ONE}papers/<str:file>/picture/",
        pictures.of_email,
        name="email_picture",
    ),
    path(f"{THEIRS}{ONE}", desk.referral, name="referral"),
    path(f"{THEIRS}<str:key>/check/", desk.check_typed, name="typed_check"),
    path(f"{THEIRS}{ONE}open/", desk.open_case, name="open_case"),
    path(
        f"{THEIRS}{ONE}understood/", checking.check_understood, name="check_understood"
    ),
    path(f"{THEIRS}{ONE}papers/<str:file>/", checking.paper, name="referral_paper"),
    path(
        f"{THEIRS}{ONE}papers/<str:file>/picture/",
        pictures.of_referral,
        name="referral_picture",
    ),
    path(f"{THEIRS}{ONE}return/", desk.return_for_information, name="return_referral"),
    path(f"{THEIRS}{ONE}acknowledge/", desk.acknowledge, name="acknowledge_referral"),
    path(f"{THEIRS}{ONE}join/", joining.join, name="join_referral"),
    path(f"{THEIRS}{ONE}join/<str:other>/", joining.compare, name="compare_referral"),
    path(f"{THEIRS}{ONE}separate/", joining.separate, name="separate_referral"),
    path(f"{THEIRS}{ONE}split/", joining.split, name="split_referral"),
    path(f"{THEIRS}{ONE}move/<str:other>/", joining.move_added, name="move_added"),
    path(
        f"{THEIRS}{ONE}before/<str:split>/", joining.before_split, name="before_split"
    ),
    path(f"{THEIRS}{ONE}step-back/", desk.step_back, name="step_back"),
    path(f"{THEIRS}{ONE}look-again/", results.look_again, name="look_again"),
    path(f"{THEIRS}{ONE}came-from/", results.came_from, name="came_from"),
    path(f"{THEIRS}{ONE}set-aside/", results.set_aside, name="set_aside_referral"),
    path(f"{THEIRS}{ONE}withdraw/", desk.withdraw, name="withdraw_referral"),
    path(f"{THEIRS}{ONE}add/", desk.add, name="add_to_referral"),
    path(f"{THEIRS}{ONE}referrer/", desk.referrer, name="referrer"),
    path(f"{THEIRS}{ONE}address/", desk.withheld_address, name="withheld_address"),
    path(f"{THEIRS}{ONE}secret/", desk.new_secret, name="new_referral_secret"),
    path(
        f"{THEIRS}{ONE}emails/<str:email>/",
        emails.referral_email,
        name="referral_email",
    ),
    path(
        f"{THEIRS}{ONE}emails/<str:email>/refer/",
        emails.refer_again,
        name="refer_email_again",
    ),
    *writing.addresses(
        "typed", f"{THEIRS}<str:key>/", doors.for_typing_in, for_roles(*BUSINESS_UNIT)
    ),
]
