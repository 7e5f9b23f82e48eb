"""What was decided of words that could identify somebody, by whom and why.

Each decision is of one form in one sentence. A later version of the text keeps it where
that sentence still stands; where it does not, somebody looks again."""

from django.conf import settings
from django.db import models

from heed.cases.models import CaseRow
from heed.publications.models.texts import Paper, Scan
from heed.vault.fields import Sealed, SealedJSON


def _person():
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )


def _organisation():
    return models.ForeignKey(
        "partnership.Organisation", on_delete=models.PROTECT, related_name="+"
    )


class LeftBehind(CaseRow):
    """Somebody has seen what an uploaded file hides; none of it is published."""

    scan = models.OneToOneField(
        Scan, on_delete=models.PROTECT, related_name="acknowledged"
    )
    person = _person()
    acknowledged_at = models.DateTimeField()


class KeptWord(CaseRow):
    """An identifying word that may stay, in one form and one place, for a reason.

    It stays when two approvers of different bodies have signed it."""

    class Reason(models.TextChoices):
        EVERYDAY_WORD = "everyday_word", "It is an everyday word here, and names nobody"
        FAMILY_WISH = "family_wish", "The family wishes the real name to be used"
        ALREADY_PUBLIC = "already_public", "It is already public"
        OF_A_BODY = "of_a_body", "It belongs to a public body, and leads to nobody"
        MANY_SHARE = "many_share", "Many share this place or day: it leads to nobody"
        ANOTHER = "another", "It means somebody or something else here"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="kept")
    reason = models.CharField(max_length=20, choices=Reason)
    proposed_at = models.DateTimeField()
    form = Sealed(seal="kept_word.form")
    place = Sealed(seal="kept_word.place")
    sentence = Sealed(seal="kept_word.sentence", null=True)
    why = Sealed(seal="kept_word.why")
    legal_advice = Sealed(seal="kept_word.legal_advice", null=True)

    class Meta:
        ordering = ["proposed_at"]


class KeptWordSignature(CaseRow):
    """One approver's name under an exception."""

    kept_word = models.ForeignKey(
        KeptWord, on_delete=models.PROTECT, related_name="signatures"
    )
    person = _person()
    organisation = _organisation()
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["kept_word", "person"], name="one_name_under_an_exception"
            )
        ]


class CheckedWord(CaseRow):
    """Somebody looked at what could identify somebody and does not surely, and says in
    writing why it may stay as it is."""

    class Reason(models.TextChoices):
        ROLE = "role", "It is a role, a public body or a public place"
        EVERYDAY_WORD = "everyday_word", "It is an everyday word here"
        NEEDED = "needed", "The report needs it, and it leads to nobody"
        ALREADY_PUBLIC = "already_public", "It is public already, and adds nothing"

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="checked")
    reason = models.CharField(max_length=20, choices=Reason)
    person = _person()
    answered_at = models.DateTimeField()
    class_of = models.CharField(max_length=30)
    form = Sealed(seal="checked_word.form")
    place = Sealed(seal="checked_word.place")
    sentence = Sealed(seal="checked_word.sentence")
    words = Sealed(seal="checked_word.words")

    class Meta:
        ordering = ["answered_at"]


class SentBack(CaseRow):
    """A text was sent back to who wrote it, with a reason. It waits until the words of
    its places, or of the whole, are others, or whoever sent it back takes that back."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="sent_back")
    person = _person()
    sent_at = models.DateTimeField()
    content_hash = models.CharField(max_length=64)
    places = SealedJSON(seal="sent_back.places")
    taken_back_at = models.DateTimeField(null=True)
    words = Sealed(seal="sent_back.words")
    taken_back_because = Sealed(seal="sent_back.taken_back_because", null=True)

    class Meta:
        ordering = ["sent_at"]
