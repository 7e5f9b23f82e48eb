"""What is done, as the record's page groups it."""

from heed.rulebook.process import STEPS

READINGS = {
    "open_document": "Opened a file",
    "open_kept_aside": "Opened a file that was kept aside",
    "open_request": "Opened a request by its link",
    "open_request_by_account": "Opened a request from an account",
    "open_row_question": "Opened a question about a row by its link",
    "read_action": "Read an action",
    "read_address_requests": "Read who asked for a protected address",
    "read_answers": "Read what an agency answered",
    "read_case_record": "Read who did and read what in a case",
    "read_briefing": "Read a briefing before it was public",
    "read_chronology": "Read a chronology of a case",
    "read_key": "Opened the key of names of a case",
    "read_by_link": "Read a request again by its link",
    "read_email": "Read an email",
    "read_event": "Read what practitioners said at an event",
    "read_findings": "Read what could identify somebody in a report",
    "read_identities": "Read the names of a case",
    "read_interests": "Read the interests declared in a case",
    "read_minutes": "Read the minutes of a meeting",
    "read_meeting_screen": "Read the screen of the meeting",
    "take_chronology": "Took a copy of a chronology",
    "take_minutes": "Take the minutes of a meeting as Word",
    "read_paper": "Read a paper of a referral or an email",
    "read_public_text": "Read a text before it was public",
    "read_recommendation": "Read a recommendation",
    "read_record": "Read this record",
    "read_referral": "Read a referral",
    "read_report": "Read a draft report",
    "read_submission": "Read what was sent to the Panel",
    "read_shared_case": "Read what another area shares of a case",
    "show_referrer": "Read who referred",
    "show_withheld_address": "Read an address that was withheld",
    "verify_record": "Had the record verified",
}
OTHERS = {
    "accept_invitation": "Accept an invitation",
    "amend_bank_holiday": "Change a bank holiday",
    "amend_partnership": "Change how the partnership works",
    "write_own_page": "Write a public page in the partnership’s own words",
    "agree_to_own_page": "Put up a public page as the second person",
    "begin_referral": "Begin to write a referral",
    "deal_with_email": "Deal with an email",
    "disable_person": "Close an account",
    "enable_person": "Open an account again",
    "export_document": "Put a file into an export",
    "give_new_secret": "Give a referrer a new secret",
    "give_resume_code": "Give a code to come back with",
    "grant_role": "Give somebody a role",
    "index_case": "Make a case findable after an upgrade",
    "index_referral": "Make a referral findable after an upgrade",
    "invite_person": "Invite somebody",
    "lift_reset_lock": "Open cases again to somebody who was met in person",
    "make_backup": "Make a backup",
    "make_calendar_feed": "Make a secret address for a calendar",
    "place_email": "Place an email",
    "publish_own_briefing": "Publish Heed's own briefing",
    "receive_document": "Receive a file",
    "receive_email": "Receive an email",
    "remove_from_mailbox": "Remove from the mailbox what Heed holds",
    "reset_second_factor": "Reset somebody's second step",
    "restore_backup": "Restore a backup",
    "resume_referral": "Go on with a referral",
    "scan_document": "Look through a file",
    "search_referrals": "Look for a referral",
    "set_gap_days": "Choose after how many days a silence is told",
    "set_ladder": "Choose when agencies that have not answered are reminded",
    "set_template_columns": "Choose the columns that agencies fill in",
    "show_receipt_secret": "Show the secret of a receipt",
    "withdraw_document": "Take out a file",
    "write_answer": "Save an agency's answer that is being written",
    "word_form": "Change the words of the referral form",
    "word_rule": "Quote the words of law beside a question",
    "type_rows": "Save rows of a chronology that are being typed",
    "write_family_letter": "Write a letter to the family",
    "write_information_letter": "Write a letter that requires information",
    "write_referral": "Write in a referral",
}
SUBJECTS = {
    "agencyladder": "When agencies are reminded",
    "gapdays": "After how many days a silence is told",
    "templatecolumns": "The columns that agencies fill in",
    "bankholidaychange": "Bank holiday",
    "formwording": "Words of the referral form",
    "rulewording": "Words of law beside a question",
    "roleheld": "Role",
    "secondfactorreset": "Second step",
    "standinginterest": "What is close to somebody",
}
ADDRESSES = {
    slug: STEPS[slug].name
    for slug in (
        "open_protected_address",
        "open_withheld_address",
        "open_agreed_address",
    )
}
READING_CODES = frozenset(READINGS | ADDRESSES)
STEP_CODES = frozenset(STEPS) - READING_CODES
KINDS = (
    ("", "Everything"),
    ("steps", "Steps of a case"),
    ("reading", "Reading of names, files, reports and addresses"),
    ("others", "People, accounts and all else"),
    ("refused", "What was refused"),
)
KINDS_IN_A_CASE = (
    ("", "Everything"),
    ("changes", "What was done"),
    ("reading", "Reading of names, files, reports and addresses"),
    ("refused", "What was refused"),
)
REASONS = {"not_allowed": "it was not theirs to do, or not at that time"}
STEP_NAMES = {slug: step.name for slug, step in STEPS.items()}
NAMES = OTHERS | SUBJECTS | STEP_NAMES | READINGS
