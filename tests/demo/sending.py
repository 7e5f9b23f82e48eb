"""What is sent to the desk's real server by no browser that means well (F27)."""

import re
import socket
from collections.abc import Iterable, Iterator
from contextlib import suppress

ADDRESS = "/refer/status/"
GB, MB = 1024**3, 1024**2
PIECE = bytes(256 * 1024)
FORM = "Content-Type: multipart/form-data; boundary=x"
WORDS = "Content-Type: application/x-www-form-urlencoded"
A_FILE = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n'
A_TOKEN = b'--x\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n'
END = b"\r\n--x--\r\n"
HUNG_UP = 0
TOKEN = "a" * 32  # a form is read only from who sends the same one twice
FORM_BEGINS = A_TOKEN + TOKEN.encode() + b"\r\n" + A_FILE


def zeros(size: int) -> Iterator[bytes]:
    for _ in range(size // len(PIECE)):
        yield PIECE


def a_file_of(size: int) -> tuple[list[str], Iterable[bytes]]:
    """A form with one file that is as long as it says."""
    length = len(FORM_BEGINS) + size + len(END)
    return [FORM, f"Content-Length: {length}"], (FORM_BEGINS, *zeros(size), END)


def cut_off(size: int) -> tuple[list[str], Iterable[bytes]]:
    """A form whose line breaks in the middle of its file."""
    return [FORM, f"Content-Length: {2 * size}"], (FORM_BEGINS, *zeros(size))


def of_one(kind: str, body: bytes) -> tuple[list[str], Iterable[bytes]]:
    return [kind, f"Content-Length: {len(body)}"], [body]


def chunked(size: int) -> tuple[list[str], Iterable[bytes]]:
    """A form that says nothing of its length."""
    head = f"{len(PIECE):x}\r\n".encode()
    pieces = (head + each + b"\r\n" for each in zeros(size))
    return [FORM, "Transfer-Encoding: chunked"], pieces


BASE64 = (
    b'--x\r\nContent-Disposition: form-data; name="words"\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\n" + b"QUJD" * (2 * MB) + END
)
FIELDS = b"&".join(b"field%d=x" % n for n in range(10_000))
FILES = b"\r\n".join(A_FILE.replace(b'"f"', b'"%d"' % n) for n in range(1_000)) + END


def answered(port: int, sent: tuple[list[str], Iterable[bytes]]) -> tuple[int, int]:
    """The status of the answer, or `HUNG_UP`; and how much was sent until then."""
    lines, pieces = sent
    head = [f"POST {ADDRESS} HTTP/1.1", f"Host: localhost:{port}", *lines]
    head += [f"Cookie: heed-form={TOKEN}", "", ""]
    size = 0
    with socket.create_connection(("localhost", port), timeout=120) as call:
        call.sendall("\r\n".join(head).encode())
        with suppress(OSError):
            for piece in pieces:
                if _answers(call):
                    break
                call.sendall(piece)
                size += len(piece)
        with suppress(OSError):
            call.shutdown(socket.SHUT_WR)
        return _status(call), size


def _answers(call: socket.socket) -> bool:
    call.setblocking(False)
    try:
        return bool(call.recv(1, socket.MSG_PEEK))
    except BlockingIOError:
        return False
    finally:
        call.settimeout(120)


def _status(call: socket.socket) -> int:
    try:
        said = call.recv(4096)
    except OSError:
        return HUNG_UP
    found = re.match(rb"HTTP/1.1 (\d+)", said)
    return int(found[1]) if found else HUNG_UP
