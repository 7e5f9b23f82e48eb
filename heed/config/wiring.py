"""Every place where a lower application is told something by an upper one.

Each application registers its own answers in `ready()`; here stand those that join two
applications which must not know each other, and the list of them all.
"""

from heed.audit.telling import tell_after
from heed.config.journal import keeping
from heed.correspondence.actions import post
from heed.partnership.models import Partnership
from heed.partnership.post import register_post

# socket in the lower application -> who answers in the upper one
WIRES = {
    "heed.audit.telling:tell_after": "heed.config.wiring",
    "heed.clock:set_offset_source": "heed.demo (in the demonstration only)",
    "heed.audit.append_only:keep_append_only": "heed.cases",
    "heed.partnership.post:register_post": "heed.config.wiring",
    "heed.documents.actions:MAY_OPEN": "heed.referrals, heed.cases, heed.rapid_reviews",
    "heed.documents.actions:CASE_OF": "heed.referrals, heed.rapid_reviews",
    "heed.documents.queries:STANDS_AT": "heed.referrals, heed.cases, "
    "heed.rapid_reviews",
    "heed.partnership.actions.bodies:COUNTS_ANEW": "heed.cases, heed.referrals",
    "heed.partnership.actions.own_pages:NAMES_SOMEBODY": "heed.publications",
    "heed.partnership.actions.people:LEAVES": "heed.cases",
    "heed.partnership.actions.people:RETURNS": "heed.cases",
    "heed.cases.files:open_originals": "every application that keeps papers of a case",
    "heed.cases.files:open_beside_the_list": "heed.rapid_reviews",
    "heed.correspondence.actions:BECOMES": "heed.referrals",
    "heed.correspondence.actions:CLOSED_TO": "heed.cases",
    "heed.correspondence.offers:ABOUT": "heed.desk",
    "heed.correspondence.offers:WORDS_AT": "heed.referrals",
    "heed.chronologies.queries.gaps:tells_who_was_asked": "heed.rapid_reviews",
    "heed.partnership.views.keeping:keep_too": "heed.cases, heed.chronologies, "
    "heed.learning, heed.rapid_reviews, heed.referrals",
    "heed.cases.sharing:shows_when_shared": "heed.publications, heed.rapid_reviews",
    "heed.cases.sharing:leads_on_when_shared": "heed.publications",
    "heed.chronologies.findings:rests_on_rows": "heed.learning, heed.rapid_reviews, "
    "heed.reviews",
    "heed.cases.said_beside:says_what_runs_beside": "heed.referrals",
    "heed.cases.sharing_sheet:keeps_apart": "heed.referrals",
    "heed.chronologies.beside:stands_beside_rows": "heed.rapid_reviews",
    "heed.incidents.opening:begins_when_notified": "heed.rapid_reviews",
    "heed.publications.beside:goes_with_the_report": "heed.learning",
    "heed.cases.steps:hears_of": "heed.rapid_reviews",
    "heed.cases.history:seal_reasons_while": "heed.rapid_reviews",
    "heed.cases.due:falls_due": "every application with other days of a case",
    "heed.cases.offers:offer": "every application with steps of a case",
    "heed.cases.offers:note_beside_stage": "heed.rapid_reviews",
    "heed.cases.offers:offer_beginning": "heed.incidents",
    "heed.cases.offers:show_panel": "every application with facts of a case",
}


def send_letter(letter, *, by, at) -> None:
    """Letters about accounts leave by the outbox, like all others."""
    partnership = Partnership.objects.filter(pk=letter.partnership_id).first()
    post(
        "as_written",
        to=letter.to,
        partnership=partnership or Partnership.objects.order_by("created_at").first(),
        fields={"subject": letter.subject, "text": letter.text},
        once=f"{letter.kind}:{letter.to}:{at.isoformat()}",
        about_case=None,
        by=by,
        at=at,
    )


def connect() -> None:
    """Join what must not know each other."""
    register_post(send_letter)
    tell_after(keeping.KINDS, keeping.note)
