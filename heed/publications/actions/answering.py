"""What could identify somebody and does not surely is answered in writing; what must be
written anew goes back to its author."""

from heed.cases.actions.opening import belonging_to
from heed.cases.steps import Refused, Seen, carrying_out
from heed.deidentify.findings import form_of
from heed.publications.decided import Decided, decided_of
from heed.publications.models import CheckedWord, Paper, Scan, SentBack
from heed.publications.queries import checked_words_of, kept_words_of, marks_of_words
from heed.publications.signed import may_take_back
from heed.publications.texts import text_of
from heed.reviews.queries import latest_report
from heed.rulebook import process

NEVER = (
    "This must never print, whatever stands around it. Replace it: nobody may say that "
    "it stays."
)

TAKES_TWO = (
    "It may be somebody of the register: it stays only by an exception that people of "
    "two bodies sign."
)


def answer_check(
    scan: Scan,
    *,
    finding_id: str,
    reason: str,
    words: str,
    everywhere: bool = False,
    by,
    at,
    seen: Seen | None = None,
) -> list[CheckedWord]:
    """Say in writing why something that could identify somebody may stay as it is: in
    its sentence, or with `everywhere` in each in which the same form was found."""
    step, asked = process.ANSWER_CHECK, {"by": by, "at": at, "seen": seen}
    with carrying_out(step, scan, reasons=words, **asked) as it:
        every = decided_of(
            it.findings, kept_words_of(it.paper), checked_words_of(it.paper)
        )
        this = next((one for one in every if one.finding.id == finding_id), None)
        if this is None or this.finding.is_confirmed:
            raise Refused("This was not found in the text as it was searched last.")
        if this.finding.critical:
            raise Refused(NEVER)
        if this.finding.takes_two:
            raise Refused(TAKES_TWO)
        meant = [one for one in every if _is_alike(one, this)] if everywhere else [this]
        return [
            CheckedWord.objects.create(
                **belonging_to(it.case),
                paper=it.paper,
                reason=reason,
                person=by,
                answered_at=at,
                class_of=one.finding.class_,
                form=one.finding.text,
                place=one.finding.place,
                sentence=one.sentence,
                words=words,
            )
            for one in meant
        ]


def _is_alike(one: Decided, this: Decided) -> bool:
    """The same form found as the same kind of thing, not answered yet or this one."""
    found, other = one.finding, this.finding
    same = form_of(found.text) == form_of(other.text) and found.class_ == other.class_
    return same and not found.takes_two and (one.is_open or one is this)


def send_back(
    scan: Scan,
    *,
    finding_ids: list[str],
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> SentBack:
    """Send a report back to its author, for these places or as a whole: what must be
    written anew, and why. It waits until each of these places reads otherwise, or of a
    report as a whole any of its own words do."""
    step, asked = process.SEND_BACK, {"by": by, "at": at, "seen": seen}
    with carrying_out(step, scan, reasons=reasons, **asked) as it:
        text, report = text_of(it.paper), latest_report(it.case)
        if it.paper.kind != Paper.Kind.REPORT or text is None or report is None:
            raise Refused("These are not the reviewer’s words: write the text anew.")
        if text.content_hash != it.content_hash:
            raise Refused("The text was changed since it was searched. Search again.")
        wanted, marks = set(finding_ids), marks_of_words(text)
        found = [said for said in it.findings if said["id"] in wanted]
        return SentBack.objects.create(
            **belonging_to(it.case),
            paper=it.paper,
            person=by,
            sent_at=at,
            content_hash=report.content_hash,
            places=[
                {
                    "place": said.get("anchor") or said["part"],
                    "form": said["text"],
                    "words": marks.get(said.get("anchor", "")),
                }
                for said in found
            ],
            words=reasons,
        )


def need_not_be_written_anew(
    sent: SentBack, *, reasons: str, by, at, seen: Seen | None = None
) -> SentBack:
    """Say why what one sent back to its author may stay as it is. Who approved it
    before did not know, and approves it anew."""
    step, asked = process.NEED_NOT_BE_WRITTEN_ANEW, {"by": by, "at": at, "seen": seen}
    with carrying_out(step, sent, reasons=reasons, **asked) as it:
        if it.taken_back_at:
            raise Refused("That was said already.")
        if not may_take_back(it, by, at=at):
            raise Refused("Only whoever sent it back says that it may stay as it is.")
        it.taken_back_at, it.taken_back_because = at, reasons
        it.save(update_fields=["taken_back_at", "taken_back_because"])
    return it
