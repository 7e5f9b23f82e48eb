"""A lost second factor: taking it away, and two colleagues who met its owner."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from heed.partnership.actions import record_proof_in_person, reset_second_factor
from heed.partnership.forms import ReasonForm
from heed.partnership.policies import for_roles, shown_afresh
from heed.partnership.queries import lock_of, locks_of, person_of
from heed.partnership.views.asking import done, or_404, posted
from heed.rulebook.language import Role

RUNS = (Role.MANAGER, Role.SYSTEM_ADMINISTRATOR)
COLLEAGUES = (
    *RUNS,
    Role.COORDINATOR,
    Role.DELEGATED_PARTNER,
    Role.SAFEGUARDING_LEAD,
)


@shown_afresh
@for_roles(*RUNS)
def reset(request, public_id):
    found = or_404(person_of, request.person.partnership, public_id)
    form = ReasonForm(posted(request))
    if done(form, _reset, request, found, form):
        return redirect("person", public_id)
    context = {"form": form, "found": found}
    return render(request, "partnership/reset_second_factor.html", context)


def _reset(request, found, form):
    reset_second_factor(
        found,
        partnership=request.person.partnership,
        by=request.person,
        at=request.at,
        **form.cleaned_data,
    )


@for_roles(*COLLEAGUES)
@require_GET
def locks(request):
    standing = locks_of(request.person.partnership, request.at)
    return render(request, "partnership/locks.html", {"locks": standing})


@shown_afresh
@for_roles(*COLLEAGUES)
@require_POST
def met(request, public_id):
    partnership = request.person.partnership
    lock = or_404(lock_of, partnership, public_id, request.at)
    record_proof_in_person(
        lock, partnership=partnership, by=request.person, at=request.at
    )
    return redirect("locks")
