"""The picture of a scanned page, as a PDF holds it, without what it tells besides."""

import pikepdf

from heed.papers.picture_metadata import told_by
from heed.papers.pictures import bare

KEPT = (
    *("/Width", "/Height", "/BitsPerComponent", "/ColorSpace", "/ImageMask"),
    *("/Decode", "/DecodeParms", "/Intent", "/Interpolate"),
)
HIDES = ("/SMask", "/Mask", "/SMaskInData")
"""What lets a picture show less than it holds."""
JPEG = "/DCTDecode"
FAX = frozenset(("/CCITTFaxDecode", "/JBIG2Decode"))
"""Forms that hold dots and nothing else."""
PACKED = frozenset(
    (
        *("/FlateDecode", "/LZWDecode", "/RunLengthDecode"),
        *("/ASCII85Decode", "/ASCIIHexDecode"),
    )
)
PLAIN = ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/CalGray", "/CalRGB", "/Lab")
BY_COLOURS = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}


def bare_picture(picture: pikepdf.Object, made: pikepdf.Pdf) -> pikepdf.Stream:
    """The same picture for the file that is made. Raises ValueError where it hides a
    part of itself, or is of a form that cannot be taken apart."""
    if any(name in picture for name in HIDES):
        raise ValueError("This picture holds more than it shows.")
    filters = _filters(picture)
    packed, last = set(filters[:-1]), filters[-1] if filters else ""
    if packed - PACKED or last not in {"", JPEG, *FAX, *PACKED}:
        raise ValueError("This picture is of a form that cannot be taken apart.")
    if last == JPEG:
        fresh = made.make_stream(_bare_jpeg(picture, filters))
        fresh.Filter = pikepdf.Name(JPEG)
    else:
        fresh = made.make_stream(picture.read_raw_bytes())
        if filters:
            fresh.Filter = pikepdf.Array(map(pikepdf.Name, filters))
    fresh.Type, fresh.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    for name in KEPT:
        if name in picture and not (last == JPEG and name == "/DecodeParms"):
            fresh[name] = _copied(picture[name], made)
    if "/ColorSpace" in picture:
        fresh.ColorSpace = _colours(picture.ColorSpace, made)
    _must_show_what_it_holds(fresh)
    return fresh


def _filters(picture: pikepdf.Object) -> list[str]:
    said = picture.get("/Filter", ())
    return [str(said)] if isinstance(said, pikepdf.Name) else [str(f) for f in said]


def _bare_jpeg(picture: pikepdf.Object, filters: list[str]) -> bytes:
    """The JPEG as it is under whatever else it is packed in, without what it tells."""
    data = picture.read_raw_bytes()
    if len(filters) > 1:
        if any(picture.get("/DecodeParms", ())):
            raise ValueError("This picture is packed in a way that is not known.")
        with pikepdf.new() as aside:
            packed = aside.make_stream(data)
            packed.Filter = pikepdf.Array(map(pikepdf.Name, filters[:-1]))
            data = packed.read_bytes()
    found = bare(data)
    if found is None or found.kind != "jpeg" or told_by(found.pixels).said:
        raise ValueError("A picture of the scan cannot be taken apart.")
    return found.pixels


def _copied(value: object, made: pikepdf.Pdf) -> object:
    if isinstance(value, pikepdf.Object) and value.is_indirect:
        return made.copy_foreign(value)
    return value


def _colours(said: pikepdf.Object, made: pikepdf.Pdf) -> object:
    """The colours of a picture. A profile tells of the scanner: the plain colours of
    as many inks stand in its place."""
    if isinstance(said, pikepdf.Name):
        if str(said) not in PLAIN:
            raise ValueError("These colours are not known.")
        return said
    kind = str(said[0])
    if kind == "/ICCBased":
        return pikepdf.Name(BY_COLOURS[int(said[1].N)])
    if kind == "/Indexed":
        table = said[3]
        words = (
            table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
        )
        inks = _colours(said[1], made)
        return pikepdf.Array([said[0], inks, said[2], pikepdf.String(words)])
    if kind not in PLAIN:
        raise ValueError("These colours are not known.")
    return _copied(said, made) if said.is_indirect else said


def _must_show_what_it_holds(picture: pikepdf.Stream) -> None:
    """A range of colours from one end to the same end would paint over all of it."""
    ends = [float(each) for each in picture.get("/Decode", ())]
    if any(low == high for low, high in zip(ends[::2], ends[1::2], strict=True)):
        raise ValueError("This picture holds more than it shows.")
