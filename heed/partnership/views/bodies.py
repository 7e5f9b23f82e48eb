"""The agencies of a partnership, its calendar and how it works."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from heed.partnership.actions import (
    add_organisation,
    amend_bank_holiday,
    amend_organisation,
    amend_partnership,
    end_organisation,
    verify_domain,
)
from heed.partnership.forms import (
    BankHolidayForm,
    EndOrganisationForm,
    NewOrganisationForm,
    OrganisationForm,
    PartnershipForm,
    VerifyDomainForm,
)
from heed.partnership.grants import manages
from heed.partnership.policies import for_roles
from heed.partnership.queries import (
    bank_holiday_changes,
    organisation_of,
    organisations_of,
)
from heed.partnership.verified import domains_of
from heed.partnership.views.asking import day_of, done, initial_of, or_404, posted
from heed.rulebook.language import Role

BUSINESS_UNIT = (Role.MANAGER, Role.COORDINATOR)


@for_roles(*BUSINESS_UNIT)
@require_GET
def organisations(request):
    person, on = request.person, day_of(request)
    context = {
        "organisations": organisations_of(person.partnership),
        "on": on,
        "may_end": manages(person, person.partnership, on),
    }
    return render(request, "partnership/organisations.html", context)


@for_roles(*BUSINESS_UNIT)
def new_organisation(request):
    form = NewOrganisationForm(posted(request))
    if done(form, _add, request, form):
        return redirect("organisations")
    return render(request, "partnership/new_organisation.html", {"form": form})


def _add(request, form):
    lines = dict(form.cleaned_data)
    named = {
        name: lines.pop(name, None)
        for name in ("code", "name", "kind", "active_from", "seat")
    }
    named["domains_confirmed"] = lines.pop("domains_confirmed", False)
    add_organisation(
        request.person.partnership,
        lines=lines,
        by=request.person,
        at=request.at,
        **named,
    )


@for_roles(*BUSINESS_UNIT)
def organisation(request, public_id):
    found = or_404(organisation_of, request.person.partnership, public_id)
    initial = initial_of(found, OrganisationForm)
    initial["mail_domains"] = "\n".join(found.mail_domains)
    form = OrganisationForm(posted(request), initial=initial)
    if done(form, _amend_lines, request, found, form):
        return redirect("organisations")
    context = {"form": form, "organisation": found}
    return render(request, "partnership/organisation.html", context)


def _amend_lines(request, found, form):
    lines = dict(form.cleaned_data)
    confirmed = {"domains_confirmed": lines.pop("domains_confirmed", False)}
    by = {"by": request.person, "at": request.at}
    amend_organisation(found, lines=lines, **confirmed, **by)


def _amend(request, found, form):
    amend_partnership(
        found, choices=form.cleaned_data, by=request.person, at=request.at
    )


@for_roles(*BUSINESS_UNIT)
def domains(request, public_id):
    found = or_404(organisation_of, request.person.partnership, public_id)
    form = VerifyDomainForm(posted(request), domains=found.mail_domains)
    if done(form, _verify, request, found, form):
        return redirect("organisation_domains", public_id)
    context = {"form": form, "organisation": found}
    context["domains"] = domains_of([found])[found.pk]
    return render(request, "partnership/domains.html", context)


def _verify(request, found, form):
    verify_domain(found, by=request.person, at=request.at, **form.cleaned_data)


@for_roles(Role.MANAGER)
def end(request, public_id):
    found = or_404(organisation_of, request.person.partnership, public_id)
    form = EndOrganisationForm(posted(request))
    if done(form, _end, request, found, form):
        return redirect("organisations")
    context = {"form": form, "organisation": found}
    return render(request, "partnership/end_organisation.html", context)


def _end(request, found, form):
    end_organisation(found, by=request.person, at=request.at, **form.cleaned_data)


@for_roles(*BUSINESS_UNIT)
def bank_holidays(request):
    partnership = request.person.partnership
    form = BankHolidayForm(posted(request))
    if done(form, _amend_calendar, request, form):
        return redirect("bank_holidays")
    context = {"form": form, "changes": bank_holiday_changes(partnership)}
    return render(request, "partnership/bank_holidays.html", context)


def _amend_calendar(request, form):
    amend_bank_holiday(
        request.person.partnership,
        by=request.person,
        at=request.at,
        **form.cleaned_data,
    )


@for_roles(Role.MANAGER)
def partnership(request):
    found = request.person.partnership
    initial = initial_of(found, PartnershipForm)
    form = PartnershipForm(posted(request), initial=initial)
    if done(form, _amend, request, found, form):
        return redirect("partnership")
    return render(request, "partnership/partnership.html", {"form": form})
