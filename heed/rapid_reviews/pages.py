"""What several pages of a rapid review ask and show."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.access import why_not
from heed.cases.answering import attempt
from heed.cases.pages import WORD
from heed.cases.queries import steps_open_to
from heed.cases.steps import Refused
from heed.rapid_reviews import actions, forms, queries
from heed.rapid_reviews.plan import clock_of_the_plan, plan_of
from heed.referrals.queries import agencies_named_in, leads_named_in
from heed.rulebook import process, sources
from heed.rulebook.slipping import PlannedOn, runs_late


def is_opened(case) -> bool:
    """Whether the rapid review of a case is open."""
    return queries.rapid_review_of(case) is not None


OPENING_VIEWS = {
    "explanation": "First views are sealed so that no body’s view leans on another’s. "
    "If you open them, all on the list of the case read them, and your reason.",
    "pressing": "opens the views that were given, for good, and asks the partners and "
    "the coordinators to look, by email without a word of it",
}


TELLING_REASONS = {
    "heading": "Tell who referred what was decided",
    "explanation": "A professional who referred hears it from the safeguarding lead of "
    "their organisation. Nobody else who referred is told more than that our "
    "consideration has ended.",
    "pressing": "emails the lead, without a word of it, that something waits in Heed",
}
JOINING = {
    "heading": "Join the review of another case",
    "explanation": "One review looks at several cases on the same theme. Each case "
    "keeps its own list of people and its own six months; the review and its report "
    "stand in the case that leads. You may choose among the cases that you may open.",
    "pressing": "shows both cases side by side to those who may open both, and asks "
    "the partners and the coordinators to look",
}


def beside_asking(request, case, agencies) -> dict:
    """What stands beside the question which agencies are asked: their questions; and,
    with names on, whom the referrals of the case name there."""
    shown = {"kinds": queries.questions_by_kind(agencies), "button": "Ask them"}
    if not case_pages.names_are_on(request, case):
        return shown
    case_pages.note_identity_read(request, case)
    on = clock.london_date(request.at)
    named, leads = agencies_named_in(case, on=on), leads_named_in(case)
    return shown | {"named": named, "leads": leads}


def proposal_form(review):
    """What is asked of a decision: after the Panel's letter, the reply to it too."""
    answered = queries.panel_letters_of(review.case)
    return forms.ReconsideredForm if answered else forms.ProposalForm


def proposal_heading(review) -> str:
    """What the page says on which a decision is put before the partners."""
    again = " again" if review.decided_outcome else ""
    return f"Put a decision before the partners{again}"


def information_letter(request, form, asked):
    """Ask what a letter requires; the answer is the letter itself, as Word."""
    if form.is_valid():
        try:
            letter = actions.write_information_letter(
                asked, by=request.person, at=request.at, **form.cleaned_data
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return a_word_file(letter, f"letter-{asked.reference}.docx")
    more = {"form": form, "asked": asked, "duty": sources.S16H.cited}
    context = case_pages.banner(request, asked.case) | more
    return render(request, "rapid_reviews/information_letter.html", context)


def own_request(request, form, asked):
    """What one's own organisation was asked and answered, to be signed off."""
    if form.is_valid() and attempt(
        form, actions.sign_off_answer, asked, by=request.person, at=request.at
    ):
        return redirect("own_request", asked.public_id)
    context = {
        "form": form,
        "asked": asked,
        "answer": queries.latest_answer(asked),
        "earlier": asked.answers.count() - 1,
        "may_sign_off": not why_not(
            process.SIGN_OFF_ANSWER, asked, request.person, at=request.at
        ),
    }
    return render(request, "rapid_reviews/own_request.html", context)


def a_word_file(content: bytes, name: str) -> HttpResponse:
    """A Word file as an answer."""
    answer = HttpResponse(content, content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def known_of_episode(episode) -> dict:
    """What a page begins with that sets an episode right."""
    fields = ("happened", "involved", "what", "analysis", "place")
    return {name: getattr(episode, name) for name in fields}


def of_plan(case, person, *, at) -> dict:
    """What the page of the plan shows beside its days."""
    return {
        "clock": clock_of_the_plan(case),
        "runs_late": bool(plan := plan_of(case)) and runs_late(plan),
        "may_plan": "plan_days" in steps_open_to(person, case, at=at),
    }


def milestone_or_404(case, slug: str) -> PlannedOn:
    """A milestone of a case's plan that may be moved; Http404 for any other."""
    for each in plan_of(case):
        if each.slug == slug and not each.is_fixed:
            return each
    raise Http404


def words_of_part(review, part: str) -> str:
    """What a page begins with that asks for a part: its words so far; where it tells of
    earlier reviews and says nothing yet, those that are proposed."""
    said = (review.parts or {}).get(part, "")
    if said or part != "earlier_reviews":
        return said
    return queries.as_words(queries.earlier_reviews_of(review), review.themes)
