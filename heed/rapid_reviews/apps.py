"""Rapid reviews."""

from django.apps import AppConfig


class RapidReviewsConfig(AppConfig):
    """Offers its steps and its panels on the case page."""

    name = "heed.rapid_reviews"

    def ready(self):
        from heed.cases.due import falls_due
        from heed.cases.files import open_originals
        from heed.cases.history import seal_reasons_while
        from heed.cases.sharing import shows_when_shared
        from heed.documents.actions import CASE_OF, MAY_OPEN
        from heed.documents.queries import STANDS_AT
        from heed.incidents.opening import begins_when_notified
        from heed.rapid_reviews import files
        from heed.rapid_reviews.actions.opening import open_as_owed
        from heed.rapid_reviews.due import days_of_plans
        from heed.rapid_reviews.queries import views_are_sealed
        from heed.rapid_reviews.shared import requests_shared
        from heed.rulebook import process
        from heed.rulebook.roles import READS_THE_CASE
        from heed.rulebook.sharing import Part

        for purpose in ("as_sent", "proof", "letter"):
            open_originals(purpose, to=READS_THE_CASE)
        begins_when_notified(open_as_owed)
        shows_when_shared(Part.REQUESTS, requests_shared)
        seal_reasons_while(process.GIVE_VIEW_ON_REVIEW, views_are_sealed)
        MAY_OPEN[files.OF_A_REQUEST] = files.may_open_of_request
        CASE_OF[files.OF_A_REQUEST] = files.case_of_request
        STANDS_AT[files.OF_A_REQUEST] = files.page_of_request
        falls_due(days_of_plans)
        self._hear()
        self._offer()

    def _hear(self):
        from heed.cases.steps import hears_of
        from heed.rapid_reviews.actions.setting_aside import (
            set_aside_if_described_otherwise,
        )
        from heed.rulebook import process

        described = (
            process.NAME_CHILD,
            process.NAME_FAMILY_MEMBER,
            process.RELATE_PEOPLE,
            process.CHOOSE_PSEUDONYM,
            process.RAISE_SAFETY_ACTION,
            process.CONFIRM_SAFETY_ACTION,
        )
        hears_of(described, set_aside_if_described_otherwise)

    def _offer(self):
        from heed.chronologies.findings import rests_on_rows
        from heed.rapid_reviews import resting
        from heed.rapid_reviews.offers import offer_all

        offer_all()
        rests_on_rows(resting.KIND, label="the rapid review", told=resting.told)
