"""Emails out by an outbox, the referral mailbox in, letters and their delivery."""
