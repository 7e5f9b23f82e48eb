"""What is done, as the record's page groups it."""

from heed.rulebook.process import STEPS

READINGS = {
    "open_document": "Opened a file",
    "open_kept_aside": "Opened a file that was kept aside",
    "open_request": "Opened a request by its link",
    "read_address_requests": "Read who asked for a protected address",
    "read_answers": "Read what an agency answered",
    "read_case_record": "Read who did and read what in a case",
    "read_briefing": "Read a briefing before it was public",
    "read_by_link": "Read a request again by its link",
    "read_email": "Read an email",
    "read_findings": "Read what could identify somebody in a report",
    "read_identities": "Read the names of a case",
    "read_interests": "Read the interests declared in a case",
    "read_minutes": "Read the minutes of a meeting",
    "read_public_text": "Read a text before it was public",
    "read_record": "Read this record",
    "read_referral": "Read a referral",
    "read_report": "Read a draft report",
    "show_referrer": "Read who referred",
    "show_withheld_address": "Read an address that was withheld",
    "verify_record": "Had the record verified",
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
NAMES = {slug: step.name for slug, step in STEPS.items()} | READINGS
