"""The spine of the casework."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Registers the tables that nothing may change, who opens a case's files, and whom
    no email about a case reaches."""

    name = "heed.cases"

    def ready(self):
        from heed.audit.append_only import keep_append_only
        from heed.cases.access import is_closed_to
        from heed.cases.actions import (
            account_was_closed,
            account_was_opened,
            recount,
        )
        from heed.cases.files import may_open_of_case, page_of_case
        from heed.correspondence.actions import CLOSED_TO
        from heed.documents.actions import MAY_OPEN
        from heed.documents.queries import STANDS_AT
        from heed.partnership.actions.bodies import COUNTS_ANEW
        from heed.partnership.actions.people import LEAVES, RETURNS

        keep_append_only("cases.StepTaken")
        MAY_OPEN["cases.Case"] = may_open_of_case
        STANDS_AT["cases.Case"] = page_of_case
        if account_was_closed not in LEAVES:
            LEAVES.append(account_was_closed)
        if account_was_opened not in RETURNS:
            RETURNS.append(account_was_opened)
        if recount not in COUNTS_ANEW:
            COUNTS_ANEW.append(recount)
        if is_closed_to not in CLOSED_TO:
            CLOSED_TO.append(is_closed_to)
        self._offer_its_steps()

    def _offer_its_steps(self):
        from heed.cases.addresses import has_waiting_requests
        from heed.cases.interests import has_open_declarations
        from heed.cases.offers import offer
        from heed.rulebook import process
        from heed.rulebook.language import Stage
        from heed.rulebook.process.stages import (
            AT_THE_PANEL,
            CONSIDERING,
            NOTIFIED_ONLY,
        )

        offer(
            process.DECIDE_ON_INTEREST,
            "case_interests",
            when=has_open_declarations,
            weight=4,
            first_at=process.DECIDE_ON_INTEREST.at,
        )
        offer(
            process.ANSWER_ADDRESS_REQUEST,
            "address_requests",
            when=has_waiting_requests,
            weight=5,
            first_at=process.ANSWER_ADDRESS_REQUEST.at,
        )
        offer(
            process.RECORD_INCIDENT_DAYS,
            "incident_days",
            when=lambda case: case.happened_on is None,
            weight=9,
            first_at=CONSIDERING | NOTIFIED_ONLY,
        )
        offer(
            process.RECORD_INCIDENT_PLACE,
            "incident_place",
            when=lambda case: not case.kind_of_place,
            weight=9,
        )
        offer(
            process.AGREE_WHAT_FAMILY_IS_TOLD,
            "family_decision",
            weight=33,
            first_at=AT_THE_PANEL | {Stage.RAPID_REVIEW_SIGNED_OFF},
        )
        self._offer_what_runs_beside()

    def _offer_what_runs_beside(self):
        from heed.cases import beside_pages
        from heed.cases.due import falls_due
        from heed.cases.files import open_originals
        from heed.cases.offers import offer, show_panel
        from heed.cases.sharing_sheet import PURPOSE
        from heed.partnership.views.keeping import keep_too
        from heed.rulebook import process

        open_originals(PURPOSE, to=process.WRITE_SHARE_SHEET.by)

        offer(process.NOTE_PROCESS, "note_process", weight=82)
        offer(process.SET_HOLD, "set_hold", weight=83)
        offer(process.NOTE_CIRCUMSTANCE, "note_circumstance", weight=84)
        offer(process.SHARE_CASE, "share_case", weight=93)
        offer(process.TRANSFER_CASE, "transfer_case", weight=94)
        show_panel(
            "What runs beside it",
            "cases/beside_panel.html",
            beside_pages.panel,
            weight=60,
        )
        keep_too("shared_cases", "Cases that other areas share with us")
        falls_due(beside_pages.due_of_holds)
        falls_due(beside_pages.due_of_processes)
