"""The rapid review as it goes to the Panel: one pack, written as Word, PDF and JSON."""

from dataclasses import replace

from heed import clock
from heed.cases.deadlines import latest_deadline
from heed.cases.describing import facts_of_child, identity_of, status_of
from heed.cases.holds import how_it_stands, processes_of
from heed.cases.models import Case, SafetyAction
from heed.cases.queries import (
    children_of,
    family_of,
    open_items_of,
    safety_actions_of,
    shown,
)
from heed.cases.sheets import NOT_ANSWERED, last_sheet, reasons_in, shown_sheet
from heed.incidents.queries import awareness_of, standing_notification
from heed.papers.blocks import Block, Run, paragraph, table
from heed.papers.submission import (
    Dates,
    Decision,
    Gap,
    RapidReviewPack,
    SignOff,
    submission_docx,
    submission_pdf,
)
from heed.papers.submission_json import submission_json
from heed.papers.typesetting import drawn
from heed.rapid_reviews import first_page, queries
from heed.rapid_reviews.annex import annex_of
from heed.rapid_reviews.by_pseudonym import FoundName, by_pseudonym, names_in
from heed.rapid_reviews.kept_apart import without_addresses
from heed.rapid_reviews.may_remain import remaining_in, with_what_may_remain
from heed.rapid_reviews.missing import reasons_of, was_late, what_is_missing
from heed.rapid_reviews.models import RapidReview
from heed.rapid_reviews.told_by_rows import genogram_of, told_episodes, told_relations
from heed.rulebook.children import CHILD_FACTS
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE
from heed.rulebook.contents import SUBMISSION
from heed.rulebook.criteria.records import DR_2, DR_3
from heed.rulebook.outcomes import label
from heed.ui.templatetags.days import moment

FORMS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "json": "application/json",
}
VIEWS = {"agrees": "agrees", "dissents": "disagrees"}
NOT_LATE = "It was not late"
NOT_STATUTORY = "None: no notification and no statute asks for this rapid review"
DECIDED = "What the partners decide"
PROPOSED = "What is proposed. The partners have not decided it"
NOTED = "Noted as not known; nobody has said why yet"


def pack_of(rapid_review: RapidReview, *, at, sending=None) -> RapidReviewPack:
    """All that the submission is made of, as things stand, people being called as was
    chosen. `sending` is when it is sent, and why late, as it is being sent. No address
    that is kept apart stands in it."""
    case, named = rapid_review.case, rapid_review.named
    # Addresses first: a street may bear the name of a child.
    pack = without_addresses(
        as_typed(rapid_review, at=at, sending=sending, named=named), case
    )
    if named:
        return pack
    return with_what_may_remain(_called(rapid_review, pack), case)


def _called(rapid_review: RapidReview, pack: RapidReviewPack) -> RapidReviewPack:
    left = rapid_review.names_left or ()
    return by_pseudonym(pack, rapid_review.case, kept=left)


def may_remain(rapid_review: RapidReview, *, at) -> dict[str, list[str]]:
    """What may still name somebody once the family is called by pseudonym, by part."""
    typed = as_typed(rapid_review, at=at, named=False)
    titles = {part.slug: part.title for part in SUBMISSION}
    found = remaining_in(_called(rapid_review, typed), rapid_review.case)
    return {titles.get(part, part): places for part, places in found.items()}


def names_typed(rapid_review: RapidReview, *, at) -> list[FoundName]:
    """The names of the family in what people typed, as the paper would print them."""
    typed = as_typed(rapid_review, at=at, named=False)
    return names_in(typed, rapid_review.case)


def written(pack: RapidReviewPack, form: str) -> bytes:
    """The submission in one of its forms, each from the same pack; what is drawn in it
    as a picture that every program shows."""
    shown = {key: drawn(svg) for key, svg in pack.images.items()}
    pack = replace(pack, images=shown)
    if form == "pdf":
        return submission_pdf(pack)
    word = submission_docx(pack)
    return word if form == "docx" else submission_json(pack, word=word)


def as_typed(
    rapid_review: RapidReview, *, at, named: bool, sending=None
) -> RapidReviewPack:
    """The same with all that people typed as they typed it."""
    case = rapid_review.case
    sent = [(one.sent_at, one.late_reason) for one in queries.submissions_of(case)]
    sent += [sending] if sending else []
    counted = sending[0] if sending else at
    why = {
        NOTIFICATION_DUE: _why_notified_late(case),
        RAPID_REVIEW_DUE: _why_sent_late(case, sent),
    }
    return RapidReviewPack(
        partnership=case.partnership.name,
        reference=case.reference,
        number=len(sent) if sending else 0,
        named=named,
        notification=_reference_of(case),
        dates=_dates(case, counted, sent),
        facts=_facts(case, at, counted, sent, why),
        sections=_sections(rapid_review, named=named),
        gaps=_gaps(rapid_review, at),
        disputed=first_page.disputed(case),
        unsigned=first_page.unsigned(rapid_review),
        late=first_page.late(case, at=counted, reasons=why),
        decisions=_decisions(rapid_review),
        sign_offs=_sign_offs(rapid_review),
        annex=annex_of(rapid_review, named=named),
        images=genogram_of(case, named=named),
    )


def _reference_of(case: Case) -> str:
    notification = standing_notification(case)
    if notification is None and queries.rapid_review_of(case).without_statute:
        return NOT_STATUTORY
    return notification.national_reference if notification else ""


def _facts(case: Case, at, counted, sent, why) -> tuple[tuple[str, str], ...]:
    notification, awareness = standing_notification(case), awareness_of(case)
    notified_late = notification is None or was_late(case, NOTIFICATION_DUE, at=at)
    return (
        ("Reference of the notification", _reference_of(case)),
        ("Incident", case.when_it_happened),
        ("Local authority became aware", _day(awareness and awareness.aware_at)),
        ("Notification sent", _day(notification and notification.sent_at)),
        (
            "Why the notification was late, if it was",
            why[NOTIFICATION_DUE] if notified_late else NOT_LATE,
        ),
        (
            "Sent to the Panel",
            ", again ".join(_day(moment) for moment, _ in sent) or "Not yet",
        ),
        ("Working days used", _days_used(case, counted)),
        ("Why it was sent late, if it was", _sent_late(case, sent, why)),
        ("This paper made", _day(at)),
    )


def _sent_late(case: Case, sent, why) -> str:
    if not sent:
        return "Not sent yet"
    late = was_late(case, RAPID_REVIEW_DUE, at=sent[0][0])
    return why[RAPID_REVIEW_DUE] if late else NOT_LATE


def _dates(case: Case, counted, sent) -> Dates:
    notification, awareness = standing_notification(case), awareness_of(case)
    last = latest_deadline(case, RAPID_REVIEW_DUE)
    so_far = shown(last, at=counted) if last else None
    several_days = case.happened_until != case.happened_on
    return Dates(
        happened_on=case.happened_on,
        happened_until=case.happened_until if several_days else None,
        aware_at=awareness.aware_at if awareness else None,
        notified_at=notification.sent_at if notification else None,
        due_on=last.due_on if last else None,
        sent_at=sent[-1][0] if sent else None,
        working_days_used=so_far.used if so_far else None,
        working_days_allowed=so_far.allowed if so_far else None,
    )


def _days_used(case: Case, at) -> str:
    """Of the fifteen, until it was first sent."""
    last = latest_deadline(case, RAPID_REVIEW_DUE)
    if last is None:
        return ""
    so_far = shown(last, at=at)
    used = f"{so_far.used} of {so_far.allowed}; due {last.due_on:%-d %B %Y}"
    if not so_far.nationally:
        return used
    return (
        f"{used}, as this area counts, from {so_far.counted_from}. By the national "
        f"reading due {so_far.nationally}"
    )


def _why_notified_late(case: Case) -> str:
    notification = standing_notification(case)
    said = notification.late_reason if notification else ""
    return said or reasons_of(case).get("reasons.record_notification", "")


def _why_sent_late(case: Case, sent) -> str:
    said = sent[0][1] if sent else ""
    return said or reasons_of(case).get("reasons.send_to_panel", "")


def _day(moment) -> str:
    return f"{clock.london_date(moment):%-d %B %Y}" if moment else ""


def _sections(
    rapid_review: RapidReview, *, named: bool
) -> dict[str, tuple[Block, ...]]:
    """What Heed knows of each part, and under it what people wrote."""
    known, typed = _known(rapid_review, named=named), rapid_review.parts or {}
    return {
        part.slug: blocks
        for part in SUBMISSION
        if (blocks := (*known.get(part.slug, ()), *_lines(typed.get(part.slug))))
    }


def _lines(words: str | None) -> tuple[Block, ...]:
    return tuple(paragraph(line) for line in words.split("\n")) if words else ()


def _known(rapid_review: RapidReview, *, named: bool) -> dict[str, tuple[Block, ...]]:
    case = rapid_review.case
    return {
        "children": _children(case, named=named),
        "national_view": _national_view(rapid_review),
        "family": (*_family(case, named=named), *told_relations(case, named=named)),
        "episodes": told_episodes(case),
        "agencies": _table(
            ("Agency", "Asked", "Due", "State"),
            [
                (
                    r.organisation.name,
                    _day(r.sent_at),
                    f"{r.due_on:%-d %B %Y}",
                    r.get_state_display(),
                )
                for r in queries.requests_of(case)
            ],
        ),
        "proceedings": _table(
            ("What runs beside it", "How it stands"),
            [
                (one.get_kind_display(), how_it_stands(one))
                for one in processes_of(case)
            ],
        ),
        "safety_actions": _table(
            ("What", "By whom", "By when", "Confirmed", "What came of it"),
            [_of_action(action) for action in safety_actions_of(case)],
        ),
    }


def _of_action(action: SafetyAction) -> tuple[str, ...]:
    owner = [action.owner or "", action.owner_organisation]
    confirmed = [moment(action.confirmed_at), action.confirmed_by]
    return (
        action.what,
        ", ".join(filter(None, owner)),
        moment(action.due_at),
        "Not yet" if action.is_open else ", ".join(filter(None, confirmed)),
        action.outcome or "",
    )


def _family(case: Case, *, named: bool) -> tuple[Block, ...]:
    name = ["Name"] if named else []
    rows = [
        (
            member.shown_as,
            *([member.name] if named else []),
            member.relationship,
            member.get_taking_part_display(),
        )
        for member in family_of(case)
    ]
    return _table(("Family member", *name, "Relationship", "Taking part"), rows)


def _children(case: Case, *, named: bool) -> tuple[Block, ...]:
    """Each child down the page, each fact across from it: nine columns do not fit."""
    children = children_of(case)
    told = [dict(facts_of_child(child)) for child in children]
    who = [dict(identity_of(child)) for child in children] if named else []
    labels = dict.fromkeys(label for each in who for label in each)
    rows = [
        *((label, *(each.get(label, "") for each in who)) for label in labels),
        ("How they are", *map(status_of, children)),
        *((fact.label, *(each[fact] for each in told)) for fact in CHILD_FACTS),
    ]
    header = ("Fact", *(child.shown_as for child in children))
    return _table(header, rows) if children else ()


def _national_view(rapid_review: RapidReview) -> tuple[Block, ...]:
    if not rapid_review.national_view:
        return ()
    answer = rapid_review.get_national_view_display()
    asked = paragraph("Is a national review right? ", Run(f"{answer}.", bold=True))
    return (asked, *_lines(rapid_review.national_reasons))


def _table(header, rows) -> tuple[Block, ...]:
    cells = [tuple(value or "Not stated" for value in row) for row in rows]
    return (table(cells, header=header),) if cells else ()


def _gaps(rapid_review: RapidReview, at) -> tuple[Gap, ...]:
    """Everything that is missing, with the reason that somebody gave: as the answer to
    an open item, or as they typed it."""
    case, said = rapid_review.case, reasons_of(rapid_review.case)
    noted = {item.kind for item in open_items_of(case)}
    return tuple(
        Gap(
            each.part,
            each.words,
            said.get(each.kind)
            or _as_it_was_typed(each.typed, named=rapid_review.named)
            or (NOTED if each.kind in noted else ""),
        )
        for each in what_is_missing(rapid_review, at=at)
        if each.part != "sign_off"
    )


def _as_it_was_typed(typed: str, *, named: bool) -> str:
    """A birth that could not be read says as much of a child as one that could."""
    if not typed:
        return ""
    return f"As typed: {typed}" if named else "A date was typed that cannot be read."


def _decisions(rapid_review: RapidReview) -> tuple[Decision, ...]:
    case, found = rapid_review.case, []
    for record in (DR_2, DR_3):
        if sheet := last_sheet(case, record):
            found += [
                Decision(
                    row["question"],
                    "" if row["answer"] == NOT_ANSWERED else row["answer"],
                    reasons_in(row),
                )
                for row in shown_sheet(sheet, record)
            ]
    if rapid_review.proposed_outcome:
        found.append(
            Decision(
                DECIDED if _is_decided(rapid_review) else PROPOSED,
                label(rapid_review.proposed_outcome),
                rapid_review.proposed_reasons or "",
            )
        )
    return tuple(found)


def _is_decided(rapid_review: RapidReview) -> bool:
    """Whether the three have carried what is before them: until then it is proposed."""
    return rapid_review.decided_outcome == rapid_review.proposed_outcome


def _sign_offs(rapid_review: RapidReview) -> tuple[SignOff, ...]:
    return tuple(
        SignOff(
            body=row["label"],
            name=given.person.name if (given := row["given"]) else "",
            view=VIEWS[given.answer] if given else "",
            on=_day(given.confirmed_at) if given else "",
            words=(given.reasons or "") if given else "",
        )
        for row in queries.confirmations_of(rapid_review)
    )
