"""Reads the front matter of a text file: `key: value` lines between two `---` lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from claimcheck.errors import InputError

KEYS = ("title", "published", "lang", "source", "url")

_MEANT = {
    "date": "published", "pubdate": "published", "datum": "published", "created": "published",
    "language": "lang", "locale": "lang", "sprache": "lang", "headline": "title",
    "titel": "title", "publisher": "source", "quelle": "source", "link": "url",
}  # fmt: skip
"""What other programs call the same; a date may be another one, so that it is only hinted at."""

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_PAIR = re.compile(r"([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+(.*))?[ \t]*\Z")
_COMMENT = re.compile(r"(?:^|[ \t]+)#.*\Z")
_MAX_LINES = 200


class FrontMatter(msgspec.Struct, frozen=True):
    """The values of the known keys, where the article starts, and notes for the reader."""

    values: Mapping[str, str] = {}
    lines: Mapping[str, int] = {}
    body: int = 0
    notes: tuple[str, ...] = ()


def parse(text: str, *, path: str) -> FrontMatter:
    """Return the front matter of `text`; an empty one if the text opens without.

    Raises `InputError`, naming file and line, where it is broken. Keys that claimcheck
    does not know are passed over, whatever their values are made of.
    """
    fence = _FENCE.match(text)
    if not fence or not _opens(text, fence.end()):
        return FrontMatter()
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    unknown: dict[str, int] = {}
    known = True
    at, number = fence.end(), 1
    while at < len(text) and number <= _MAX_LINES:
        match = _LINE.match(text, at)
        assert match is not None
        at, number, line = match.end(), number + 1, match[1].rstrip()
        place = f"{path}:{number}"
        if line in ("---", "..."):
            return FrontMatter(values, lines, at, _notes(unknown, values))
        if not line or line.startswith("#") or (not known and line[0] in " \t-"):
            continue
        pair = _PAIR.match(line)
        if not pair:
            raise InputError(
                f"front matter has a line that is not `key: value`: {line[:60]!r}",
                place=place,
                hint=f"write e.g. `published: 2025-09-02`, or end it with a `---` line;"
                f" the keys are {', '.join(KEYS)}",
            )
        key, known = pair[1], pair[1] in KEYS
        if not known:
            unknown.setdefault(key, number)
            continue
        if key in values:
            raise InputError(
                f"front matter gives {key!r} twice (first on line {lines[key]})",
                place=place,
                hint="keep one of the two lines",
            )
        lines[key] = number
        values[key] = _scalar(pair[2] or "", place)
    raise InputError(
        "front matter is opened with `---` and never closed",
        place=f"{path}:1",
        hint="put a `---` line after the last `key: value` line",
    )


def published(front: FrontMatter, *, path: str) -> date | None:
    """Return the publication date of the front matter; a time of day is dropped."""
    value = front.values.get("published", "")
    if not value:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d(?:[T ].*)?", value, re.DOTALL):
            raise ValueError
        return date.fromisoformat(value[:10])
    except ValueError:
        raise InputError(
            f"`published: {value[:40]}` is not an ISO date",
            place=f"{path}:{front.lines['published']}",
            hint="write year-month-day, e.g. `published: 2025-09-02`, or leave the line out",
        ) from None


def _opens(text: str, at: int) -> bool:
    """Tell whether what follows a first `---` is front matter, and not a ruled-off article."""
    match = _LINE.match(text, at)
    while match and match.start() < len(text):
        line = match[1].strip()
        if line and not line.startswith("#"):
            return line == "---" or _PAIR.match(line) is not None or ":" in line[:30]
        match = _LINE.match(text, match.end())
    return False


def _scalar(raw: str, place: str) -> str:
    """Return the text of a plain, "double-quoted" or 'single-quoted' value."""
    raw = raw.strip()
    if raw.startswith('"'):
        from json import JSONDecoder

        try:
            value, end = JSONDecoder(strict=False).raw_decode(raw)
        except ValueError:
            raise _unclosed(raw, place) from None
        if _COMMENT.sub("", raw[end:]).strip():
            raise _unclosed(raw, place)
        return str(value).strip()
    if raw.startswith("'"):
        single = re.match(r"'((?:[^']|'')*+)'", raw)
        if not single or _COMMENT.sub("", raw[single.end() :]).strip():
            raise _unclosed(raw, place)
        return single[1].replace("''", "'").strip()
    value = _COMMENT.sub("", raw).strip()
    return "" if value in ("~", "null") else value


def _unclosed(raw: str, place: str) -> InputError:
    return InputError(
        f"front matter has a quoted value that is not closed properly: {raw[:60]}",
        place=place,
        hint="close the quotation mark at the end of the line, and write quotation marks"
        ' inside as \\"',
    )


def _notes(unknown: Mapping[str, int], values: Mapping[str, str]) -> tuple[str, ...]:
    """Return a note for each unknown key that looks like a known one that is not given."""
    meant = ((key, number, _near(key)) for key, number in unknown.items())
    return tuple(
        f"front matter key {key!r} (line {number}) ignored; {close!r}?"
        for key, number, close in meant
        if close and close not in values
    )


def _near(key: str) -> str:
    from difflib import get_close_matches

    lower = key.lower()
    return _MEANT.get(lower) or next(iter(get_close_matches(lower, KEYS, n=1, cutoff=0.8)), "")
