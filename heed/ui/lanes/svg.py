"""The picture as SVG: written as one text, since thousands of marks pass through it."""

from collections.abc import Callable, Iterator
from html import escape

from heed.ui.lanes.ages import ages
from heed.ui.lanes.drawing import AGES, HEAD, LEFT, ROOM, TALLEST, Lane, Lanes
from heed.ui.lanes.marks import Life, Mark, Seen, Shade
from heed.ui.lanes.scale import DAY
from heed.ui.lanes.stacking import SIZE, THIN, Column, Placed
from heed.ui.lanes.told import cell_in_words, days_in_words, letters_of

HALF = SIZE // 2
LETTERS_OF_A_NAME = 28
Address = Callable[[Mark], str]
Period = Callable[[Column], str]
LOOKS = {Seen.YES: "seen", Seen.NO: "unseen"}


def svg_of(
    picture: Lanes, *, entry: Address | None = None, period: Period | None = None
) -> str:
    """The picture. `entry` and `period` say where a press on a mark or on a column
    leads. Those who do not see it have the rows of the table: it is hidden from
    screen readers, and no key stops at its marks."""
    width, height = picture.width, picture.height
    parts = [_opened(width, height)]
    parts += _backs(picture)
    parts += (_shade(each, picture) for each in picture.shades if each.is_silence)
    parts += _ticks(picture)
    for lane in picture.lanes:
        parts += _lane(lane, picture, entry, period)
    parts += _missing(picture)
    parts += _lives(picture)
    parts += _ages(picture)
    parts.append("</svg>")
    return "".join(parts)


def _opened(width: int, height: int) -> str:
    return (
        f'<svg class="heed-lanes__svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" aria-hidden="true" focusable="false">'
    )


def _backs(picture: Lanes) -> Iterator[str]:
    for number, lane in enumerate(picture.lanes):
        kind = "odd" if number % 2 else "even"
        yield (
            f'<rect class="heed-lanes__back heed-lanes__back--{kind}" x="0" '
            f'y="{lane.top}" width="{picture.width}" height="{lane.tall}"/>'
            f'<text class="heed-lanes__name" x="6" y="{lane.top + lane.tall // 2 + 5}">'
            f"<title>{escape(lane.name)}</title>{escape(_short(lane.name))}</text>"
        )


def _short(name: str) -> str:
    if len(name) <= LETTERS_OF_A_NAME:
        return name
    return name[: LETTERS_OF_A_NAME - 1].rstrip() + "…"


def _shade(shade: Shade, picture: Lanes) -> str:
    scale = picture.scale
    x = scale.x(scale.within(shade.first))
    end = scale.x(scale.within(shade.last) + DAY)
    own = [lane for lane in picture.lanes if lane.name == shade.lane]
    top = own[0].top if own else picture.top
    tall = own[0].tall if own else picture.bottom - picture.top
    return (
        f'<rect class="heed-lanes__gap" x="{x}" y="{top}" '
        f'width="{round(end - x, 1)}" height="{tall}">'
        f"<title>{escape(shade.words)}</title></rect>"
    )


def _missing(picture: Lanes) -> Iterator[str]:
    """Above the lanes: each stretch in which something is missing."""
    scale = picture.scale
    if picture.missing:
        y = (HEAD + picture.top) // 2 + 5
        yield f'<text class="heed-lanes__name" x="6" y="{y}">What is missing</text>'
    for shade, row in picture.missing:
        x = scale.x(scale.within(shade.first))
        wide = round(max(scale.x(scale.within(shade.last) + DAY) - x, THIN), 1)
        y = HEAD + ROOM + row * THIN
        name = "silence" if shade.is_silence else "run"
        words = f"{days_in_words(shade.first, shade.last)}: {shade.words}"
        yield (
            f'<rect class="heed-lanes__missing heed-lanes__missing--{name}" x="{x}" '
            f'y="{y}" width="{wide}" height="{THIN - 3}" rx="2">'
            f"<title>{escape(words)}</title></rect>"
        )


def _ticks(picture: Lanes) -> Iterator[str]:
    for tick in picture.scale.ticks():
        x = picture.scale.x(tick.day)
        yield (
            f'<path class="heed-lanes__tick" d="M{x} {HEAD - 6}V{picture.bottom}"/>'
            f'<text class="heed-lanes__day" x="{x + 3}" y="14">{tick.words}</text>'
        )


def _lane(
    lane: Lane, picture: Lanes, entry: Address | None, period: Period | None
) -> Iterator[str]:
    for placed in lane.placed:
        yield _linked(_mark(placed, lane), entry and entry(placed.mark))
    for column in lane.columns:
        yield _linked(_column(column, lane, picture), period and period(column))
    if lane.columns:
        for mark in lane.key_marks:
            x = picture.scale.middle(picture.scale.within(mark.first))
            drawn = _ring(x, lane.top + ROOM + HALF) + _title(mark)
            yield _linked(f"<g>{drawn}</g>", entry and entry(mark))


def _linked(drawn: str, address: str | None) -> str:
    if not address:
        return drawn
    return f'<a href="{escape(address)}" tabindex="-1">{drawn}</a>'


def _mark(placed: Placed, lane: Lane) -> str:
    mark = placed.mark
    y = lane.top + lane.tall - ROOM - HALF - placed.row * SIZE
    name = f"heed-lanes__mark heed-lanes__mark--{_look(mark)}"
    ring = _ring(placed.x, y) if mark.key else ""
    if placed.end - placed.x >= 1:
        x, wide = placed.x - HALF + 1, placed.end - placed.x + SIZE - 2
        shape = (
            f'<rect x="{round(x, 1)}" y="{y - 3}" width="{round(wide, 1)}" '
            'height="6" rx="3"/>'
        )
    elif mark.held:
        shape = f'<rect x="{placed.x - 4}" y="{y - 4}" width="8" height="8"/>'
    else:
        shape = f'<circle cx="{placed.x}" cy="{y}" r="4"/>'
    return f'<g class="{name}">{ring}{shape}{_title(mark)}</g>'


def _ring(x: float, y: float) -> str:
    return f'<circle class="heed-lanes__key" cx="{x}" cy="{y}" r="7"/>'


def _title(mark: Mark) -> str:
    days = days_in_words(mark.first, mark.last)
    said = "Kept from view" if mark.held else mark.words
    words = f"{mark.number}, {days}: {said}"
    return f"<title>{escape(words)}</title>"


def _column(column: Column, lane: Lane, picture: Lanes) -> str:
    """A column in its parts, from the bottom: seen, not said, not seen."""
    words = f"{days_in_words(column.first, column.last)}: {cell_in_words(column.marks)}"
    bottom = lane.top + lane.tall - ROOM
    parts = []
    for look in ("seen", "said", "unseen", "held"):
        those = sum(_look(mark) == look for mark in column.marks)
        tall = round(TALLEST * those / picture.most, 1)
        bottom = round(bottom - tall, 1)
        if those:
            parts.append(
                f'<rect class="heed-lanes__mark heed-lanes__mark--{look}" '
                f'x="{column.x}" y="{bottom}" '
                f'width="{max(column.wide - 1, 1)}" height="{tall}"/>'
            )
    return f"<g><title>{escape(words)}</title>{''.join(parts)}</g>"


def _look(mark: Mark) -> str:
    return "held" if mark.held else LOOKS.get(Seen(mark.seen), "said")


def _lives(picture: Lanes) -> Iterator[str]:
    for letter, life in letters_of(picture.lives):
        yield _life(letter, life, picture)


def _life(letter: str, life: Life, picture: Lanes) -> str:
    x = picture.scale.middle(life.on)
    words = escape(f"{letter}: {life.on:%-d %B %Y}, {life.words}")
    return (
        f'<g class="heed-lanes__life"><title>{words}</title>'
        f'<path d="M{x} 40V{picture.bottom}"/>'
        f'<circle cx="{x}" cy="32" r="8"/>'
        f'<text x="{x}" y="36">{letter}</text></g>'
    )


def _ages(picture: Lanes) -> Iterator[str]:
    top = picture.bottom + ROOM
    for number, child in enumerate(picture.children):
        y = top + AGES * number + 14
        name = f"Age of {child.name}"
        yield (
            f'<text class="heed-lanes__name" x="6" y="{y}">'
            f"<title>{escape(name)}</title>{escape(_short(name))}</text>"
        )
        for age in ages(child, picture.scale):
            x = picture.scale.x(age.day)
            yield (
                f'<path class="heed-lanes__tick" d="M{max(x, LEFT)} {y - 12}V{y + 2}"/>'
                f'<text class="heed-lanes__age" x="{max(x, LEFT) + 3}" y="{y}">'
                f"{escape(age.words)}</text>"
            )
