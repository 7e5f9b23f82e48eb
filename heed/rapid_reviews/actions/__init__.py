"""What people do in a rapid review. Each function is one thing that they do."""

from heed.rapid_reviews.actions.accepting import accept_answer, ask_for_more
from heed.rapid_reviews.actions.answering import (
    answer_request,
    log_answer,
    note_reading_by_link,
    open_from_account,
    open_request,
    refuse_request,
    send_summary,
    sign_off_answer,
)
from heed.rapid_reviews.actions.asking import (
    ask_agencies,
    ask_agency,
    close_requests,
    pass_request_on,
    reissue_code,
    require_information,
    revoke_request,
    send_link_again,
)
from heed.rapid_reviews.actions.deciding import (
    confirm_decision,
    give_view_on_review,
    open_views,
    propose_decision,
    weigh_criteria,
)
from heed.rapid_reviews.actions.drafting import (
    drop_entry,
    save_answers,
    take_back_paper,
    take_in_paper,
    take_over,
)
from heed.rapid_reviews.actions.emailed import (
    leave_emailed_form,
    log_emailed_form,
    take_in_emailed_form,
)
from heed.rapid_reviews.actions.episodes import amend_episode, write_episode
from heed.rapid_reviews.actions.gathering import (
    amend_meeting,
    choose_themes,
    hold_meeting,
    write_part,
)
from heed.rapid_reviews.actions.joining import join_review, leave_joined_review
from heed.rapid_reviews.actions.laddering import climb_the_ladder, set_ladder
from heed.rapid_reviews.actions.letters import write_information_letter
from heed.rapid_reviews.actions.notes import amend_note, write_note
from heed.rapid_reviews.actions.opening import (
    open_local_rapid_review,
    open_rapid_review,
)
from heed.rapid_reviews.actions.panel import (
    answer_as_the_panel,
    choose_names,
    close_without_review,
    keep_told,
    name_untold,
    record_answer_of_body,
    record_panel_answer,
    record_told,
    reopen_rapid_review,
    send_to_panel,
)
from heed.rapid_reviews.actions.planning import plan_day
from heed.rapid_reviews.actions.proofs import add_proof
from heed.rapid_reviews.actions.reminding import (
    remind_of_planned_days,
    remind_of_silent_agencies,
)
from heed.rapid_reviews.actions.scrutiny import (
    answer_scrutineer,
    comment_as_scrutineer,
)
from heed.rapid_reviews.actions.telling import read_told_reasons, tell_reasons
from heed.rapid_reviews.actions.thread import record_panel_feedback
from heed.rapid_reviews.actions.wording import word_rule

__all__ = [
    "accept_answer",
    "add_proof",
    "amend_episode",
    "amend_meeting",
    "amend_note",
    "answer_as_the_panel",
    "answer_request",
    "answer_scrutineer",
    "ask_agencies",
    "ask_agency",
    "ask_for_more",
    "choose_names",
    "choose_themes",
    "climb_the_ladder",
    "close_requests",
    "close_without_review",
    "comment_as_scrutineer",
    "confirm_decision",
    "drop_entry",
    "give_view_on_review",
    "hold_meeting",
    "join_review",
    "keep_told",
    "leave_emailed_form",
    "leave_joined_review",
    "log_answer",
    "log_emailed_form",
    "name_untold",
    "note_reading_by_link",
    "open_from_account",
    "open_local_rapid_review",
    "open_rapid_review",
    "open_request",
    "open_views",
    "pass_request_on",
    "plan_day",
    "propose_decision",
    "read_told_reasons",
    "record_answer_of_body",
    "record_panel_answer",
    "record_panel_feedback",
    "record_told",
    "refuse_request",
    "reissue_code",
    "remind_of_planned_days",
    "remind_of_silent_agencies",
    "reopen_rapid_review",
    "require_information",
    "revoke_request",
    "save_answers",
    "send_link_again",
    "send_summary",
    "send_to_panel",
    "set_ladder",
    "sign_off_answer",
    "take_back_paper",
    "take_in_emailed_form",
    "take_in_paper",
    "take_over",
    "tell_reasons",
    "weigh_criteria",
    "word_rule",
    "write_episode",
    "write_information_letter",
    "write_note",
    "write_part",
]
