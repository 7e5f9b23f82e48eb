import gzip
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.library import actions
from heed.library.addresses import canonical
from heed.library.files_beside import FilesBeside
from heed.library.kept_pages import KeptPage, KeptPages
from tests.library import quillshire
from tests.library.making import AT, GOLDCREST, a_bundle, published

pytestmark = pytest.mark.django_db(databases=["library"])

REPORT = "/p/quillshire/publications/goldcrest/"
PDF = f"{REPORT}goldcrest.pdf"


def test_a_page_is_made_once(visitor, django_assert_num_queries):
    published()
    visitor.get(REPORT)

    with django_assert_num_queries(0, using="library"):
        assert visitor.get(REPORT).status == 200


def test_what_is_withdrawn_is_gone_at_the_very_next_request(visitor):
    published()
    read = (REPORT, PDF, f"{REPORT}goldcrest.txt")
    assert [visitor.get(path).status for path in read] == [200, 200, 200]

    actions.withdraw(GOLDCREST, 1, at=AT)

    assert [visitor.get(path).status for path in read] == [410, 410, 410]


def test_every_process_says_so(new_door):
    published()
    doors = [new_door(), new_door()]
    assert {door.get(REPORT).status for door in doors} == {200}

    actions.withdraw(GOLDCREST, 1, at=AT)

    assert {door.get(REPORT).status for door in doors} == {410}


def test_a_withdrawn_page_says_nothing_of_what_it_was(visitor):
    published()
    actions.withdraw(GOLDCREST, 1, at=AT)

    for path in (REPORT, PDF, "/", "/publications/", "/feed.atom", "/sitemap.xml"):
        assert "bruis" not in visitor.get(path).text.lower()
        if path not in {REPORT, PDF}:
            assert "goldcrest" not in visitor.get(path).text.lower()
    assert "a local child safeguarding practice review" not in visitor.get(REPORT).text


def test_a_correction_is_read_at_the_next_request(visitor):
    published()
    visitor.get(REPORT)

    actions.receive(a_bundle(version=2, title="Goldcrest, corrected"), at=AT)

    assert "<h1>Goldcrest, corrected</h1>" in visitor.get(REPORT).text


def test_the_tag_of_a_page_is_the_same_in_every_process(new_door):
    published()
    one, other = new_door(), new_door()

    assert one.get(REPORT).headers["etag"] == other.get(REPORT).headers["etag"]
    assert one.get(REPORT).headers["etag"] != one.get("/").headers["etag"]


@pytest.mark.parametrize("accepted", ["", "gzip", "br, gzip;q=0.5", "*"])
def test_who_has_the_page_already_gets_no_copy(visitor, accepted):
    published()
    first = visitor.get(REPORT, accept_encoding=accepted)

    again = visitor.get(
        REPORT,
        accept_encoding=accepted,
        if_none_match=f'"other", W/{first.headers["etag"]}',
    )

    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["cache-control"] == "public, no-cache"


def test_a_page_that_changed_is_sent_whole(visitor):
    published()
    tag = visitor.get(REPORT).headers["etag"]
    actions.receive(a_bundle(version=2, title="Goldcrest, corrected"), at=AT)

    assert visitor.get(REPORT, if_none_match=tag).status == 200


def test_a_withdrawn_page_is_never_answered_as_unchanged(visitor):
    published()
    actions.withdraw(GOLDCREST, 1, at=AT)
    tag = visitor.get(REPORT).headers["etag"]

    assert visitor.get(REPORT, if_none_match=tag).status == 410
    assert visitor.get(REPORT, if_none_match="*").status == 410


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("deflate, gzip;q=1.0, br", True),
        ("gzip;q=0", False),
        ("gzip;q=0.0, *", False),
        ("identity", False),
        ("", False),
    ],
)
def test_a_page_is_packed_for_those_who_take_it_so(visitor, accepted, packed):
    published()

    answer = visitor.get(REPORT, accept_encoding=accepted)

    assert (answer.headers.get("content-encoding") == "gzip") == packed
    assert answer.headers["vary"] == "Accept-Encoding"
    body = gzip.decompress(answer.body) if packed else answer.body
    assert body == visitor.get(REPORT).body
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_head_is_get_without_the_body(visitor):
    published()

    head, whole = visitor.get(REPORT, method="HEAD"), visitor.get(REPORT)

    assert head.body == b""
    assert (head.status, head.headers) == (whole.status, whole.headers)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "X"])
def test_the_public_door_only_answers_questions(visitor, method):
    answer = visitor.get("/", method=method)

    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_nobody_gets_a_cookie_and_none_is_read(visitor):
    quillshire.fill()

    for path in quillshire.PATHS:
        plain = visitor.get(path)
        dressed = visitor.get(
            path, cookie="sessionid=x", accept_language="cy", host="y"
        )
        assert "set-cookie" not in plain.headers
        assert "cookie" not in plain.headers.get("vary", "").lower()
        assert dressed == plain


def test_every_answer_carries_what_protects_its_reader(visitor):
    quillshire.fill()

    for path in (*quillshire.PATHS, "/none/", "/p/none/"):
        headers = visitor.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cache-control"] in {"public, no-cache", "no-store"}


def test_a_stranger_cannot_fill_the_memory_with_copies_of_one_page(visitor):
    published()
    for n in range(20):
        visitor.get(f"/publications/?utm_source={n}&x[]={n}")
        visitor.get(f"/publications/?page=1&kind=&{n}")

    assert len(visitor.door._kept) == 2


def test_pages_that_are_not_there_are_not_kept(visitor):
    for n in range(5):
        assert visitor.get(f"/p/none-{n}/").status == 404

    assert len(visitor.door._kept) == 0


@given(st.text(max_size=60))
def test_a_query_has_one_canonical_form(query):
    assert canonical(canonical(query)) == canonical(query)


def test_a_query_keeps_what_chooses_and_drops_the_rest():
    assert canonical("theme=b&z=1&kind=report&kind=other&q=") == "kind=report&theme=b"
    assert canonical("&".join(["a=1"] * 1000)) == ""
    assert len(canonical("q=" + "x" * 10_000)) < 250
    cut = canonical("q=" + "fathers+" * 1_000)
    assert canonical(cut) == cut


def test_the_memory_is_bounded_and_the_idlest_page_leaves_first():
    kept = KeptPages(limit=4_000)
    for n in range(10):
        kept.get("v", "first")
        kept.keep("v", "first" if n == 0 else n, KeptPage("200 OK", {}, b"x" * 900))

    assert kept.size <= 4_000
    assert kept.get("v", "first")
    assert kept.get("v", 1) is None


def test_a_page_made_twice_is_counted_once():
    kept = KeptPages(limit=4_000)
    kept.get("v", "page")
    for _ in range(3):
        kept.keep("v", "page", KeptPage("200 OK", {}, b"x" * 900))

    assert (len(kept), kept.size) == (1, 900)


def test_a_page_too_large_to_keep_is_not_kept():
    kept = KeptPages(limit=4_000)
    kept.get("v", "page")
    kept.keep("v", "page", KeptPage("200 OK", {}, b"x" * 1_001))

    assert len(kept) == 0


def test_a_page_of_an_older_version_is_not_kept():
    kept = KeptPages(limit=4_000)
    kept.get("new", "page")
    kept.keep("old", "page", KeptPage("200 OK", {}, b"old"))

    assert kept.get("new", "page") is None


@given(
    body=st.binary(min_size=1, max_size=300),
    start=st.integers(0, 400),
    end=st.none() | st.integers(0, 400),
)
def test_a_part_of_a_file_is_that_part_of_its_bytes(body, start, end):
    page = KeptPage("200 OK", {"Accept-Ranges": "bytes"}, body)
    last = len(body) - 1 if end is None else min(end, len(body) - 1)

    answer = page.answer({"HTTP_RANGE": f"bytes={start}-{'' if end is None else end}"})

    if start > last:
        assert answer.status.startswith("416")
        assert ("Content-Range", f"bytes */{len(body)}") in answer.headers
    else:
        assert answer.status.startswith("206")
        assert answer.body == body[start : last + 1]
        assert dict(answer.headers)["Content-Range"] == (
            f"bytes {start}-{last}/{len(body)}"
        )


@given(body=st.binary(min_size=1, max_size=300), length=st.integers(0, 400))
def test_the_end_of_a_file_may_be_asked_for(body, length):
    page = KeptPage("200 OK", {"Accept-Ranges": "bytes"}, body)

    answer = page.answer({"HTTP_RANGE": f"bytes=-{length}"})

    assert answer.body == (body[-length:] if length else b"")
    assert answer.status.startswith("206" if length else "416")


def test_a_pdf_is_sent_in_parts_only_while_it_is_the_same(visitor):
    published()
    whole = visitor.get(PDF)
    tag = whole.headers["etag"]

    assert visitor.get(PDF, range="bytes=5-9", if_range=tag).body == whole.body[5:10]
    assert visitor.get(PDF, range="bytes=5-9", if_range='"old"').body == whole.body
    assert visitor.get(PDF, range="bytes=1-2,4-5").body == whole.body
    assert visitor.get(PDF, range="lines=1-2").body == whole.body
    assert "content-encoding" not in visitor.get(PDF, accept_encoding="gzip").headers


def test_a_reader_in_clear_is_sent_to_the_secure_address(new_door):
    secure = new_door(address="https://localhost")

    answer = secure.get("/publications/?kind=report&x=1")
    assert answer.status == 301
    assert answer.headers["location"] == "https://localhost/publications/?kind=report"
    assert secure.get("/", x_forwarded_proto="https").status == 200


def test_a_fault_is_said_without_a_word_of_what_it_was(new_door, caplog):
    def fails():
        raise RuntimeError("the secret cause")

    answer = new_door(version=fails).get("/")

    assert answer.status == 503
    assert "secret" not in answer.text
    assert "the secret cause" in caplog.text


def test_no_page_names_who_serves_it(visitor):
    published()
    answer = visitor.get("/")

    assert "server" not in answer.headers
    assert not re.search(r"django|python|heed/\d", answer.text, re.IGNORECASE)


def test_a_file_is_sent_by_the_web_server_in_front_and_gone_with_the_withdrawal(
    new_door, tmp_path
):
    published()
    files = FilesBeside(tmp_path / "files", "/library-files/")
    door = new_door(files=files)

    answer = door.get(PDF)

    assert (answer.status, answer.body) == (200, b"")
    inside = answer.headers["x-accel-redirect"].removeprefix("/library-files/")
    assert (tmp_path / "files" / inside).read_bytes() == a_bundle().pdf
    assert answer.headers["content-type"] == "application/pdf"
    assert "etag" not in answer.headers
    assert door.get(REPORT).body, "a page is sent from memory"

    actions.withdraw(GOLDCREST, 1, at=AT)

    assert door.get(PDF).status == 410
    assert not any(path.is_file() for path in (tmp_path / "files").rglob("*"))
