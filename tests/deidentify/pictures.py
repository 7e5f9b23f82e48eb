"""Pictures of every kind that people put into papers, with something to tell."""

import struct
import zlib


def tiff(name, tag=0x010E):
    """A directory of one tag, as cameras write it."""
    said = name.encode() + b"\0"
    head = b"MM\0*" + struct.pack(">IH", 8, 1)
    entry = struct.pack(">HHII", tag, 2, len(said), 26)
    return head + entry + bytes(4) + said


def exif_of(name, tag=0x010E):
    return 0xE1, b"Exif\0\0" + tiff(name, tag)


def a_packet(name):
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/'
        '02/22-rdf-syntax-ns#"><rdf:Description xmlns:p="http://p/"><p:who>'
        f"{''.join(f'&#{ord(letter)};' for letter in name)}</p:who></rdf:Description>"
        "</rdf:RDF></x:xmpmeta>"
    ).encode()


def xmp_of(name):
    return 0xE1, b"http://ns.adobe.com/xap/1.0/\0" + a_packet(name)


def iptc_of(name):
    said = name.encode()
    sets = struct.pack(">BBBH", 0x1C, 2, 120, len(said)) + said
    padding = b"\0" * (len(sets) % 2)
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(sets)) + sets + padding
    return 0xED, b"Photoshop 3.0\0" + resource


def segment(marker, said):
    return struct.pack(">BBH", 0xFF, marker, len(said) + 2) + said


def a_jpeg(*segments, behind=b""):
    """A photograph of one dot with these parts before it."""
    frame = segment(0xC0, b"\x08\x00\x01\x00\x01\x01\x01\x11\x00")
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x00"
    parts = b"".join(segment(*each) for each in segments)
    return b"\xff\xd8" + parts + frame + scan + b"\xff\xd9" + behind


def chunk(name, said):
    checked = struct.pack(">I", zlib.crc32(name + said))
    return struct.pack(">I", len(said)) + name + said + checked


def a_png(*chunks, packed="", behind=b""):
    """A PNG of one dot with these parts before its dots."""
    more = [chunk(*each) for each in chunks]
    if packed:
        words = zlib.compress(packed.encode())
        more.append(chunk(b"zTXt", b"Title\0\0" + words))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    dots = chunk(b"IDAT", zlib.compress(b"\0\0"))
    made = [b"\x89PNG\r\n\x1a\n", head, *more, dots, chunk(b"IEND", b"")]
    return b"".join(made) + behind


def a_gif(name=""):
    said = name.encode()
    comment = b"\x21\xfe" + bytes([len(said)]) + said + b"\0" if name else b""
    dots = b"\x2c" + bytes(4) + b"\x01\0\x01\0\0" + b"\x02\x02\x44\x01\0"
    return b"GIF89a\x01\0\x01\0\0\0\0" + comment + dots + b"\x3b"


def a_tiff(name):
    return tiff(name)


def a_webp(name):
    packet = a_packet(name)
    said = b"XMP " + struct.pack("<I", len(packet)) + packet + b"\0" * (len(packet) % 2)
    dots = b"VP8L" + struct.pack("<I", 2) + b"\0\0"
    return b"RIFF" + struct.pack("<I", 4 + len(dots + said)) + b"WEBP" + dots + said


def an_svg(name):
    return f'<svg xmlns="http://www.w3.org/2000/svg"><text>{name}</text></svg>'.encode()


def a_metafile(name):
    """A metafile that writes a name letter by letter, as programs do that set type."""
    head = struct.pack("<II", 1, 88) + bytes(32) + b" EMF" + bytes(44)
    records = b"".join(map(_letter, name))
    return head + records + struct.pack("<III", 14, 20, 0) + bytes(8)


def _letter(letter):
    said = letter.encode("utf-16-le") + b"\0\0"
    body = bytes(36) + struct.pack("<II", 1, 76) + bytes(24) + said
    return struct.pack("<II", 84, 8 + len(body)) + body


def a_heic(name):
    item = bytes(4) + b"infe" + bytes(8) + b"Exif\0"
    kind = struct.pack(">I", 24) + b"ftypheic" + bytes(12)
    return kind + item + bytes(4) + b"Exif\0\0" + tiff(name)


def a_bmp():
    """A bitmap of one dot."""
    head = struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 58, 0, 0, 54) + head + b"\0\xff\0\0"


KEY = "6F6A1A0B-2C3D-4E5F-8A9B-0C1D2E3F4A5B"


def a_font(name):
    """A font with no letters, called so."""
    said = name.encode("utf-16-be")
    names = struct.pack(">9H", 0, 1, 18, 3, 1, 0x409, 1, len(said), 0) + said
    entry = struct.pack(">4sIII", b"name", 0, 28, len(names))
    return b"\0\1\0\0" + struct.pack(">4H", 1, 16, 0, 0) + entry + names


def covered(font):
    """A font as Word keeps it: its first bytes covered with a key."""
    key = bytes.fromhex(KEY.replace("-", ""))[::-1] * 2
    return bytes(a ^ b for a, b in zip(font, key, strict=False)) + font[32:]
