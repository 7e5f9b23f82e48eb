"""What is shown of a rapid review, split by noun."""

from heed.rapid_reviews.queries.agencies import (
    is_asked_no_more,
    parts_wanted,
    proposed_for_asking,
    questions_by_kind,
    request_by_link,
    request_called,
    requests_of,
    requests_overdue_for,
    who_can_be_asked,
)
from heed.rapid_reviews.queries.answers import (
    EMAILED,
    answered_by,
    answers_awaited_from,
    answers_begun,
    answers_in,
    answers_to_sign_off,
    draft_saved_at,
    forms_to_log,
    late_answers,
    latest_answer,
    own_request_for,
    papers_of,
    papers_with_it,
    sent_until,
    with_what_stands,
)
from heed.rapid_reviews.queries.decisions import (
    confirmations_of,
    views_are_sealed,
    views_for,
    views_on_review,
    views_opened_in,
)
from heed.rapid_reviews.queries.differences import (
    dated_rows,
    people_as_told,
)
from heed.rapid_reviews.queries.earlier import as_words, earlier_reviews_of
from heed.rapid_reviews.queries.episodes import episodes_of, without_analysis
from heed.rapid_reviews.queries.ladder import days_of_ladder, waiting_requests
from heed.rapid_reviews.queries.matrix import STATIONS, matrix_of
from heed.rapid_reviews.queries.meetings import meetings_of
from heed.rapid_reviews.queries.notes import own_notes_in
from heed.rapid_reviews.queries.panel import (
    A_WINDOW,
    answers_of_the_panel,
    panel_letters_of,
    sent_to_the_panel,
    submission_read_by,
    submission_to_the_panel,
    submissions_of,
    told_in,
    was_sent_to,
)
from heed.rapid_reviews.queries.parts import (
    DECIDED_ELSEWHERE,
    KNOWN_FROM_THE_CASE,
    filled_parts,
    missing_parts,
    part_now,
    part_or_404,
    parts_to_write,
    points_learned,
)
from heed.rapid_reviews.queries.review import (
    decided_on_a_local_review,
    rapid_review_of,
    rapid_review_or_404,
    waits_for_the_panel,
)
from heed.rapid_reviews.queries.scrutiny import scrutiny_of
from heed.rapid_reviews.queries.telling import told_reasons_of, ways_to_tell
from heed.rapid_reviews.queries.thematic import (
    joined_in,
    looked_at_together,
    reviews_to_join,
)
from heed.rapid_reviews.queries.thread import (
    asks_open_in,
    feedback_by_years,
    thread_of,
)
from heed.rapid_reviews.queries.wording import (
    beside_questions,
    worded_rule,
    worded_rules,
)

__all__ = [
    "A_WINDOW",
    "DECIDED_ELSEWHERE",
    "EMAILED",
    "KNOWN_FROM_THE_CASE",
    "STATIONS",
    "answered_by",
    "answers_awaited_from",
    "answers_begun",
    "answers_in",
    "answers_of_the_panel",
    "answers_to_sign_off",
    "as_words",
    "asks_open_in",
    "beside_questions",
    "confirmations_of",
    "dated_rows",
    "days_of_ladder",
    "decided_on_a_local_review",
    "draft_saved_at",
    "earlier_reviews_of",
    "episodes_of",
    "feedback_by_years",
    "filled_parts",
    "forms_to_log",
    "is_asked_no_more",
    "joined_in",
    "late_answers",
    "latest_answer",
    "looked_at_together",
    "matrix_of",
    "meetings_of",
    "missing_parts",
    "own_notes_in",
    "own_request_for",
    "panel_letters_of",
    "papers_of",
    "papers_with_it",
    "part_now",
    "part_or_404",
    "parts_to_write",
    "parts_wanted",
    "people_as_told",
    "points_learned",
    "proposed_for_asking",
    "questions_by_kind",
    "rapid_review_of",
    "rapid_review_or_404",
    "request_by_link",
    "request_called",
    "requests_of",
    "requests_overdue_for",
    "reviews_to_join",
    "scrutiny_of",
    "sent_to_the_panel",
    "sent_until",
    "submission_read_by",
    "submission_to_the_panel",
    "submissions_of",
    "thread_of",
    "told_in",
    "told_reasons_of",
    "views_are_sealed",
    "views_for",
    "views_on_review",
    "views_opened_in",
    "waiting_requests",
    "waits_for_the_panel",
    "was_sent_to",
    "ways_to_tell",
    "who_can_be_asked",
    "with_what_stands",
    "without_analysis",
    "worded_rule",
    "worded_rules",
]
