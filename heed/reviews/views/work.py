"""Beginning a review, its reviewer, its terms, its events."""

from heed.cases import pages as case_pages
from heed.cases.answering import ReasonForm, posted
from heed.cases.queries import case_for, row_for
from heed.partnership.policies import for_case
from heed.rapid_reviews.forms import ToldForm
from heed.reviews import actions, forms, pages, queries
from heed.reviews.models import Appointment, WrittenRequest


def _of_case(request, public_id, form, action, heading, **more):
    case = case_for(request.person, public_id, at=request.at)
    return case_pages.step(request, form, action, case, heading=heading, **more)


def _of_row(request, model, public_id, form, action, heading, **more):
    row = row_for(model, request.person, public_id, at=request.at)
    return case_pages.step(request, form, action, row, heading=heading, **more)


@for_case
def start(request, public_id):
    form = posted(request, ReasonForm)
    more = {
        "pressing": "tells the other partners and the coordinators by email, without "
        "a name. The Panel, the Department for Education and Ofsted hear it from you"
    }
    heading = "Start the local review"
    action = actions.start_local_review
    return _of_case(request, public_id, form, action, heading, **more)


@for_case
def propose(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    people = queries.possible_reviewers(case, at=request.at)
    form = posted(request, forms.ProposeForm, people=people)
    more = {
        "explanation": "Somebody without an account is invited first, under People "
        "and roles.",
        "pressing": "asks them by email to sign in and declare their independence. "
        "They read who proposes them, and nothing of the case",
    }
    heading = "Propose a lead reviewer"
    action = actions.propose_reviewer
    return case_pages.step(request, form, action, case, heading=heading, **more)


@for_case
def own_independence(request, public_id):
    proposed = queries.proposal_for(request.person, public_id, at=request.at)
    form = posted(request, forms.OwnIndependenceForm, shown=proposed)
    return pages.own_independence(request, form, proposed)


@for_case
def independence(request, public_id):
    form = posted(request, forms.IndependenceForm)
    action, heading = actions.record_independence, "A declaration given on paper"
    more = {
        "explanation": "Whoever is proposed declares on their own device, signed in. "
        "Record here only what they gave you on paper: it is shown as that."
    }
    return _of_row(request, Appointment, public_id, form, action, heading, **more)


@for_case
def appoint(request, public_id):
    proposed = row_for(Appointment, request.person, public_id, at=request.at)
    form = posted(request, forms.AppointForm)
    action, heading = actions.appoint_reviewer, "Appoint the lead reviewer"
    more = {"pressing": "tells the reviewer, by email with the reference alone"}
    more |= {"template": "reviews/appoint.html", "context": {"proposed": proposed}}
    return case_pages.step(request, form, action, proposed, heading=heading, **more)


@for_case
def replace(request, public_id):
    form = posted(request, ReasonForm)
    action, heading = actions.replace_reviewer, "End this appointment"
    return _of_row(request, Appointment, public_id, form, action, heading)


@for_case
def tell(request, public_id):
    form = posted(request, ToldForm)
    more = {
        "explanation": "You tell each by its own route, and record each here. The name "
        "of another reviewer is told anew."
    }
    heading = "Who reviews: the Panel, the Department or Ofsted was told"
    action = actions.tell_of_reviewer
    return _of_case(request, public_id, form, action, heading, **more)


@for_case
def ask_reviewer(request, public_id):
    form = posted(request, forms.WrittenRequestForm)
    action, heading = actions.request_from_reviewer, "Ask the reviewer in writing"
    more = {"pressing": "tells the reviewer, by email with the reference alone"}
    return _of_case(request, public_id, form, action, heading, **more)


@for_case
def answer_request(request, public_id):
    asked = row_for(WrittenRequest, request.person, public_id, at=request.at)
    form = posted(request, forms.AnswerForm, shown=asked)
    more = {"heading": "Answer the partners", "explanation": asked.words}
    return case_pages.step(request, form, actions.answer_written_request, asked, **more)


@for_case
def terms(request, public_id):
    form = posted(request, forms.TermsForm)
    heading = "Agree the terms of reference"
    return _of_case(request, public_id, form, actions.agree_terms, heading)


@for_case
def plan_event(request, public_id):
    form = posted(request, forms.EventForm)
    heading = "Plan an event with practitioners"
    return _of_case(request, public_id, form, actions.plan_event, heading)


@for_case
def monitor(request, public_id):
    form = posted(request, forms.MonitoringForm)
    heading = "Note the time and quality of the review"
    return _of_case(request, public_id, form, actions.note_monitoring, heading)


@for_case
def national_report(request, public_id):
    form = posted(request, forms.NationalReportForm)
    action = actions.record_national_report
    heading = "The national report is published"
    more = {
        "explanation": "The Panel publishes its own report. You record it here; that "
        "publishes nothing."
    }
    return _of_case(request, public_id, form, action, heading, **more)


@for_case
def national_report_down(request, public_id):
    form = posted(request, forms.NationalReportDownForm)
    action = actions.remove_national_report
    heading = "The national report was taken down"
    return _of_case(request, public_id, form, action, heading)
