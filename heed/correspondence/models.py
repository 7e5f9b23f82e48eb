"""What is kept of emails. Those we send hold no words of a case."""

import secrets
import uuid

from django.db import models

from heed.vault.fields import Sealed, SealedJSON
from heed.vault.models import SealedRow

# Why an email about a case did not leave: the case is closed to who it was for by now.
KEPT_BACK = "kept_back"


def a_public_id() -> str:
    """128 random bits for an address."""
    return secrets.token_hex(16)


class OutgoingEmail(SealedRow):
    """An email to one person, kept in the outbox until it has left.

    It holds a reference, dates and links; the recipient's address is sealed, because
    who is written to can tell who referred."""

    public_id = models.CharField(max_length=32, unique=True, default=a_public_id)
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    letter = models.CharField(max_length=60)
    once = models.CharField(max_length=120, unique=True)
    about_case = models.UUIDField(null=True)
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=60, blank=True)
    to_address = Sealed(seal="outgoing_email.to_address")
    fields = SealedJSON(seal="outgoing_email.fields")

    class Meta:
        ordering = ["created_at"]


class IncomingState(models.TextChoices):
    """What became of an email that arrived."""

    WAITING = "waiting", "Waiting for a person"
    BECAME_REFERRAL = "became_referral", "Became a referral"
    JOINED = "joined", "Joined to an existing reference"
    DUPLICATE = "duplicate", "Arrived before"
    ANSWERED = "answered", "Dealt with by a person"


class Proof(models.TextChoices):
    """Whether the mail server could tell that the sender is who they say."""

    PROVEN = "proven", "Sender proven by our mail server"
    FAILED = "failed", "Sender not proven: the check failed"
    NOT_KNOWN = "not_known", "Sender not proven: not checked"


class IncomingEmail(SealedRow):
    """An email as it arrived in the mailbox, and what became of it."""

    public_id = models.CharField(max_length=32, unique=True, default=a_public_id)
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=20, choices=IncomingState)
    arrived_at = models.DateTimeField()
    delivery_mark = models.CharField(max_length=64, blank=True)
    message_mark = models.CharField(max_length=64)
    content_mark = models.CharField(max_length=64)
    sender_proven = models.CharField(max_length=20, choices=Proof)
    automatic = models.BooleanField(default=False)
    same_as = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="copies"
    )
    reference = models.CharField(max_length=40, blank=True)
    owner_kind = models.CharField(max_length=60, blank=True)
    owner_id = models.UUIDField(null=True)
    dealt_with_at = models.DateTimeField(null=True)
    dealt_with_by = models.CharField(max_length=200, blank=True)
    sender = Sealed(seal="incoming_email.sender", null=True)
    subject = Sealed(seal="incoming_email.subject", null=True)
    body = Sealed(seal="incoming_email.body", null=True)
    proof = Sealed(seal="incoming_email.proof", null=True)
    why = Sealed(seal="incoming_email.why", null=True)
    answer = Sealed(seal="incoming_email.answer", null=True)

    class Meta:
        ordering = ["-arrived_at"]
        indexes = [
            models.Index(fields=["partnership", "state"]),
            models.Index(fields=["partnership", "delivery_mark"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "message_mark", "content_mark"],
                name="one_email_a_message",
            )
        ]


class MailboxRead(models.Model):
    """When a partnership's mailbox was last read, and since when it cannot be. Whose
    password has expired gets no emails, and must not take that for a quiet week."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.OneToOneField(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    failure = models.CharField(max_length=60, blank=True)
