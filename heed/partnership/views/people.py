"""The people of a partnership, the roles they hold and who steps in for whom."""

from collections.abc import Callable

from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from heed.partnership.actions import (
    disable_person,
    enable_person,
    end_role,
    grant_role,
    name_alternate,
    say_away,
)
from heed.partnership.forms import AlternateForm, AwayForm, EndRoleForm, GrantForm
from heed.partnership.grants import may_name_alternate, may_say_for, roles_to_give
from heed.partnership.policies import for_roles, for_signed_in, shown_afresh
from heed.partnership.queries import (
    holds_any,
    invitations_seen_by,
    organisations_of,
    partners_of,
    people_seen_by,
    role_held_of,
    roles_ever,
    same_body,
    with_roles,
)
from heed.partnership.views.asking import day_of, done, or_404, posted
from heed.rulebook.language import Role

MAY_SEE = (
    Role.MANAGER,
    Role.COORDINATOR,
    Role.AUDITOR,
    Role.SYSTEM_ADMINISTRATOR,
    Role.SAFEGUARDING_LEAD,
)
MAY_CHANGE = (Role.MANAGER, Role.SYSTEM_ADMINISTRATOR, Role.SAFEGUARDING_LEAD)
# What becomes of what waits for somebody who goes away, for other applications to say:
# callable (role held, at) -> sentences.
GOES_ON: list[Callable] = []
RUNS = (Role.MANAGER, Role.SYSTEM_ADMINISTRATOR)


@for_roles(*MAY_SEE)
@require_GET
def people(request):
    partnership, on = request.person.partnership, day_of(request)
    shown = people_seen_by(request.person, partnership, on)
    return render(
        request,
        "partnership/people.html",
        {
            "people": with_roles(shown, partnership, on),
            "partners": partners_of(partnership, on),
            "invitations": invitations_seen_by(
                request.person, partnership, on=on, at=request.at
            ),
            "may_invite": bool(roles_to_give(request.person, partnership, on)),
        },
    )


@for_roles(*MAY_SEE)
@require_GET
def person(request, public_id):
    partnership, on = request.person.partnership, day_of(request)
    found = _person(request, public_id)
    context = _may(request.person, found, on) | {
        "found": found,
        "today": on,
        "held": roles_ever(found, partnership, on),
    }
    return render(request, "partnership/person.html", context)


def _may(person, found, on) -> dict:
    """What somebody may do about the account and the roles of another."""
    partnership = person.partnership
    return {
        "may_change": bool(roles_to_give(person, partnership, on)),
        "may_run": holds_any(person, partnership, RUNS, on),
        "may_say": may_say_for(person, found.pk, partnership, on),
        "is_oneself": found == person,
    }


@shown_afresh
@for_roles(*MAY_CHANGE)
def give_role(request, public_id):
    partnership, on = request.person.partnership, day_of(request)
    found = _person(request, public_id)
    form = GrantForm(
        posted(request),
        roles=roles_to_give(request.person, partnership, on),
        organisations=organisations_of(partnership, on),
    )
    if done(form, _give, request, found, form):
        return redirect("person", public_id)
    context = {"form": form, "found": found}
    return render(request, "partnership/give_role.html", context)


def _give(request, found, form):
    return grant_role(
        found,
        partnership=request.person.partnership,
        by=request.person,
        at=request.at,
        **form.cleaned_data,
    )


@shown_afresh
@for_roles(*MAY_CHANGE)
def end(request, public_id):
    held = or_404(role_held_of, request.person.partnership, public_id)
    _person(request, held.person.public_id)
    form = EndRoleForm(posted(request))
    if done(form, _end, request, held, form):
        return redirect("person", held.person.public_id)
    return render(request, "partnership/end_role.html", {"form": form, "held": held})


def _end(request, held, form):
    end_role(held, by=request.person, at=request.at, **form.cleaned_data)


@shown_afresh
@for_signed_in
def alternate(request, public_id):
    """The holder of a role, or the manager, says who steps in."""
    held = or_404(role_held_of, request.person.partnership, public_id)
    if not may_name_alternate(request.person, held, day_of(request)):
        raise Http404
    form = AlternateForm(posted(request), people=same_body(held))
    if done(form, _name, request, held, form):
        return redirect("account" if held.person == request.person else "people")
    return render(request, "partnership/alternate.html", {"form": form, "held": held})


def _name(request, held, form):
    name_alternate(held, by=request.person, at=request.at, **form.cleaned_data)


@for_signed_in
def away(request, public_id):
    """A safeguarding lead, or the manager, says when they are back."""
    held = or_404(role_held_of, request.person.partnership, public_id)
    may = may_name_alternate(request.person, held, day_of(request))
    if not may or held.role != Role.SAFEGUARDING_LEAD:
        raise Http404
    form = AwayForm(posted(request), initial={"back_on": held.back_on})
    if done(form, _away, request, held, form):
        return redirect("account" if held.person == request.person else "people")
    goes_on = [each for what in GOES_ON for each in what(held, at=request.at)]
    context = {"form": form, "held": held, "goes_on": goes_on}
    return render(request, "partnership/away.html", context)


def _away(request, held, form):
    say_away(held, by=request.person, at=request.at, **form.cleaned_data)


@shown_afresh
@for_roles(*RUNS)
@require_POST
def disable(request, public_id):
    disable_person(_person(request, public_id), by=request.person, at=request.at)
    return redirect("person", public_id)


@shown_afresh
@for_roles(*RUNS)
@require_POST
def enable(request, public_id):
    enable_person(_person(request, public_id), by=request.person, at=request.at)
    return redirect("person", public_id)


def _person(request, public_id):
    seen = people_seen_by(request.person, request.person.partnership, day_of(request))
    return or_404(seen.get, public_id=public_id)
