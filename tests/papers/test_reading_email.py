"""Emails: who sent them, what they wrote, what is attached."""

import base64
import struct
import time
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.limits import Kind
from heed.papers.paper import read_paper
from heed.papers.read_eml import DEEPEST, MOST_PARTS, read_message
from heed.papers.reading import read_blocks
from heed.papers.winmail import unpacked
from tests.papers.factories_in import a_docx, an_email, an_ole, grid

FORM = grid(
    ["Name of referrer", "Ann Lark"],
    ["Referring agency", "Quillshire School"],
    ["Name of child", "Leo Fernwood"],
    ["Date of birth", "3/4/2019"],
    ["Date of incident", "28 Feb"],
)


def test_the_envelope_is_read():
    message = read_message(
        bytes(
            an_email(
                Reply_To="office@school.example",
                Authentication_Results="mx.quillshire.example; spf=pass; dkim=fail; "
                "dmarc=none",
            )
        )
    )

    assert (message.sender, message.sender_name) == (
        "a.lark@school.example",
        "Ann Lark",
    )
    assert message.reply_to == "office@school.example"
    assert message.sent == "2026-03-04T16:05:00+00:00"
    assert message.subject == "Referral"
    assert message.message_id == "<one@school.example>"
    assert dict(message.authentication) == {
        "server": "mx.quillshire.example",
        "spf": "pass",
        "dkim": "fail",
        "dmarc": "none",
    }


def test_only_the_nearest_server_is_believed_about_the_sender():
    message = an_email()
    message["Authentication-Results"] = "mx.quillshire.example; dmarc=fail"
    message["Authentication-Results"] = "mx.evil.example; dmarc=pass; spf=pass"

    assert read_message(bytes(message)).authentication["dmarc"] == "fail"
    assert "spf" not in read_message(bytes(message)).authentication


def test_names_of_attachments_in_any_script_are_kept_and_paths_are_not():
    message = an_email(
        attachments=[("Réferral – Ní.docx", b"x"), ("..\\..\\a.docx", b"y")]
    )

    names = [each.name for each in read_message(bytes(message)).attachments]
    assert names == ["Réferral – Ní.docx", "a.docx"]


def test_a_wrong_character_set_loses_no_word():
    raw = (
        b"From: a@b.example\r\nContent-Type: text/plain; charset=nonsense\r\n\r\n"
        b"Siobh\xe1n was seen."
    )

    assert read_message(raw).body == "Siobhán was seen."


def test_a_message_that_is_only_a_page_is_read_as_words():
    message = EmailMessage()
    message["From"] = "a@b.example"
    message.set_content(
        "<style>p {}</style><p>Name:&nbsp;Ann</p><script>x()</script><p>Tel: 1</p>",
        subtype="html",
    )

    assert read_message(bytes(message)).body.split() == ["Name:", "Ann", "Tel:", "1"]


def test_a_forwarded_message_is_opened_with_what_is_attached_to_it():
    inner = an_email("The form, as promised.", attachments=[("form.docx", b"x")])
    outer = an_email("Please see below.")
    outer.add_attachment(inner)

    message = read_message(bytes(outer))

    assert message.body == "Please see below.\n\nThe form, as promised."
    assert [(a.name, a.depth) for a in message.attachments] == [("form.docx", 1)]


def test_a_message_attached_as_a_file_is_opened_too():
    inner = an_email("Inner words.", attachments=[("form.docx", b"x")])

    message = read_message(bytes(an_email(attachments=[("mail.eml", bytes(inner))])))

    assert "Inner words." in message.body
    assert [each.name for each in message.attachments] == ["form.docx"]


def test_messages_inside_messages_are_opened_to_a_depth_and_then_kept():
    message = an_email("0")
    for number in range(1, DEEPEST + 4):
        outer = an_email(str(number))
        outer.add_attachment(message)
        message = outer

    read = read_message(bytes(message))

    assert len(read.body.split()) == DEEPEST + 1
    assert read.attachments
    assert "messages in each other" in read.problems[0]


def test_a_message_of_too_many_parts_is_read_up_to_the_limit():
    parts = [(f"{n}.txt", b"x") for n in range(MOST_PARTS + 50)]

    read = read_message(bytes(an_email(attachments=parts)))

    assert len(read.attachments) < MOST_PARTS
    assert str(MOST_PARTS) in read.problems[0]


def a_winmail(name: str) -> bytes:
    """One attachment as Outlook packs it: a short name first, then its long one."""

    def attribute(number: int, content: bytes) -> bytes:
        return struct.pack("<BII", 2, number, len(content)) + content + b"\x00\x00"

    long = (name + "\x00").encode("utf-16-le")
    more = struct.pack("<IHHI", 2, 3, 0x0E20, 8)
    more += struct.pack("<HHII", 0x1F, 0x3707, 1, len(long)) + long
    return (
        b"\x78\x9f\x3e\x22\x01\x00"
        + attribute(0x69002, b"\x00" * 14)
        + attribute(0x18010, b"REFERR~1.DOC\x00")
        + attribute(0x6800F, b"the form")
        + attribute(0x69005, more)
    )


def test_a_winmail_file_is_noticed():
    read = read_message(bytes(an_email(attachments=[("winmail.dat", b"\x78\x9f")])))

    assert "winmail.dat" in read.problems[0]


def test_what_outlook_packed_into_winmail_is_taken_out():
    read = read_message(
        bytes(an_email(attachments=[("winmail.dat", a_winmail("Réferral form.docx"))]))
    )

    assert [(each.name, each.data) for each in read.attachments] == [
        ("Réferral form.docx", b"the form"),
        ("winmail.dat", a_winmail("Réferral form.docx")),
    ]
    assert read.problems == ()


@given(at=st.integers(0, 200), new=st.binary(max_size=8))
def test_a_broken_winmail_is_none_or_some_files(at, new):
    whole = a_winmail("form.docx")
    assert isinstance(unpacked(whole[:at] + new + whole[at + len(new) :]), list)


@pytest.mark.parametrize(
    "broken",
    [
        b"Content-Disposition: attachment; filename*=unicode_escape''%5Cud800",
        b"Content-Disposition: attachment; filename*0*=utf-7''+2AA-; filename*1=x",
        b"Content-Type: application/pdf; name*=utf-7''+2AA-",
        b"Date: Mon, 99 Foo 99999999999999999999 99:99:99 +9999999",
    ],
)
def test_a_broken_header_loses_no_other_part_of_the_message(broken):
    raw = (
        b"From: a@b.example\nMIME-Version: 1.0\nSubject: Referral\n"
        b"Content-Type: multipart/mixed; boundary=x\n\n"
        b"--x\n\nName of child: Leo\n--x\n" + broken + b"\n\nthe form\n--x--\n"
    )
    read = read_message(raw)

    assert "Leo" in read.body
    assert "the form" in read.body or read.attachments[0].data == b"the form"


BASE64 = st.binary(max_size=90).map(base64.b64encode)
FOREIGN = st.text("=AZaz09+/ \t\n*!", max_size=60).map(str.encode)


@given(said=st.one_of(BASE64, FOREIGN, st.builds(bytes.__add__, BASE64, FOREIGN)))
def test_base64_is_decoded_as_python_does_it_whatever_is_in_it(said):
    raw = (
        b"MIME-Version: 1.0\nContent-Type: image/png; name=a.png\n"
        b"Content-Transfer-Encoding: base64\n\n" + said
    )
    part = message_from_bytes(
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        + raw
        + b"\n--x--\n",
        policy=default,
    )
    (expected,) = [each.get_payload(decode=True) for each in part.iter_parts()]

    (found,) = read_message(part.as_bytes()).attachments
    assert found.data == expected


def test_a_name_that_turns_the_line_around_is_straightened():
    message = an_email(
        attachments=[("form\u202excod.exe", b"x"), ("a\u200bb.txt", b"y")]
    )

    names = [each.name for each in read_message(bytes(message)).attachments]
    assert names == ["formxcod.exe", "ab.txt"]


def test_five_hundred_parts_and_fifty_messages_deep_are_read_within_the_limits():
    many = an_email(attachments=[(f"{n}.txt", b"x") for n in range(500)])
    deep = an_email("0")
    for number in range(50):
        outer = an_email(str(number))
        outer.add_attachment(deep)
        deep = outer

    for message in (many, deep):
        begun = time.process_time()
        assert read_message(bytes(message)).problems
        assert time.process_time() - begun < 5


@given(raw=st.binary(max_size=600))
def test_any_bytes_are_some_message(raw):
    assert read_message(raw).body is not None


@given(
    name=st.text(min_size=1, max_size=40).filter(str.strip),
    words=st.text(max_size=80),
)
def test_whatever_a_header_says_it_is_one_line(name, words):
    raw = f"From: a@b.example\nSubject: {name}\nDate: {words}\n\nx".encode(
        "utf-8", "surrogatepass"
    )
    message = read_message(raw)

    assert "\n" not in message.subject + message.sent + message.message_id


def test_a_message_is_read_as_blocks_with_its_headers_beside():
    reading = read_blocks(bytes(an_email("One.\n\nTwo.")), "mail.eml")

    assert reading.kind is Kind.EML
    assert [block.text for block in reading.document.blocks] == ["One.", "Two."]
    assert reading.hidden.metadata["From"] == "a.lark@school.example"


# A message as a referral


def test_the_form_that_came_with_a_message_is_the_referral():
    message = an_email(
        attachments=[("notes.docx", a_docx("Thanks.")), ("form.docx", a_docx(FORM))]
    )

    referral = read_paper(bytes(message), "mail.eml", "referral")

    assert referral["channel"] == "email"
    assert referral["received_at"] == "2026-03-04T16:05:00+00:00"
    assert referral["children"][0]["given"] == "Leo"
    assert referral["incident"]["date"]["iso"] == "2026-02-28"
    assert [(a["name"], a["form"]) for a in referral["attachments"]] == [
        ("notes.docx", False),
        ("form.docx", True),
    ]


def test_a_message_without_a_form_is_kept_whole_and_flagged():
    referral = read_paper(bytes(an_email("A baby is hurt.")), "mail.eml", "referral")

    assert referral["flags"][0]["name"] == "no_form"
    assert referral["unread"] == [{"label": "", "answer": "A baby is hurt."}]
    assert referral["children"] == []


def test_a_message_that_answers_our_questions_in_its_text_is_a_form():
    body = "Child's name: Leo Fernwood\nDate of birth: 3/4/19\nReferred by: Ann Lark"

    referral = read_paper(bytes(an_email(body)), "mail.eml", "referral")

    assert referral["children"][0]["family"] == "Fernwood"
    assert referral["referrer"]["name"] == "Ann Lark"


def test_a_message_with_two_forms_says_so():
    forms = [("one.docx", a_docx(FORM)), ("two.docx", a_docx(FORM))]

    referral = read_paper(bytes(an_email(attachments=forms)), "mail.eml", "referral")

    assert [each["form"] for each in referral["attachments"]] == [True, True]


@pytest.mark.parametrize(
    "attachment", [an_ole("EncryptedPackage"), b"", b"<html>x</html>"]
)
def test_an_attachment_that_cannot_be_read_does_not_lose_the_message(attachment):
    message = an_email("Name of child: Leo", attachments=[("form.docx", attachment)])

    referral = read_paper(bytes(message), "mail.eml", "referral")

    assert referral["attachments"][0]["refused"].endswith(".")
    assert "Leo" in str(referral["unread"])
