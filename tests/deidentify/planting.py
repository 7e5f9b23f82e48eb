"""A second set of planted leaks: a key of many people, their names and numbers written in
every way, in every place of a Word file. The seed is fixed, so that it is one set.
"""

import io
import random
import unicodedata
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.deidentify.whimbrel import NAMESPACES, OFFICE, PACKAGE, WORD_TYPE

SEED = 20260311
A_FILE = "draft.docx"
_SYLLABLES = (
    "bra cken mar win ter thack lop ost ran vel dun hol pel lo wick tin sal qui"
)
_MONTHS = [
    "January",
    "February",
    "April",
    "June",
    "July",
    "August",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True)
class Leak:
    """Somebody's value as it is planted: `exact`, or a way to disguise it."""

    person: str
    kind: str
    typed: str
    way: str


def a_key(chance):
    """Twelve people for each container, with all that a register holds of one."""
    records = []
    for number in range(len(CONTAINERS) * 3):
        who = {"person": f"P{number}", "role": "Child", "pseudonym": f"Child {number}"}
        given, family, street = (_a_name(chance) for _ in range(3))
        values = {
            "name": f"{given} {family}",
            "alias": _a_name(chance),
            "dob": f"{chance.randint(10, 28)}/{chance.randint(10, 12)}/{1980 + number % 40}",
            "address": f"{number + 2} {street} Road, Tinderwick",
            "postcode": f"ZZ{number % 90 + 10} {number % 9 + 1}AB",
            "identifier": f"999 {100 + number} {chance.randint(1000, 9999)}",
            "phone": f"07700 90{chance.randint(1000, 9999)}",
            "email": f"{family.lower()}{number}@mail.quillshire.example",
            "school": f"{_a_name(chance)} Primary School",
        }
        records += [{**who, "kind": k, "value": v} for k, v in values.items()]
    return records


def _a_name(chance):
    return "".join(chance.choices(_SYLLABLES.split(), k=3)).title()


# Ways to write what the register holds


def _one_letter_wrong(value, chance):
    words = value.split(" ")
    longest = max(range(len(words)), key=lambda n: len(words[n]))
    word = words[longest]
    at = chance.randrange(2, len(word) - 1)
    words[longest] = word[:at] + "x" + word[at + 1 :]
    return " ".join(words)


NAME_WAYS = {
    "capitals": lambda v, _: v.upper(),
    "small": lambda v, _: v.lower(),
    "apart": lambda v, _: unicodedata.normalize("NFD", v.replace("o", "ö")),
    "no break": lambda v, _: v.replace(" ", "\u00a0"),
    "soft hyphen": lambda v, _: v[:3] + "\u00ad" + v[3:],
    "no width": lambda v, _: v[:2] + "\u200b" + v[2:],
    "lookalike": lambda v, _: v.replace("a", "\u0430").replace("e", "\u0435"),
    "wide": lambda v, _: "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in v),
    "possessive": lambda v, _: v + "’s",
    "surname first": lambda v, _: ", ".join(reversed(v.split(" "))),
    "initial": lambda v, _: f"{v[0]}. {v.split(' ')[1]}",
    "surname": lambda v, _: v.split(" ")[1],
    "run together": lambda v, _: v.replace(" ", ""),
    "one letter wrong": _one_letter_wrong,
    "letters apart": lambda v, _: "  ".join(map(" ".join, v.upper().split(" "))),
    "figures": lambda v, _: v.replace("o", "0").replace("e", "3").replace("i", "1"),
}


def _day(value):
    day, month, year = value.split("/")
    names = ["", *["January"] * 9, "October", "November", "December"]
    return day, names[int(month)], year


WAYS = {
    "name": NAME_WAYS,
    "alias": {k: NAME_WAYS[k] for k in ("capitals", "soft hyphen", "one letter wrong")},
    "dob": {
        "in words": lambda v, _: "{} {} {}".format(*_day(v)),
        "month first": lambda v, _: "{1} {0}, {2}".format(*_day(v)),
        "short": lambda v, _: v[:6] + v[8:],
        "dots": lambda v, _: v.replace("/", "."),
        "year first": lambda v, _: "-".join(reversed(v.split("/"))),
    },
    "address": {
        "street": lambda v, _: v.split(",")[0].split(" ", 1)[1],
        "short": lambda v, _: v.split(",")[0].replace("Road", "Rd"),
        "one letter wrong": lambda v, c: _one_letter_wrong(v.split(",")[0], c),
    },
    "postcode": {"together": lambda v, _: v.replace(" ", "").lower()},
    "identifier": {
        "together": lambda v, _: v.replace(" ", ""),
        "hyphens": lambda v, _: v.replace(" ", "-"),
    },
    "phone": {
        "abroad": lambda v, _: "+44 " + v[1:],
        "together": lambda v, _: v.replace(" ", ""),
    },
    "email": {"capitals": lambda v, _: v.upper()},
    "school": {"short": lambda v, _: v.removesuffix(" School")},
}


def leaks_for(records, container, chance):
    """What is planted in one container: exact values of three people, and variants."""
    mine = records[container * 27 : container * 27 + 27]
    exact = [Leak(r["person"], r["kind"], r["value"], "exact") for r in mine]
    varied = []
    for turn, record in enumerate([*chance.sample(mine, 9), *mine[::9]]):
        ways = sorted(WAYS[record["kind"]])
        way = ways[(container * 3 + turn) % len(ways)]
        typed = WAYS[record["kind"]][way](record["value"], chance)
        varied.append(Leak(record["person"], record["kind"], typed, way))
    return [*chance.sample(exact, 6), *varied]


# Places of a Word file. Each takes what is planted and gives (body, parts, relations).


def _run(text, properties=""):
    said = escape(text)
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{said}</w:t></w:r>'
    )


def _p(*inner):
    return f"<w:p>{''.join(each if each[:1] == '<' else _run(each) for each in inner)}</w:p>"


def _lines(leaks, make=_p):
    return "".join(make(f"We met {leak.typed} then.") for leak in leaks)


def _body(make):
    return lambda leaks: ("".join(make(leak) for leak in leaks), {}, {})


def _split(leak):
    """Over two runs, as Word does where somebody typed again."""
    half = len(leak.typed) // 2
    return _p(
        _run("We met "), _run(leak.typed[:half], "<w:b/>"), _run(leak.typed[half:])
    )


def _table(leak):
    cells = "".join(f"<w:tc>{_p(each)}</w:tc>" for each in ("Who", leak.typed))
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


def _changed(tag, text_tag="t"):
    def make(leak):
        said = f'<w:{text_tag} xml:space="preserve">{escape(leak.typed)}</w:{text_tag}>'
        return _p(
            "It was ", f'<w:{tag} w:id="1" w:author=""><w:r>{said}</w:r></w:{tag}>'
        )

    return make


def _box(leak):
    box = f"<v:textbox><w:txbxContent>{_p(leak.typed)}</w:txbxContent></v:textbox>"
    return _p(f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>")


def _field(leak):
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    )
    told = "<w:r><w:instrText> QUOTE </w:instrText></w:r>"
    return _p(begin, told, middle, _run(leak.typed), end)


def _control(leak):
    return _p(
        f'<w:sdt><w:sdtPr><w:tag w:val="{escape(leak.typed)}"/></w:sdtPr>'
        f"<w:sdtContent>{_run('Name')}</w:sdtContent></w:sdt>"
    )


def _bookmark(leak):
    name = escape(leak.typed.replace(" ", "_"))
    return _p(f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>x')


def _picture(leak):
    return _p(
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="{escape(leak.typed)}"/>'
        "<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip/></pic:blipFill></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _margin(kind, tag, which):
    def make(leaks):
        body = (
            f'<w:sectPr><w:{kind}Reference w:type="{which}" r:id="r1"/>'
            f"{'<w:titlePg/>' if which == 'first' else ''}</w:sectPr>"
        )
        part = _part(tag, _lines(leaks))
        return body, {f"word/{kind}1.xml": part}, {"r1": (kind, f"{kind}1.xml", "")}

    return make


def _notes(kind):
    def make(leaks):
        refs = "".join(
            _p(f'<w:r><w:{kind}Reference w:id="{n}"/></w:r>')
            for n, _ in enumerate(leaks, 2)
        )
        notes = "".join(
            f'<w:{kind} w:id="{n}">{_p(leak.typed)}</w:{kind}>'
            for n, leak in enumerate(leaks, 2)
        )
        parts = {f"word/{kind}s.xml": _part(f"{kind}s", notes)}
        return refs, parts, {"r1": (f"{kind}s", f"{kind}s.xml", "")}

    return make


def _comments(leaks):
    said = "".join(
        f'<w:comment w:id="{n}" w:author="">{_p(leak.typed)}</w:comment>'
        for n, leak in enumerate(leaks)
    )
    parts = {"word/comments.xml": _part("comments", said)}
    return _p("Well."), parts, {"r1": ("comments", "comments.xml", "")}


def _links(leaks):
    body = "".join(
        _p(f'<w:hyperlink r:id="r{n}">{_run("here")}</w:hyperlink>')
        for n, _ in enumerate(leaks)
    )
    targets = (
        f"https://x.example/{escape(leak.typed).replace(' ', '%20')}" for leak in leaks
    )
    found = {f"r{n}": ("hyperlink", each, "External") for n, each in enumerate(targets)}
    return body, {}, found


def _properties(leaks):
    said = "".join(
        f'<property fmtid="x" pid="{n}" name="p{n}"><vt:lpwstr>{escape(leak.typed)}'
        "</vt:lpwstr></property>"
        for n, leak in enumerate(leaks, 2)
    )
    types = "http://schemas.openxmlformats.org/officeDocument/2006"
    part = (
        f'<Properties xmlns="{types}/custom-properties" xmlns:vt="{types}/docPropsVTypes">'
        f"{said}</Properties>"
    )
    return _p("Well."), {"docProps/custom.xml": part}, {}


def _part(name, inner):
    return f"<w:{name} {NAMESPACES}>{inner}</w:{name}>"


CONTAINERS = {
    "body": (_body(lambda leak: _p(f"We met {leak.typed} then.")), ""),
    "split over runs": (_body(_split), ""),
    "table": (_body(_table), ""),
    "insertion": (_body(_changed("ins")), ""),
    "moved to": (_body(_changed("moveTo")), ""),
    "moved from": (_body(_changed("moveFrom")), "tracked_deletion"),
    "deletion": (_body(_changed("del", "delText")), "tracked_deletion"),
    "hidden": (_body(lambda leak: _p(_run(leak.typed, "<w:vanish/>"))), "hidden_text"),
    "white": (
        _body(lambda leak: _p(_run(leak.typed, '<w:color w:val="FFFFFF"/>'))),
        "hidden_text",
    ),
    "tiny": (
        _body(lambda leak: _p(_run(leak.typed, '<w:sz w:val="2"/>'))),
        "hidden_text",
    ),
    "text box": (_body(_box), "text_box"),
    "field": (_body(_field), ""),
    "control": (_body(_control), "hidden_text"),
    "bookmark": (_body(_bookmark), "hidden_text"),
    "alternative text": (_body(_picture), "alt_text"),
    "header": (_margin("header", "hdr", "default"), "header_footer"),
    "first header": (_margin("header", "hdr", "first"), "header_footer"),
    "even footer": (_margin("footer", "ftr", "even"), "header_footer"),
    "footnote": (_notes("footnote"), "footnote"),
    "endnote": (_notes("endnote"), "footnote"),
    "comment": (_comments, "comment"),
    "link": (_links, "link_target"),
    "property": (_properties, "metadata"),
}


def a_file(container, leaks):
    """A Word file with these leaks in this container and nothing else in it."""
    body, parts, found = CONTAINERS[container][0](leaks)
    each = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"'
        + (f' TargetMode="{mode}"/>' if mode else "/>")
        for key, (kind, target, mode) in found.items()
    )
    opens = f'<Relationships xmlns="{PACKAGE}/relationships">'
    main = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD_TYPE}.{_kind(name)}+xml"/>'
        for name in ("word/document.xml", *(n for n in parts if n.startswith("word/")))
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f"{opens}{main}</Relationships>",
        "word/_rels/document.xml.rels": f"{opens}{each}</Relationships>",
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        **parts,
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return written.getvalue()


def _kind(name):
    stem = name.removeprefix("word/").removesuffix(".xml").rstrip("1")
    return "document.main" if stem == "document" else stem


def the_set():
    """Every container with what is planted in it, and the key."""
    chance = random.Random(SEED)
    records = a_key(chance)
    planted = {
        name: leaks_for(records, number, chance)
        for number, name in enumerate(CONTAINERS)
    }
    return records, planted
