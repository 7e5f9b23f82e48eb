"""A real IMAP server and a real SMTP server, for as long as a journey lasts."""

import datetime as dt
import getpass
import os
import shutil
import smtplib
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DOVECOT = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
protocols = imap lmtp
listen = 127.0.0.1
mail_location = maildir:{folder}/mail/%u
mail_uid = {user}
mail_gid = {group}
first_valid_uid = 0
first_valid_gid = 0
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
auth_username_format = %n
ssl = yes
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
disable_plaintext_auth = no
passdb {{
  driver = passwd-file
  args = {folder}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {imaps}
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
service anvil {{
  chroot =
}}
"""


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def a_certificate(folder: Path) -> None:
    """A certificate for localhost that signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    today = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today)
        .not_valid_after(today + dt.timedelta(days=3650))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


@dataclass
class Mailbox:
    """The referral mailbox: deliver to it by LMTP, fetch from it by IMAP over TLS."""

    folder: Path
    imaps: int
    lmtp: int

    @property
    def settings(self) -> dict[str, str]:
        return {
            "HEED_IMAP_HOST": "localhost",
            "HEED_IMAP_PORT": str(self.imaps),
            "HEED_IMAP_USER": "referrals",
            "HEED_IMAP_PASSWORD": "secret",
            "HEED_IMAP_CERTIFICATE": str(self.folder / "cert.pem"),
            "HEED_IMAP_PARTNERSHIP": "quillshire",
        }

    def deliver(self, raw: bytes, sender="neighbour@post.example") -> None:
        """Put a message into the mailbox, as the mail server in front of it does."""
        with smtplib.LMTP("127.0.0.1", self.lmtp) as server:
            server.sendmail(sender, ["referrals"], raw)


@contextmanager
def a_mailbox():
    """Dovecot with one mailbox, started for the block."""
    # Dovecot gives up root, and must still reach its own folder.
    folder = Path(tempfile.mkdtemp(prefix="heed-mailbox-"))
    user = "dovenull" if os.geteuid() == 0 else getpass.getuser()
    import grp
    import pwd

    entry = pwd.getpwnam(user)
    box = Mailbox(folder, a_free_port(), a_free_port())
    a_certificate(folder)
    (folder / "users").write_text("referrals:{PLAIN}secret::::::\n")
    (folder / "mail").mkdir()
    if os.geteuid() == 0:
        for path in (folder, folder / "mail", folder / "users"):
            os.chown(path, entry.pw_uid, entry.pw_gid)
        folder.chmod(0o755)
    config = folder / "dovecot.conf"
    config.write_text(
        DOVECOT.format(
            folder=folder,
            user=user,
            group=grp.getgrgid(entry.pw_gid).gr_name,
            imaps=box.imaps,
            lmtp=box.lmtp,
        )
    )
    program = shutil.which("dovecot") or "/usr/sbin/dovecot"
    running = subprocess.Popen([program, "-F", "-c", str(config)])
    try:
        _wait_for(box.imaps, folder / "log")
        yield box
    finally:
        running.terminate()
        running.wait(timeout=10)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(port: int, log: Path) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"Dovecot did not start: {log.read_text()[-2000:]}")


@dataclass
class PostOffice:
    """An SMTP server that keeps what it is given."""

    port: int
    received: list = field(default_factory=list)

    def to(self, address: str) -> list:
        return [m for m in self.received if m["To"] == address]

    def wait_for(self, address: str, subject: str, seconds: float = 90):
        """The message to this address whose subject has these words, once it is here."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for message in self.to(address):
                if subject in " ".join(message["Subject"].split()):
                    return message
            time.sleep(0.1)
        subjects = [(m["To"], m["Subject"]) for m in self.received]
        raise AssertionError(f"No “{subject}” to {address}; there were {subjects}")


@contextmanager
def a_post_office():
    """An SMTP server on this machine, for the block."""
    office = PostOffice(a_free_port())

    class Keeping(Message):
        def handle_message(self, message):
            office.received.append(message)

    controller = Controller(Keeping(), hostname="127.0.0.1", port=office.port)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()
