"""Turns the bytes of a file into text, and says so when that took a guess."""

from __future__ import annotations

import re

from claimcheck.errors import InputError

_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(r"[^\x00-\x7f\ufffd]")
_MARKS = {b"%PDF": "a PDF file", b"PK\x03\x04": "a zip or Office file", b"\x1f\x8b": "a gzip file"}
_SAMPLE = 65536


def decode(data: bytes, *, path: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of `data` and notes on how it was read. A byte order mark is dropped.

    UTF-8 is the rule, UTF-16 is known by its mark, and what is neither is read as
    Windows-1252. Raises `InputError` for what is no text at all.
    """
    for mark, codec in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _utf16(data, codec, path)
    _refuse_binary(data, path)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        return _fall_back(data, error, path)


def _utf16(data: bytes, codec: str, path: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(codec), ("read as UTF-16",)
    except UnicodeDecodeError:
        raise InputError(
            "is neither text nor whole UTF-16", place=path, hint="save it as UTF-8 text"
        ) from None


def _refuse_binary(data: bytes, path: str) -> None:
    for mark, what in _MARKS.items():
        if data.startswith(mark):
            raise InputError(f"is {what}, not text", place=path, hint="save it as UTF-8 text")
    sample = data[:_SAMPLE]
    control = len(_BINARY.findall(sample))
    if b"\x00" in sample or control > 0.02 * len(sample) + 8:
        raise InputError(
            "is a binary file, not text", place=path, hint="leave it out, or save it as UTF-8 text"
        )


def _fall_back(data: bytes, error: UnicodeDecodeError, path: str) -> tuple[str, tuple[str, ...]]:
    """Read what is not whole UTF-8: damaged UTF-8, or else Windows-1252."""
    repaired = data.decode("utf-8-sig", errors="replace")
    broken = repaired.count("\ufffd")
    if len(_MULTIBYTE.findall(repaired)) > broken:
        line = data.count(b"\n", 0, error.start) + 1
        note = f"{broken} broken UTF-8 characters replaced, the first on line {line}"
        return repaired, (note,)
    try:
        return data.decode("cp1252"), ("not UTF-8: read as Windows-1252",)
    except UnicodeDecodeError:
        raise InputError(
            f"is neither UTF-8 nor Windows-1252 (byte {error.start})",
            place=path,
            hint="save it as UTF-8 text",
        ) from None
