"""What fields are, where their names do not say it; and whom each table is about."""

from collections.abc import Mapping, Sequence

from heed.config.written.glosses_of_chronologies import OF_CHRONOLOGIES

# Fields that nearly every table of the casework has, described once.
SHARED: Mapping[str, str] = {
    "id": "The row's own identifier, random; what is sealed is bound to it.",
    "public_id": "The random identifier that stands in addresses of pages.",
    "partnership": "The partnership that the row belongs to; others never see it.",
    "case": "The case that the row belongs to; who may open the case may see the row.",
    "version": "Counts changes, so that nobody overwrites what they have not seen.",
    "data_key": "The key under which the sealed fields of the row are sealed.",
}

# By the seal, which never changes its name; a clear field by its model and name.
GLOSSES: Mapping[str, str] = {
    **OF_CHRONOLOGIES,
    # What goes out, and under whose names
    "hand_over.refusal": "Why the library cannot take it, in its own sentence",
    "briefing.refusal": "Why the library cannot take it, in its own sentence",
    "learning.Briefing.gone_because": "Why it is gone, as a code",
    "learning.Briefing.with_report": "Goes out by the same decision as the report",
    "publications.Publication.planned_for": "The planned moment, to the second",
    "publications.Paper.corrected_on": "The day of each correction that is public",
    "publications.Release.release_at": "The moment at which it goes out by itself",
    "release.reasons": "Why it was taken back",
    "release.barred_by": "Why it did not go out by itself",
    "publications.Joining.share": "With which area, as the case is shared with it",
    "publications.JoiningAnswer.joining": "What was put before the partners of both",
    "publications.JoiningAnswer.area": "For which area the partner answers",
    # Children and families
    "child.also_known_as": "Other names that the child is or was known by",
    "child.born_on": "Date of birth",
    "child.born_as_typed": "The date of birth exactly as somebody typed it",
    "child.due_on": "The day on which an unborn child is expected",
    "child.died_on": "Date of death",
    "child.address": "Where the child lived; where they live now is kept apart",
    "child.identifiers": "Numbers such as that of the health service",
    "child.school": "School, college or nursery",
    "child.religion": "Religion or belief",
    "child.language": "First language",
    "child.disabled": "Whether the child is disabled, as a code",
    "child.needs": "Disability, health or learning needs",
    "child.immigration": "Nationality and immigration, as a code",
    "child.looked_after_by": "The council that looks after the child",
    "child.parental_responsibility": "Who holds parental responsibility",
    "child.plans": "Plans, now or before, as codes",
    "child.plan_words": "Since when, until when and why there was a plan",
    "child.education": "Where the child learns, as a code",
    "child.notes": "What else is known of the child",
    "cases.Child.number": "The first, second, … child of the case",
    "cases.Child.pseudonym": "The name used on screens and in the report",
    "cases.Child.role": "The child whom the case is about, or a brother or sister",
    "cases.Child.status": "Alive, died, not born yet, missing, or not known",
    "cases.Child.harm": "The kind of harm, as a code",
    "cases.Child.legal_status": "Whether and how the child is in care, as a code",
    "family.contact": "How they wish to be reached",
    "family.language": "The language of the interpreter",
    "family.advocate": "Advocate or supporter",
    "family.wishes": "What they have said they want",
    "family.dates_to_avoid": "Birthdays, anniversaries, days in court",
    "family.name_chosen": "The name that they chose to be called in letters",
    "cases.Relation.kin": "How the one is related to the other, as a code",
    "relation.since": "Since when, as far as it is known",
    "relation.until": "Until when, where it has ended",
    "household.people": "The keys of those who live, or lived, in one home",
    "household.since": "Since when, as far as it is known",
    "household.until": "Until when they lived so",
    "cases.FamilyMember.relationship": "Mother, uncle, neighbour, …",
    "cases.FamilyMember.taking_part": "Whether they were asked to take part",
    "cases.FamilyMember.must_not_be_told_address": (
        "Must not be told where the child or another person lives"
    ),
    "family_record.who_counts": "Who counts as family here, and who says so",
    "parallel_process.body": "The force, court, coroner or board that leads it",
    "parallel_process.reference": "Its reference there",
    "parallel_process.contact": "Whom to ask there",
    "parallel_process.next_step": "What happens there next",
    "parallel_process.words": "What else is known of it",
    "cases.CaseShare.other_area": "The other area, which sees what was agreed",
    "cases.CaseShare.outside_name": "The other area, where it is not in this Heed",
    "case_share.contact": "Whom to ask in an area that is not in this Heed",
    "cases.CaseShare.leads": "Which of the two areas leads",
    "cases.CaseShare.parts": "What both agreed that the other area sees",
    "case_share.words": "Who agreed it in writing for both areas",
    "share_note.words": "What one area wrote to the other",
    "cases.ShareNote.written_for": "The area for which it was written",
    "cases.Hold.blocks": "What must wait",
    "cases.Hold.process": "Because of which proceedings, if because of any",
    "cases.Hold.review_on": "The day on which it is looked at again",
    "hold.reason": "Why it must wait, and who asked for that",
    "hold.lifted_because": "Why it may go on",
    "event.support_given": "What support practitioners had",
    "account_request.to_address": "The address to which the link was sent",
    "account_request.code_to_read_out": "The code, until it has been used",
    "own_account.words": "A practitioner's account in their own words",
    "row_question.answer": "What an agency answered about a row of its chronology",
    "row_question.answered_by": "Who answered there, and in which role",
    "row_question.asked": "What an agency was asked about a row of its chronology",
    "row_question.code_to_read_out": "The code, until it has been used",
    "row_question.to_address": "The address to which the link was sent",
    "written_request.words": "What the partners ask the reviewer for in writing",
    "written_request.answer": "What was answered to it",
    "accuracy_comment.answer": "What the reviewer does about the comment",
    "agency_request.requirement": "What the partners require in writing",
    "view_on_review.reasons": "One body's view on a review, and why",
    "told_reasons.words": "What a lead may tell the colleague who referred",
    "joined_review.why": "Why several cases are looked at in one review",
    "views_opened.reasons": "Why sealed views were opened before all were in",
    "confirmation.confirmed": "All that a partner confirmed, as it stood then",
    "known_columns.taught": "Of which file each meaning of a heading was said",
    "told.answer": "What the national body answered, word by word",
    "scrutiny_comment.words": "What the independent scrutineer says",
    "scrutiny_comment.answer": "What the partners answer to the scrutineer",
    "family_record.child_called": "The name that the family uses for the child",
    "family_record.not_told_because": "Why the family was not told, if it was not",
    "family_record.decision_told_as": "What the family hears of the decision",
    "family_record.decision_untold_because": "Why it hears nothing of it yet",
    "family_contact.what_was_said": "What was told to the family, or heard from it",
    "protected_address.address": (
        "Where somebody lives who must not be found; opened with a reason, on record"
    ),
    "address_request.reason": "Why a coordinator needs a protected address",
    "address_request.answer": "Why a manager agreed, or did not",
    "cases.AddressRequest.kept": "The address that is asked for",
    "cases.AddressRequest.outcome": "What a manager answered",
    "cases.AddressRequest.open_until": "The last day on which it may be opened",
    "cases.AddressRequest.used_at": "When it was opened, once",
    "earlier_review.entry": "A review that was public before, waiting to be entered",
    "earlier_withdrawal.title": "What the withdrawn review was called",
    "earlier_withdrawal.reasons": "What was wrong with it",
    "publications.AnswerOnPublication.round": (
        "To which of the things put before the partners it is an answer"
    ),
    "not_material.words": "What changed after the copies, and why it is not material",
    "answer_on_publication.reasons": "One partner's reasons, or dissent",
    "publication.proposed_reasons": "Why to publish otherwise than in full",
    "publications.Publication.days_short": (
        "By how many working days it fell short of seven when it was published"
    ),
    "publications.Publication.round": "Counts what was put before the three partners",
    "child_portrait.words": "Who the child was, for the beginning of the report",
    # How it begins
    "referral.answers": "What was typed into the form, as it was typed",
    "referral.reading": "What Heed understood of it, with its doubts",
    "referral.withheld": "Addresses that were asked to be withheld",
    "referral.receipt_to_show": "The referrer's secret, until it is shown once",
    "referrer.identity": "Name, organisation and how to reach them",
    "referrals.Referral.session_hash": "A mark of the browser in which it is written",
    "referrals.Referral.form_reference": "By what it is called before it is sent",
    "referrals.Referral.resume_hash": "A mark of the secret for coming back to it",
    "referrals.Referral.receipt_hash": "A mark of the referrer's secret (Argon2id)",
    "referrals.Referral.stated_on": "The day on which it reached the partnership",
    "referrals.Referrer.withheld": "Asked that the family is not told",
    # The record of a case
    "step_taken.reasons": "The reasons that the person gave for the step",
    "cases.StepTaken.once": "A mark of the page sent, so that it counts once",
    "rapid_reviews.RapidReview.proposed_decided_on": (
        "The day on which the three decided together, as it is put before them"
    ),
    "rapid_reviews.RapidReview.decided_on": (
        "The day of the decision; the six months of a local review run from it"
    ),
    "rapid_reviews.RapidReview.decision_recorded_on": "The day of the third answer",
    "cases.StepTaken.effective_on": "When it happened, as stated; clocks run from it",
    "cases.StepTaken.edition": "The edition of the guidance that it was taken under",
    "case.happened_on": "The day of the incident, or the first that it can have been",
    "case.happened_until": "The last day on which the incident can have been",
    "cases.Case.kind_of_place": "The kind of place in which it happened, as a code",
    "cases.Case.flags": "Circumstances as codes, such as an inquest",
    "cases.Case.began_with": "A referral, a notification made outside, an enquiry",
    "cases.Case.working_together": "The edition of the guidance that governs it",
    "cases.Case.panel_guidance": "The edition of the Panel's guidance",
    "cases.Deadline.due_on": "Worked out from the day counted from",
    "cases.InterestDeclaration.clear": "Whether it lets the person in",
    "cases.InterestDeclaration.outcome": "What others decided about it",
    "cases.Exclusion.declaration": "What they declared, where that is why",
    "cases.Exclusion.excluded_by": "Who said so last",
    "cases.Exclusion.proposed_by": "The first of the two who let them in",
    "cases.Exclusion.proposed_seat": "The body for which the first spoke",
    "cases.Exclusion.replaced_by": "Who of the same body acts in their place",
    # Rapid review
    "agency_request.code_to_read_out": "Until it is used; told by telephone only",
    "rapid_reviews.AgencyRequest.bound_to": "A mark of the browser that opened it",
    "rapid_reviews.AgencyRequest.first_due_on": "The day that was named first, once "
    "a later one was",
    "agency_answer.author": "Who answered for the organisation",
    "agency_answer.facts": "The full summary, by the names of its questions",
    "answer_draft.answers": "What was typed and is not sent, by its questions",
    "rapid_reviews.RapidReview.themes": "The themes it touches, as codes",
    "rapid_reviews.Episode.place": "Its place in the order",
    "rapid_reviews.PlannedDay.milestone": "Which milestone of the plan",
    "episode.happened": "When it was, in words",
    "episode.involved": "Who was involved: their part, not their name",
    "episode.what": "What was done, or left undone",
    "episode.analysis": "What it shows, and why it happened so",
    "meeting.agreed": "What follows, who does it, by when",
    "working_note.words": "What somebody noted for themselves",
    "rapid_review.parts": "Each part of the rapid review, as written",
    "rapid_review.names_left": "Words that are no names, and stay as typed",
    "rapid_reviews.RapidReview.named": "Whether the paper calls people by name",
    "rapid_reviews.Submission.named": "Whether it called people by name",
    "rapid_reviews.Submission.as_sent": "Its Word file as it stood",
    "rapid_reviews.Submission.as_pdf": "Its PDF as it stood",
    "rapid_reviews.Submission.as_json": "Its JSON as it stood",
    "submission.proof": "What proves that it was sent",
    "rapid_reviews.Submission.missing": "The parts that were missing, by their names",
    "panel_letter.words": "The letter, word by word",
    "panel_letter.feedback_words": "What it says of the quality, in its words",
    "rapid_reviews.PanelLetter.agreed_on": "By which day it is to be answered",
    "rapid_reviews.PanelLetter.feedback": "What it says of the quality, by matters",
    "rapid_reviews.AskedByPanel.answered_in": "The version that answers it",
    "asked_by_panel.words": "One thing that the letter asks for",
    "reply_to_panel.words": "What was replied",
    "incidents.NotificationDecision.dissenting": "The partners who disagreed",
    # Review and report
    "finding.words": "What the reviewer found, in a few words of hers",
    "reviews.Finding.anchor": "The paragraph of the report in which it stands",
    "rapid_reviews.Episode.marked": "The same moment, marked on rows of the chronology",
    "report_version.blocks": "The text of the report, as blocks",
    "report_version.hidden": "What the file hid: comments, deletions, who wrote it",
    "event.what_was_said": "What practitioners said, without names",
    "event_invitation.name": "The practitioner's name",
    "event_invitation.work": "The practitioner's work",
    # Publication
    "scan.findings": "What could identify somebody, and where it stands",
    "scan.left_behind": "What the uploaded file carries beside its text",
    "publications.Scan.scanner": "By which search, and which of its word lists",
    "kept_word.sentence": "A mark of the sentence that the word stands in",
    "checked_word.sentence": "A mark of the sentence that it stands in",
    "publications.CheckedWord.class_of": "What kind of thing was found",
    "sent_back.places": "The paragraphs that it was sent back for",
    "child.former_names": "Names from before an adoption or a protection",
    "family.former_names": "Names that must never be printed",
    "scan.register_mark": "A mark of the names that were searched for",
    "hand_over.bundle": "What is handed down to the library, until it has it",
    "hand_over.pdf": "The PDF of it",
    # Files and emails
    "document.name": "The name of the file",
    "document.digest": "The SHA-256 of its content",
    "documents.Document.stored_as": "The random name of the sealed file in the store",
    "documents.Document.owner_kind": "What kind of thing it belongs to",
    "reading.content": "What was understood of the file",
    "outgoing_email.to_address": "The one recipient",
    "outgoing_email.fields": "What is put into the letter: a reference, a link, dates",
    "correspondence.OutgoingEmail.once": "So that the same email is written once",
    "correspondence.OutgoingEmail.about_case": "The case it tells of: it does not go "
    "to whoever is kept from that one by then",
    "incoming_email.proof": "What our mail server says about the sender",
    "incoming_email.why": "Why it waits for a person",
    "correspondence.IncomingEmail.message_mark": "A keyed mark of its message number",
    "correspondence.IncomingEmail.content_mark": "A keyed mark of its content",
    # People who sign in
    "standing_interest.words": "A name, an employer or a place close to the person",
    "partnership.Person.password": "As an Argon2id hash; empty with a provider",
    "partnership.Person.last_login": "When the person last signed in",
    "partnership.Invitation.token_hash": "A mark of the link that was emailed",
    "desk.CalendarFeed.secret_hash": "A mark of the secret address",
    # The record and the keys
    "audit.Entry.canonical": "The very bytes that were hashed",
    "audit.Entry.link": "The hash of them and of the entry before",
    "audit.Entry.subject_id": "The identifier of what was read or changed",
    "vault.BlindTerm.digest": "A keyed mark of a name, date or number; not readable",
    "vault.KeyWrap.wrapped": "The data key, itself sealed",
}

# What comes with the parts that Heed stands on.
OTHERS: Mapping[str, str] = {
    "contenttypes.ContentType": "The names of the tables. No personal data.",
    "auth.Permission": "Not used: Heed's permissions are in the rulebook.",
    "auth.Group": "Not used.",
    "sessions.Session": (
        "Who is signed in, when and how, and which case's names are switched on. No "
        "words of a case. It ends after eight hours, or fifteen minutes without use."
    ),
    "account.EmailAddress": "The sign-in address again, as the sign-in part needs it.",
    "account.EmailConfirmation": "Not used: an invitation has reached the address.",
    "mfa.Authenticator": (
        "Second factors. Secrets of apps and recovery codes are sealed; of a passkey "
        "only its public half is kept."
    ),
    "socialaccount.SocialApp": "Not used: providers stand in the settings.",
    "socialaccount.SocialAccount": (
        "Which account of an identity provider is which person, and what it asserted."
    ),
    "socialaccount.SocialToken": "Not used: no token of a provider is kept.",
    "usersessions.UserSession": (
        "Where a person is signed in: network address, browser and times, shown to "
        "that person."
    ),
    "django_tasks_database.DBTaskResult": (
        "Background work: identifiers only; of a failure its class and its place."
    ),
}

# Whom a table tells of first. What an application's tables tell of unless named.
CHILDREN, FAMILY = "Children", "Families"
REFERRERS, PROFESSIONALS = "Referrers", "Professionals"
STAFF, NOBODY = "People who sign in", "Nobody"

GROUPS: Mapping[str, str] = {
    CHILDREN: "Children who were harmed or died, and their brothers and sisters",
    FAMILY: (
        "Parents, carers and others who matter to the child, people thought to be "
        "responsible among them"
    ),
    REFERRERS: "Anyone who refers a child or writes to the referral address",
    PROFESSIONALS: (
        "Professionals who knew the child, answer for an organisation or take part in "
        "a review"
    ),
    STAFF: "People who sign in: staff, partners, reviewers, advisers",
    NOBODY: "Nobody: process, dates and keys",
}

OF_AN_APP: Mapping[str, str] = {
    "partnership": STAFF,
    "referrals": CHILDREN,
    "cases": CHILDREN,
    "incidents": CHILDREN,
    "chronologies": CHILDREN,
    "rapid_reviews": CHILDREN,
    "reviews": CHILDREN,
    "publications": CHILDREN,
    "learning": STAFF,
    "panel": STAFF,
    "documents": CHILDREN,
    "correspondence": REFERRERS,
    "desk": STAFF,
    "audit": STAFF,
    "vault": NOBODY,
}

OF_A_TABLE: Mapping[str, Sequence[str]] = {
    NOBODY: (
        "partnership.AreaCovered",
        "partnership.BankHolidayChange",
        "partnership.Partnership",
        "cases.CaseReferences",
        "cases.SpineOfCase",
        "cases.Deadline",
        "cases.DeadlineExtension",
        "audit.Head",
        "publications.PublisherHandedDown",
    ),
    STAFF: (
        "cases.AccessGrant",
        "cases.AddressRequest",
        "cases.Exclusion",
        "cases.InterestDeclaration",
        "cases.StepTaken",
        "incidents.PartnerView",
        "rapid_reviews.Confirmation",
        "rapid_reviews.PlannedDay",
        "rapid_reviews.RuleWording",
        "rapid_reviews.ScrutinyComment",
        "rapid_reviews.ViewOnReview",
        "rapid_reviews.ViewsOpened",
        "reviews.Appointment",
        "reviews.Signature",
        "publications.AnswerOnPublication",
        "publications.Approval",
        "publications.KeptWordSignature",
    ),
    FAMILY: (
        "cases.FamilyContact",
        "cases.FamilyMember",
        "cases.FamilyRecord",
        "cases.Household",
        "cases.Relation",
        "publications.FamilyNotTold",
    ),
    REFERRERS: ("referrals.Referrer",),
    PROFESSIONALS: (
        "partnership.Organisation",
        "rapid_reviews.AgencyAnswer",
        "rapid_reviews.AnswerDraft",
        "rapid_reviews.AgencyRequest",
        "rapid_reviews.RowQuestion",
        "rapid_reviews.Meeting",
        "reviews.AccountRequest",
        "reviews.Event",
        "reviews.OwnAccount",
        "reviews.Invitation",
        "correspondence.OutgoingEmail",
    ),
}


def about(label: str) -> str:
    """Whom a table tells of first: its own group, else that of its application."""
    named = (group for group, labels in OF_A_TABLE.items() if label in labels)
    return next(named, OF_AN_APP[label.partition(".")[0]])
