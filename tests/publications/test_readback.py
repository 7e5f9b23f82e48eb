"""What will be served is read back in its bytes: nothing of the register passes that
two bodies did not sign, and a paper of ours hides nothing."""

import io
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heed.deidentify import register_of
from heed.papers.blocks import (
    Figure,
    anchored,
    document,
    heading,
    leaves,
    paragraph,
    to_json,
)
from heed.papers.write_html import write_html
from heed.papers.write_pdf import write_pdf
from heed.papers.write_text import write_text
from heed.publications.composing import (
    PublicText,
    figures_that_lost_theirs,
    with_the_child,
)
from heed.publications.readback import answered, faults_of_pictures, leaks_in, read
from heed.publications.readback.order import faults_of_order, faults_of_pages
from heed.publications.readback.paper import faults_of_pdf
from heed.publications.readback.words import words_of_file
from tests.deidentify.pictures import a_gif
from tests.papers.writing_samples import a_png

REGISTER = register_of(
    {"person": f"P{n}", "role": role, "kind": kind, "value": value}
    for n, (role, kind, value) in enumerate(
        [
            ("Child", "name", "Rowena Pellowick"),
            ("Child", "dob", "3 May 2019"),
            ("Mother", "name", "Ida Brackenholt"),
            ("Mother", "address", "12 Tarn Road, Ellerby, ZZ99 4AB"),
            ("Child", "identifier", "QX-4471-08"),
            ("Aunt", "alias", "Hope"),
        ]
    )
)
NOBODY = answered(signed=(), searched=(), of_itself=())
TITLE = "A report"


def leaks(files, allowed=NOBODY):
    made = {n: v.encode() if isinstance(v, str) else v for n, v in files.items()}
    return [(leak.file, leak.class_) for leak in leaks_in(made, REGISTER, allowed)]


def zipped(**files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, words in files.items():
            archive.writestr(f"{name}.txt", words)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "Seen was Rowena Pellowick."),
        ("a.html", "<p>Seen was Ro<b>wena</b> Pellowick.</p>"),
        ("a.html", '<img alt="Rowena Pellowick">'),
        ("a.html", '<a href="/rowena-pellowick/">here</a>'),
        ("a.html", '<meta content="Rowena Pellowick was seen">'),
        ("a.html", "<p>She</p><!-- Rowena Pellowick -->"),
        ("a.json", '{"to": {"whom": ["Ask Rowena Pellowick"]}}'),
        ("a.json", '{"Rowena Pellowick": 1}'),
        ("a.csv", 'what,text\nfinding,"Rowena Pellowick, seen"\n'),
        ("feed.atom", "<feed><title>Rowena Pellowick</title></feed>"),
        ("sitemap.xml", "<urlset><loc>https://a/rowena-pellowick/</loc></urlset>"),
        ("rowena-pellowick.txt", "Nobody."),
        ("a.zip", zipped(inside="Rowena Pellowick")),
        ("a.zip", zipped(**{"rowena-pellowick": "Nobody."})),
    ],
)
def test_a_name_is_found_wherever_a_file_can_hold_it(name, data):
    assert [file for file, _ in leaks({name: data})] == [name]


def test_a_name_is_found_on_the_page_of_a_pdf_and_in_what_it_says_beside():
    paper = document(heading(2, "Rowena Pellowick"), paragraph("She was seen."))
    pdf = write_pdf(paper, publisher="Q")

    places = {leak.place for leak in leaks_in({"a.pdf": pdf}, REGISTER, NOBODY)}

    assert "page 1" in places
    assert "its Title" in places  # the bookmark


def test_the_sentence_names_the_file_and_the_place_and_no_word_of_the_case():
    (leak,) = leaks_in({"a.txt": b"Rowena Pellowick"}, REGISTER, NOBODY)

    assert leak.sentence == "a.txt holds something of the register in its text."


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.exe", b"MZ"),
        ("a.pdf", b"%PDF-1.7 broken"),
        ("a.json", b"{"),
        ("a.txt", b"\xff"),
    ],
)
def test_what_cannot_be_read_back_is_not_clear(name, data):
    ((file, class_),) = leaks({name: data})

    assert (file, class_) == (name, "")


def test_with_nobody_in_the_register_nothing_is_clear():
    assert leaks_in({"a.txt": b"Nobody."}, register_of([]), NOBODY)


def test_what_two_bodies_signed_stays_in_its_place_alone():
    said = "The family wishes that Rowena Pellowick is remembered by her name."
    allowed = answered(signed=["Rowena Pellowick"], searched=[said], of_itself=())

    assert leaks({"a.html": f"<p>{said}</p>"}, allowed) == []
    elsewhere = "<p>It is Rowena Pellowick again.</p>"
    assert leaks({"a.html": elsewhere}, allowed) == [("a.html", "name")]


def test_an_everyday_word_stays_where_its_sentence_was_searched():
    said = "Hope told nobody, and the Hope service closed."
    searched = answered(signed=(), searched=[said], of_itself=())

    assert leaks({"a.txt": said}, searched) == []
    assert leaks({"a.txt": "Hope told her teacher."}, searched) == [("a.txt", "alias")]


def test_what_the_partnership_says_of_itself_is_no_leak():
    allowed = answered(signed=(), searched=(), of_itself=["QX-4471-08"])

    assert leaks({"a.txt": "Our file is QX-4471-08."}, allowed) == []


def test_a_family_called_like_a_part_of_the_partnership_is_no_part_of_its_name():
    allowed = answered(
        signed=(), searched=(), of_itself=["Brackenholt Vale Partnership", "a-b"]
    )

    own = "Published by the Brackenholt Vale Partnership."
    assert leaks({"a.txt": own}, NOBODY) == [("a.txt", "name")]
    assert leaks({"a.txt": own}, allowed) == []
    for said in ("Seen was Ms Brackenholt.", "The Brackenholt Vale flats were let."):
        assert leaks({"a.txt": said}, allowed) == [("a.txt", "name")], said


def test_words_of_two_parts_of_a_file_are_not_read_as_one():
    assert leaks({"a.html": "<p>Seen by Ida</p><p>Brackenmoor was not.</p>"}) == [
        ("a.html", "name")
    ]
    assert leaks({"a.html": "<p>QX-44</p><p>71-08</p>"}) == []


# The property: generated registers and texts

NAMES = st.text("bcdfglmnprstvw", min_size=3, max_size=6).map(
    lambda letters: "".join(f"{each}a" for each in letters).title()
)
VARIANTS = (
    str,
    str.upper,
    lambda name: f"{name}’s",
    lambda name: "\u00ad".join((name[:3], name[3:])),
    lambda name: "\u200b".join((name[:2], name[2:])),
    lambda name: name.replace("a", "\u0430"),
    lambda name: name.replace("a", "á", 1),
)
SAFE = ("The child was seen with bruising.", "Nobody asked who was at home.")


def all_files(paper, title):
    pdf = write_pdf(paper, publisher="Quillshire", contents=True)
    return {
        "a.html": write_html(paper).encode(),
        "a.txt": write_text(paper).encode(),
        "a.pdf": pdf,
    }


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    given_name=NAMES,
    family_name=NAMES,
    variant=st.sampled_from(VARIANTS),
    place=st.sampled_from(["paragraph", "heading", "nowhere"]),
    signed=st.booleans(),
)
def test_whatever_passes_holds_no_form_of_the_register_without_a_signature(
    given_name, family_name, variant, place, signed
):
    register = register_of(
        [{"role": "Child", "kind": "name", "value": f"{given_name} {family_name}"}]
    )
    form = variant(given_name)
    said = f"It was {form} who told them."
    blocks = {
        "paragraph": [heading(2, "What happened"), paragraph(said)],
        "heading": [heading(2, said), paragraph(SAFE[0])],
        "nowhere": [heading(2, "What happened"), paragraph(SAFE[1])],
    }[place]
    paper = anchored(document(*blocks, *map(paragraph, SAFE), title=TITLE))
    files = all_files(paper, TITLE)
    searched = [words for _, words in leaves(paper.blocks)]
    allowed = answered(
        signed=[given_name, form] if signed else (), searched=searched, of_itself=()
    )

    passes = not leaks_in(files, register, allowed)

    assert passes is (signed or place == "nowhere")
    if passes and not signed:
        # Looked for by other means than the gate's: the plain letters of every file.
        said = (each.words for n, d in files.items() for each in words_of_file(n, d))
        letters = "".join(filter(str.isalpha, " ".join(said).casefold()))
        assert given_name.casefold() not in letters


# What a PDF of ours never holds


def made_with(change):
    with pikepdf.open(io.BytesIO(write_pdf(PAPER))) as pdf:
        change(pdf)
        pdf.save(out := io.BytesIO())
    return out.getvalue()


PAPER = document(heading(1, TITLE), paragraph("She was seen."), title=TITLE)


def attached(pdf):
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, b"Rowena")


def scripted(pdf):
    js = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
    )
    pdf.Root.OpenAction = pdf.make_indirect(js)


def layered(pdf):
    pdf.Root.OCProperties = pdf.make_indirect(pikepdf.Dictionary(OCGs=pikepdf.Array()))


def authored(pdf):
    pdf.docinfo["/Author"] = "Somebody"


def invisible(pdf):
    stream = pdf.make_stream(b"BT 3 Tr (Rowena) Tj ET")
    pdf.pages[0].contents_add(stream)


def untagged(pdf):
    del pdf.Root.MarkInfo


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (attached, "attached files"),
        (scripted, "a script"),
        (layered, "layers"),
        (authored, "says more of itself than its title: Info/Author"),
        (invisible, "words that are not drawn"),
        (untagged, "is not tagged"),
    ],
)
def test_what_a_pdf_hides_is_found(change, words):
    assert words in " ".join(faults_of_pdf(made_with(change), title=TITLE))


def test_an_earlier_version_of_a_pdf_is_found():
    pdf = write_pdf(PAPER)

    found = faults_of_pdf(pdf + b"\n%%EOF\n", title=TITLE)

    assert "holds an earlier version of itself" in found


def test_our_own_pdf_has_no_fault_and_another_title_is_one():
    pdf = write_pdf(PAPER)

    assert faults_of_pdf(pdf, title=TITLE) == []
    assert faults_of_pdf(pdf, title="Another") == [
        "does not bear the title of the text"
    ]
    assert faults_of_pdf(b"no pdf", title=TITLE)[0].startswith("could not be read back")


def test_page_and_pdf_come_in_the_order_of_the_text():
    paper = anchored(
        document(*(paragraph(f"Number {n} of all was seen first.") for n in "ABCDEF"))
    )
    files = {"a.html": write_html(paper).encode(), "a.pdf": write_pdf(paper)}
    turned = document(*reversed(paper.blocks))

    assert faults_of_order(read(files), paper) == []
    assert [fault.split()[0] for fault in faults_of_order(read(files), turned)] == [
        "a.html",
        "a.pdf",
    ]


def test_a_page_says_what_its_pictures_show():
    page = {"a.html": b'<h1>A</h1><img src="/p.png" alt=""><table><td>1</td></table>'}

    found = faults_of_pages(page)

    assert [fault.partition(" ")[2] for fault in found] == [
        "has a picture that says nothing to who listens.",
        "has a table without heads.",
    ]


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("<h2>A</h2>", "has not one heading of the first level."),
        ("<h1>A</h1><h3>B</h3>", "has headings that leave out a level."),
        ("<h1>A</h1><h2> </h2>", "has a heading without words."),
        ('<h1>A</h1><a href="/"><img alt=" "></a>', "has a link without words."),
        ('<h1 id="p1">A</h1><p id="p1">B</p>', "has two places of one name"),
    ],
)
def test_a_page_leads_who_listens_from_heading_to_heading(page, fault):
    found = " ".join(faults_of_pages({"a.html": page.encode()}))

    assert fault in found
    good = '<h1>A</h1><h2 id="b">B <a href="#b">¶</a></h2><h3>C</h3><h2>D</h2>'
    assert faults_of_pages({"a.html": good.encode()}) == []


def with_pictures(**images):
    figures = [Figure("A line that falls", name) for name in images]
    return replace(document(*figures, title=TITLE), images=images)


def test_a_picture_that_holds_more_than_its_pixels_is_found_in_what_is_served():
    told = a_png(tEXt=b"Comment\0by Rowena")
    pictures = with_pictures(bare=a_png(), telling=told)
    text = PublicText(kind="report", slug="a-2026", title=TITLE, document=pictures)

    assert faults_of_pictures(text) == ["a-2026: picture 2 holds more than its pixels."]


def test_a_picture_that_cannot_be_made_bare_is_missed():
    read = to_json(with_pictures(p1=a_png(), p2=a_gif(), p3=b"\x89PNG broken"))

    public = with_the_child(read, title=TITLE)

    assert list(public.images) == ["p1"]
    assert figures_that_lost_theirs(public) == ["figure2", "figure3"]
