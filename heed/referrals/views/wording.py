"""The manager puts the partnership's own words on the referral form."""

from django.shortcuts import redirect, render

from heed.partnership.policies import for_roles
from heed.partnership.views.asking import done, posted
from heed.referrals import actions, forms, queries
from heed.rulebook.language import Role

manager = for_roles(Role.MANAGER)


@manager
def form_wording(request):
    partnership = request.person.partnership
    context = {"parts": queries.worded_places(partnership), "partnership": partnership}
    return render(request, "referrals/form_wording.html", context)


@manager
def word_form(request):
    partnership = request.person.partnership
    found = queries.worded_place(partnership, request.GET.get("place", ""))
    form = forms.WordingForm(posted(request), initial={"words": found.words})
    if done(form, _word, request, found, form):
        return redirect("form_wording")
    context = {"form": form, "worded": found, "partnership": partnership}
    return render(request, "referrals/word_form.html", context)


def _word(request, found, form):
    said = form.cleaned_data["words"]
    actions.word_form(
        request.person.partnership,
        place=found.place.slug,
        words="" if said == found.place.ours else said,
        by=request.person,
        at=request.at,
    )
