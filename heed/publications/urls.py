"""Addresses of publication. None carries a word of a report."""

from django.urls import path

from heed.publications.models import Paper
from heed.publications.views import before, findings, public

ONE = "cases/<str:public_id>/publication/"
SCAN = "searches/<str:public_id>/"
RESPONSE = {"kind": Paper.Kind.RESPONSE}

urlpatterns = [
    path(f"{ONE}decide/", before.decide, name="decide_on_publication"),
    path(f"{ONE}answer/", before.answer, name="answer_on_publication"),
    path(f"{ONE}day/", before.plan, name="plan_publication"),
    path(f"{ONE}words/", before.prepare, name="prepare_publication"),
    path(f"{ONE}improvements/", before.improvements, name="write_improvements"),
    path(f"{ONE}response/", before.response, name="write_response"),
    path(f"{ONE}proceedings/", before.proceedings, name="clear_proceedings"),
    path(f"{ONE}family/", before.family, name="accept_family_not_told"),
    path(f"{ONE}copies/", before.copies, name="send_advance_copies"),
    path(f"{ONE}changed/", before.not_material, name="record_not_material"),
    path(
        f"{ONE}changed/response/",
        before.not_material,
        RESPONSE,
        name="response_not_material",
    ),
    path(f"{ONE}early/", before.early, name="advance_early"),
    path(f"{ONE}comments/", before.comment, name="record_comment"),
    path(f"{ONE}comments/<str:comment_id>/", before.reply, name="reply_to_comment"),
    path(f"{ONE}findings/", findings.findings, name="findings"),
    path(f"{ONE}findings/<slug:kind>/", findings.search, name="search_text"),
    path(f"{SCAN}left-behind/", findings.left_behind, name="left_behind"),
    path(f"{SCAN}<int:number>/replace/", findings.replace, name="replace_words"),
    path(f"{SCAN}<int:number>/keep/", findings.keep, name="keep_by_exception"),
    path("exceptions/<str:public_id>/", findings.sign, name="sign_exception"),
    path(f"{ONE}approve/", findings.approve, name="approve_publication"),
    path(
        f"{ONE}approve/response/", findings.approve, RESPONSE, name="approve_response"
    ),
    path(f"{ONE}rehearsal/<slug:kind>/", public.rehearsal, name="rehearsal"),
    path(
        f"{ONE}rehearsal/<slug:kind>/pictures/<str:key>",
        public.picture,
        name="rehearsal_picture",
    ),
    path(f"{ONE}copy/<slug:kind>.pdf", public.advance_copy, name="advance_copy"),
    path(f"{ONE}for-own-site.zip", public.for_own_site, name="for_own_site"),
    path(f"{ONE}publish/", public.publish, name="publish"),
    path(f"{ONE}publish-improvements/", public.improved, name="publish_improvements"),
    path(f"{ONE}publish-elsewhere/", public.elsewhere, name="publish_elsewhere"),
    path(f"{ONE}correct/", public.correct, name="publish_correction"),
    path(f"{ONE}nspcc/", public.deposit, name="deposit_with_nspcc"),
    path(f"{ONE}look/", public.check, name="check_published_elsewhere"),
    path(f"{ONE}withdraw/", public.withdraw, name="withdraw_published"),
    path(f"{ONE}withdraw/confirm/", public.confirm, name="confirm_withdrawal"),
    path(f"{ONE}remove/", public.agree, name="agree_to_remove"),
    path(f"{ONE}remove/now/", public.remove, name="remove_published"),
]
