"""Sends one email to one person by SMTP. Never in clear over a network."""

import hashlib
import smtplib
import ssl
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import getaddresses

from django.conf import settings

from heed.correspondence.writing import letter

SECONDS = 30
ON_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
REFUSED_FOR_EVER = range(500, 600)


class CannotSend(Exception):
    """The email could not be sent; `code` says why without saying to whom."""

    def __init__(self, code: str, *, for_ever: bool = False):
        super().__init__(code)
        self.code, self.for_ever = code, for_ever


def send(email) -> None:
    """Send one email of the outbox. Raises `CannotSend`."""
    smtp = settings.SMTP
    try:
        message = message_of(email)
    except (ValueError, UnicodeError, MessageError):
        raise CannotSend("address_unusable", for_ever=True) from None
    try:
        with smtplib.SMTP(smtp["host"], smtp["port"], timeout=SECONDS) as server:
            _secure(server, smtp)
            if smtp["user"]:
                server.login(smtp["user"], smtp["password"])
            server.send_message(message)
    except smtplib.SMTPRecipientsRefused as problem:
        codes = [code for code, _ in problem.recipients.values()]
        gone = all(code in REFUSED_FOR_EVER for code in codes)
        raise CannotSend("recipient_refused", for_ever=gone) from None
    except smtplib.SMTPException:
        raise CannotSend("server_refused") from None
    except OSError:
        raise CannotSend("server_not_reached") from None


def _secure(server, smtp) -> None:
    if smtp["tls"] == "none" and smtp["host"] in ON_THIS_MACHINE:
        return
    server.starttls(context=ssl.create_default_context())


def the_one_recipient(typed: str) -> Address:
    """The one address that was typed. Raises ValueError for none or for several: what
    is meant for one person is not sent to two."""
    if not typed.strip().isprintable():
        raise ValueError("An address is one line.")
    found = [address for _, address in getaddresses([typed]) if address]
    if len(found) != 1:
        raise ValueError("One email has one recipient.")
    return Address(addr_spec=found[0])


def message_of(email) -> EmailMessage:
    """The message as it leaves."""
    subject, text = letter(email.letter).filled(email.fields)
    message = EmailMessage()
    message["From"] = settings.MAIL_FROM
    message["To"] = the_one_recipient(email.to_address)
    message["Subject"] = subject
    message["Auto-Submitted"] = "auto-generated"
    # The same email sent twice after a fault is one message to the recipient.
    mark = hashlib.sha256(email.once.encode()).hexdigest()[:40]
    message["Message-ID"] = f"<{mark}@{settings.MAIL_FROM.rpartition('@')[2]}>"
    message.set_content(text)
    return message
