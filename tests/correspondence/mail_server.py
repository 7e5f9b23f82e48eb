"""A real mail server on this machine: Dovecot, which takes mail in over LMTP and gives
it out over IMAP with TLS."""

import os
import shutil
import signal
import smtplib
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from imap_tools import MailBox

USER, OTHER_USER, PASSWORD = "referrals", "elsewhere", "secret"
OWNER = "mail"
PATIENCE = 60

CONFIGURATION = """
base_dir = {here}/run
state_dir = {here}/run
log_path = {here}/log
protocols = imap lmtp
listen = 127.0.0.1
mail_location = maildir:{here}/mail/%u
mail_uid = {owner}
mail_gid = {owner}
first_valid_uid = 1
auth_username_format = %n
ssl = required
ssl_cert = <{here}/cert.pem
ssl_key = <{here}/key.pem
passdb {{
  driver = passwd-file
  args = {here}/users
}}
userdb {{
  driver = static
  args = uid={owner} gid={owner} home={here}/mail/%u
}}
service imap-login {{
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
"""


@dataclass
class MailServer:
    """Where the server listens, how mail gets in, and how it falls over."""

    here: Path
    imaps: int
    lmtp: int
    process: subprocess.Popen | None = field(default=None, repr=False)

    @property
    def certificate(self) -> Path:
        return self.here / "cert.pem"

    def start(self) -> None:
        """Let it serve; what was delivered before lies there as it lay."""
        command = ["dovecot", "-F", "-c", str(self.here / "dovecot.conf")]
        self.process = subprocess.Popen(
            command, stderr=subprocess.DEVNULL, start_new_session=True
        )
        _wait_for(self.process, self.here, self.imaps, self.lmtp)

    def kill(self) -> None:
        """As when its machine loses power: nothing is said to anybody."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)
        (self.here / "run/master.pid").unlink(missing_ok=True)
        # Its children die a moment later, and hold its doors until then.
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and any(map(_listens, (self.imaps, self.lmtp))):
            time.sleep(0.01)

    def number_anew(self) -> None:
        """As after a move to another machine: what lies there lies under new numbers
        (UIDVALIDITY)."""
        self.kill()
        for path in (self.here / "mail").rglob("dovecot*"):
            path.unlink()
        self.start()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)

    def settings(self, **more) -> dict:
        """What HEED_IMAP_… would say of it."""
        return {
            "host": "localhost",
            "port": self.imaps,
            "user": USER,
            "password": PASSWORD,
            "folder": "INBOX",
            "processed": "Processed",
            "kept_days": 30,
            "certificate": str(self.certificate),
            "partnership": "",
            "authentication_server": "",
        } | more

    def deliver(
        self, raw: bytes, *, sender="neighbour@marrowby.example", to=USER
    ) -> None:
        """Hand a message over as a mail server on the way does."""
        with smtplib.LMTP("127.0.0.1", self.lmtp) as door:
            door.sendmail(sender, [f"{to}@quillshire.example"], raw)

    @contextmanager
    def opened(self, folder="INBOX", user=USER) -> Iterator[MailBox]:
        """The mailbox, as a person's own mail program opens it."""
        context = ssl.create_default_context(cafile=self.certificate)
        box = MailBox("localhost", self.imaps, ssl_context=context)
        with box.login(user, PASSWORD, initial_folder=folder):
            yield box

    def is_empty(self) -> bool:
        """Whether nothing lies in the inbox any more."""
        with self.opened() as box:
            return not box.uids()

    def subjects(self, folder="INBOX") -> list[str]:
        with self.opened(folder) as box:
            return [message.subject for message in box.fetch(mark_seen=False)]


@contextmanager
def a_mail_server() -> Iterator[MailServer]:
    """Dovecot, until the block ends."""
    # The sockets of a server have to have short names.
    here = Path(tempfile.mkdtemp(prefix="heed-mail-", dir="/tmp"))
    imaps, lmtp = a_free_port(), a_free_port()
    try:
        _prepare(here, imaps, lmtp)
        server = MailServer(here, imaps, lmtp)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(here, ignore_errors=True)


def _prepare(here: Path, imaps: int, lmtp: int) -> None:
    here.chmod(0o755)
    (here / "run").mkdir()
    (here / "mail").mkdir()
    shutil.chown(here / "mail", OWNER, OWNER)
    _make_certificate(here)
    users = (f"{user}:{{PLAIN}}{PASSWORD}::::::\n" for user in (USER, OTHER_USER))
    (here / "users").write_text("".join(users))
    said = CONFIGURATION.format(here=here, owner=OWNER, imaps=imaps, lmtp=lmtp)
    (here / "dovecot.conf").write_text(said)


def _wait_for(process, here: Path, *ports: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if all(_listens(port) for port in ports):
            return
        time.sleep(0.05)
    log = here / "log"
    raise RuntimeError(log.read_text() if log.exists() else "Dovecot did not start.")


def _listens(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def a_free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def _make_certificate(here: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (here / "cert.pem").write_bytes(made.public_bytes(pem))
    (here / "key.pem").write_bytes(
        key.private_bytes(
            pem,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
