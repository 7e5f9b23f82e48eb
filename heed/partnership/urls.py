"""The addresses of people and partnerships, and of signing in."""

from django.urls import include, path

from heed.partnership.views import (
    account,
    bodies,
    invitations,
    joining,
    own_pages,
    people,
    second_factor,
)

urlpatterns = [
    # One's own account
    path("account/", account.account, name="account"),
    path(
        "account/partnership/<uuid:public_id>/",
        account.choose_partnership,
        name="choose_partnership",
    ),
    path("account/closed-for-now/", account.closed_for_now, name="closed_for_now"),
    path("account/interests/", account.interests, name="interests"),
    path(
        "account/interests/<uuid:pk>/withdraw/",
        account.withdraw,
        name="withdraw_interest",
    ),
    path("account/shown-again/", account.shown_again, name="shown_again"),
    path(
        "account/shown-again/elsewhere/",
        account.show_again_elsewhere,
        name="show_again_elsewhere",
    ),
    path("account/stay/", account.stay_signed_in, name="stay_signed_in"),
    path("account/2fa/totp/picture/", account.totp_picture, name="totp_picture"),
    path(
        "account/2fa/webauthn/keys/<int:pk>/remove/",
        account.remove_passkey,
        name="mfa_remove_webauthn",
    ),
    path("account/", include("allauth.urls")),
    # Coming in
    path("invitation/join/", joining.join, name="invitation_join"),
    path("invitation/<str:token>/", joining.invitation, name="invitation"),
    # People
    path("people/", people.people, name="people"),
    path("people/invite/", invitations.invite, name="invite"),
    path(
        "people/invitations/<uuid:public_id>/",
        invitations.invitation_sent,
        name="invitation_sent",
    ),
    path(
        "people/invitations/<uuid:public_id>/withdraw/",
        invitations.withdraw,
        name="withdraw_invitation",
    ),
    path("people/locks/", second_factor.locks, name="locks"),
    path("people/locks/<uuid:public_id>/met/", second_factor.met, name="met"),
    path("people/roles/<uuid:public_id>/end/", people.end, name="end_role"),
    path(
        "people/roles/<uuid:public_id>/alternate/", people.alternate, name="alternate"
    ),
    path("people/roles/<uuid:public_id>/away/", people.away, name="away"),
    path("people/<uuid:public_id>/", people.person, name="person"),
    path("people/<uuid:public_id>/role/", people.give_role, name="give_role"),
    path("people/<uuid:public_id>/disable/", people.disable, name="disable_person"),
    path("people/<uuid:public_id>/enable/", people.enable, name="enable_person"),
    path(
        "people/<uuid:public_id>/second-factor/",
        second_factor.reset,
        name="reset_second_factor",
    ),
    # Bodies
    path("organisations/", bodies.organisations, name="organisations"),
    path("organisations/new/", bodies.new_organisation, name="new_organisation"),
    path("organisations/<uuid:public_id>/", bodies.organisation, name="organisation"),
    path(
        "organisations/<uuid:public_id>/domains/",
        bodies.domains,
        name="organisation_domains",
    ),
    path("organisations/<uuid:public_id>/end/", bodies.end, name="end_organisation"),
    path("public-pages/", own_pages.own_pages, name="own_pages"),
    path("public-pages/waiting/", own_pages.waiting, name="waiting_pages"),
    path("public-pages/<slug:slug>/", own_pages.own_page, name="own_page"),
    path("bank-holidays/", bodies.bank_holidays, name="bank_holidays"),
    path("partnership/", bodies.partnership, name="partnership"),
]
