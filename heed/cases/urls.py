"""Addresses of a case: random identifiers only, never a reference."""

from django.urls import path

from heed.cases.views import beside, family, relations, sharing
from heed.cases.views import case as views

ONE = "cases/<str:public_id>/"

urlpatterns = [
    path(ONE, views.case, name="case"),
    path(f"{ONE}declaration/", views.declaration, name="declaration"),
    path(f"{ONE}history/", views.history, name="case_history"),
    path(f"{ONE}names/", views.names, name="case_names"),
    path(f"{ONE}children/", views.children, name="children"),
    path(f"{ONE}children/add/", views.add_child, name="add_child"),
    path("children/<str:public_id>/", views.child, name="child"),
    path(
        "children/<str:public_id>/identity/",
        views.child_identity,
        name="child_identity",
    ),
    path("children/<str:public_id>/care/", views.child_care, name="child_care"),
    path("children/<str:public_id>/harm/", views.child_harm, name="child_harm"),
    path("children/<str:public_id>/pseudonym/", views.pseudonym, name="pseudonym"),
    path(f"{ONE}family/", family.family, name="family"),
    path(f"{ONE}family/record/", family.keep_family_record, name="keep_family_record"),
    path(f"{ONE}family/decision/", family.family_decision, name="family_decision"),
    path(
        f"{ONE}family/address/",
        family.record_protected_address,
        name="record_protected_address",
    ),
    path("family-members/<str:public_id>/", family.family_member, name="family_member"),
    path(
        "family-members/<str:public_id>/letter/",
        family.family_letter,
        name="family_letter",
    ),
    path(f"{ONE}family/add/", family.name_family_member, name="name_family_member"),
    path(
        f"{ONE}family/contact-person/",
        family.name_family_contact,
        name="name_family_contact",
    ),
    path(
        f"{ONE}family/contacts/",
        family.record_family_contact,
        name="record_family_contact",
    ),
    path(f"{ONE}family/relate/", relations.relate, name="relate_people"),
    path("relations/<str:public_id>/", relations.relation, name="relation"),
    path(f"{ONE}family/household/", relations.keep_household, name="keep_household"),
    path("households/<str:public_id>/", relations.household, name="household"),
    path(f"{ONE}safety/", views.raise_safety_action, name="raise_safety_action"),
    path(
        "safety-actions/<str:public_id>/",
        views.confirm_safety_action,
        name="confirm_safety_action",
    ),
    path("deadlines/<uuid:deadline_id>/", views.deadline, name="deadline"),
    path("deadlines/<uuid:deadline_id>/target/", views.new_target, name="new_target"),
    path("deadlines/<uuid:deadline_id>/lateness/", views.lateness, name="lateness"),
    path("deadlines/<uuid:deadline_id>/start/", views.amend_start, name="amend_start"),
    path(f"{ONE}when/", views.incident_days, name="incident_days"),
    path(f"{ONE}where/", views.incident_place, name="incident_place"),
    path(f"{ONE}beside/", beside.beside_case, name="beside_case"),
    path(f"{ONE}beside/add/", beside.note_process, name="note_process"),
    path(f"{ONE}beside/hold/", beside.set_hold, name="set_hold"),
    path("processes/<str:public_id>/", beside.process, name="process"),
    path("processes/<str:public_id>/over/", beside.end_process, name="end_process"),
    path("holds/<str:public_id>/", beside.hold, name="hold"),
    path("holds/<str:public_id>/lift/", beside.lift_hold, name="lift_hold"),
    path(f"{ONE}share/", sharing.share_case, name="share_case"),
    path("shared/", sharing.shared_cases, name="shared_cases"),
    path("shared/<str:public_id>/", sharing.shared_case, name="shared_case"),
    path(
        "shared/<str:public_id>/interest/",
        sharing.declare_on_share,
        name="declare_on_share",
    ),
    path(
        "shared/<str:public_id>/sheet/",
        sharing.write_share_sheet,
        name="write_share_sheet",
    ),
    path("shared/<str:public_id>/end/", sharing.end_share, name="end_share"),
    path(f"{ONE}circumstances/", views.note_circumstance, name="note_circumstance"),
    path(f"{ONE}lead/", views.transfer_case, name="transfer_case"),
    path("open-items/<uuid:item_id>/", views.open_item, name="open_item"),
    path(f"{ONE}access/", views.access, name="case_access"),
    path(f"{ONE}access/add/", views.grant_access, name="grant_access"),
    path(f"{ONE}access/exclude/", views.exclude, name="exclude_person"),
    path(f"{ONE}interests/", views.interests, name="case_interests"),
    path("interests/<str:public_id>/", views.interest, name="interest"),
    path(
        "exclusions/<str:public_id>/lift/", views.lift_exclusion, name="lift_exclusion"
    ),
    path("grants/<str:public_id>/", views.revoke_access, name="revoke_access"),
    path(
        "protected-addresses/<str:public_id>/",
        views.protected_address,
        name="protected_address",
    ),
    path(
        "protected-addresses/<str:public_id>/once/",
        views.agreed_address,
        name="agreed_address",
    ),
    path(f"{ONE}addresses/", views.address_requests, name="address_requests"),
    path(
        "address-requests/<str:public_id>/",
        views.address_request,
        name="address_request",
    ),
]
