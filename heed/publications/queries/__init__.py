"""What is shown of publishing, and the facts that the gate asks for."""

from heed.publications.queries.ahead import (
    comment_for,
    comments_on,
    copies_of,
    texts_changed_since_sent,
    texts_to_send,
    unanswered,
)
from heed.publications.queries.decisions import (
    checked_words_in,
    checked_words_of,
    kept_words_in,
    kept_words_of,
    sent_back_in,
    waits_for_author,
)
from heed.publications.queries.facts import (
    facts_as_published,
    facts_of,
    gate_of,
    recorded_early,
)
from heed.publications.queries.family import (
    OFFERED,
    acceptances_of,
    excused,
    family_told,
)
from heed.publications.queries.names import names_also_used
from heed.publications.queries.public import (
    earlier_withdrawal_or_404,
    earlier_withdrawals_of,
)
from heed.publications.queries.publication import (
    answers_on,
    beside_it,
    publication_of,
    publication_or_404,
    takes_three,
    waits_for_answers,
)
from heed.publications.queries.texts import (
    kinds_to_publish,
    last_scan,
    last_scan_or_404,
    paper_or_404,
    papers_ahead_of,
    papers_of,
    papers_of_case,
    papers_to_send,
    shown_text_or_404,
    texts_ahead_of,
    texts_of,
)
from heed.publications.queries.trying import (
    attempts_at,
    attempts_that_found,
    duties_pointed_out,
    gate_as_approved_or_404,
    gates_as_approved,
    sheet_of,
)

__all__ = [
    "OFFERED",
    "acceptances_of",
    "answers_on",
    "attempts_at",
    "attempts_that_found",
    "beside_it",
    "checked_words_in",
    "checked_words_of",
    "comment_for",
    "comments_on",
    "copies_of",
    "duties_pointed_out",
    "earlier_withdrawal_or_404",
    "earlier_withdrawals_of",
    "excused",
    "facts_as_published",
    "facts_of",
    "family_told",
    "gate_as_approved_or_404",
    "gate_of",
    "gates_as_approved",
    "kept_words_in",
    "kept_words_of",
    "kinds_to_publish",
    "last_scan",
    "last_scan_or_404",
    "names_also_used",
    "paper_or_404",
    "papers_ahead_of",
    "papers_of",
    "papers_of_case",
    "papers_to_send",
    "publication_of",
    "publication_or_404",
    "recorded_early",
    "sent_back_in",
    "sheet_of",
    "shown_text_or_404",
    "takes_three",
    "texts_ahead_of",
    "texts_changed_since_sent",
    "texts_of",
    "texts_to_send",
    "unanswered",
    "waits_for_answers",
    "waits_for_author",
]
