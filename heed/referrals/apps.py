"""Referrals: how a concern arrives."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """Takes in what the mailbox brings, says who may open its files, and shows on each
    case how it began."""

    name = "heed.referrals"

    def ready(self):
        from heed.cases.offers import show_panel
        from heed.correspondence.actions import BECOMES
        from heed.correspondence.offers import WORDS_AT, offer_for_emails
        from heed.documents.actions import CASE_OF, MAY_OPEN
        from heed.documents.queries import STANDS_AT
        from heed.partnership.views.keeping import keep_too
        from heed.partnership.views.people import GOES_ON
        from heed.referrals import files, pages
        from heed.referrals.actions import becomes
        from heed.referrals.queries import goes_on_while_away

        BECOMES.append(becomes)
        STANDS_AT["referrals.Referral"] = files.page_of_referral
        STANDS_AT["correspondence.IncomingEmail"] = files.page_of_email
        CASE_OF["referrals.Referral"] = files.case_of_referral
        CASE_OF["correspondence.IncomingEmail"] = files.case_of_email
        MAY_OPEN["referrals.Referral"] = files.may_open_of_referral
        MAY_OPEN["correspondence.IncomingEmail"] = files.may_open_of_email
        WORDS_AT.append(files.words_of_email_paper)
        offer_for_emails("refer_email", label="Make it a referral")
        offer_for_emails("join_email", label="Put it with a reference that we have")
        GOES_ON.append(goes_on_while_away)
        keep_too("form_wording", "Words of the referral form")
        keep_too("leads", "Safeguarding leads of organisations")
        show_panel("How it began", "referrals/panel.html", pages.panel, weight=10)
        self._count_anew_and_tell_cases()

    def _count_anew_and_tell_cases(self):
        from heed.cases.said_beside import says_what_runs_beside
        from heed.cases.sharing_sheet import keeps_apart
        from heed.partnership.actions.bodies import COUNTS_ANEW
        from heed.referrals.actions import recount_referrals
        from heed.referrals.beside import said_in_referrals
        from heed.referrals.kept_apart import addresses_kept_apart

        if recount_referrals not in COUNTS_ANEW:
            COUNTS_ANEW.append(recount_referrals)
        says_what_runs_beside(said_in_referrals)
        keeps_apart(addresses_kept_apart)
