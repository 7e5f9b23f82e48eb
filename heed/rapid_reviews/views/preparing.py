"""What the group writes for its meeting: episodes, themes, the plan, notes of one's
own."""

from django.shortcuts import redirect, render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import attempt, posted
from heed.cases.queries import case_for, row_for
from heed.partnership.policies import for_case
from heed.rapid_reviews import actions, forms, pages, queries
from heed.rapid_reviews.addresses import ONE
from heed.rapid_reviews.models import Episode, WorkingNote
from heed.rapid_reviews.plan import shown_plan
from heed.rapid_reviews.views.one_step import step_page

SCREEN = "meeting_screen"


@for_case
def add_episode(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    places = len(queries.episodes_of(case)) + 1
    form = posted(request, forms.EpisodeForm, places=places)
    more = {"of_review": True, "to": SCREEN}
    heading = "Write a key practice episode"
    return step_page(request, public_id, form, actions.write_episode, heading, **more)


@for_case
def episode(request, public_id):
    kept = row_for(Episode, request.person, public_id, at=request.at)
    places = max(len(queries.episodes_of(kept.case)), kept.place)
    known = pages.known_of_episode(kept)
    form_class = forms.EpisodeAmendedForm
    form = posted(request, form_class, initial=known, shown=kept, places=places)
    more = {"heading": "Change a key practice episode", "to": SCREEN}
    return case_pages.step(request, form, actions.amend_episode, kept, **more)


@for_case
def themes(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    known = {"themes": review.themes}
    form = posted(request, forms.ThemesForm, initial=known, shown=review)
    more = {"heading": "Themes, and earlier reviews on them", "to": SCREEN}
    return case_pages.step(request, form, actions.choose_themes, review, **more)


@for_case
def own_notes(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.NoteForm)
    who = {"by": request.person, "at": request.at}
    if form.is_valid() and attempt(form, actions.write_note, case, **who):
        return redirect("own_notes", public_id)
    notes = queries.own_notes_in(case, request.person, at=request.at)
    context = case_pages.banner(request, case) | {"form": form, "notes": notes}
    return render(request, "rapid_reviews/notes.html", context)


@for_case
def own_note(request, public_id):
    kept = row_for(WorkingNote, request.person, public_id, at=request.at)
    known = {"words": kept.words}
    form = posted(request, forms.NoteForm, initial=known, shown=kept)
    more = {"heading": "Change your working note", "to": "own_notes"}
    return case_pages.step(request, form, actions.amend_note, kept, **more)


@for_case
def plan(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    queries.rapid_review_or_404(case)
    context = case_pages.banner(request, case) | {
        "plan": shown_plan(case),
        **pages.of_plan(case, request.person, at=request.at),
    }
    return render(request, "rapid_reviews/plan.html", context)


@for_case
def plan_day(request, public_id, milestone):
    case = case_for(request.person, public_id, at=request.at)
    chosen = pages.milestone_or_404(case, milestone)
    known = {"planned_on": chosen.on, "take_along": True}
    form = posted(request, forms.PlannedDayForm, initial=known)

    def change(subject, **said):
        return actions.plan_day(subject, milestone=milestone, **said)

    more = {"heading": "Another day in the plan", "to": "rapid_review_plan"}
    more |= {"explanation": f"“{chosen.what}”"}
    return case_pages.step(request, form, change, case, **more)


ADDRESSES = [
    path(f"{ONE}episodes/add/", add_episode, name="write_episode"),
    path("episodes/<str:public_id>/", episode, name="episode"),
    path(f"{ONE}themes/", themes, name="choose_themes"),
    path(f"{ONE}notes/", own_notes, name="own_notes"),
    path("working-notes/<str:public_id>/", own_note, name="own_note"),
    path(f"{ONE}plan/", plan, name="rapid_review_plan"),
    path(f"{ONE}plan/<slug:milestone>/", plan_day, name="plan_day"),
]
