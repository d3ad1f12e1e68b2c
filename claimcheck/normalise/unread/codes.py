"""Recognises addresses, hashtags, and telephone, account and book numbers."""

from __future__ import annotations

import re

GAP = r"\x20\xa0\u2009\u202f"
IBAN = re.compile(
    rf"[A-Z]{{2}}\d{{2}}(?:[{GAP}]?[A-Z0-9]{{4}}){{3,7}}(?:[{GAP}]?[A-Z0-9]{{1,3}})?\b"
)
ISBN = re.compile(r"97[89][- ]?\d[- ]?\d{2,5}[- ]?\d{2,7}[- ]?\d\b")
PHONE = re.compile(
    rf"(?:\+|00)\d{{1,3}}[{GAP}./-]?\(?\d{{1,5}}\)?(?:[{GAP}./-]?\d{{2,9}}){{1,5}}\b"
    rf"|\(?0\d{{2,5}}\)?[{GAP}]?[/–-][{GAP}]?\d{{2,9}}(?:[{GAP}-]\d{{1,6}}){{0,4}}\b"
    rf"|\(?0\d{{2,5}}\)?(?:[{GAP}]\d{{2,9}}){{1,4}}(?:[-–]\d{{1,4}})?\b"
    rf"|0[{GAP}]\d{{2,3}}(?:[{GAP}]\d{{1,2}}){{1,2}}[{GAP}]?[/–-][{GAP}]?\d{{2,9}}"
    rf"(?:[{GAP}-]\d{{1,6}}){{0,5}}\b"
    r"|(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-.]\d{4}\b"
    r"|\d{3}-\d{4}\b"
)
HEX = re.compile(r"0x[0-9A-Fa-f]+\b")
ADDRESS_SIGNS = ("://", "www.", "@", ".com", ".de/", ".org", ".net", ".eu/")
LONGEST = 200


def wide(text: str, start: int) -> tuple[int, int, str] | None:
    """Return the span and kind of an address or of a telephone, account or book number.

    `start` is where digits begin; the span may begin before them.
    """
    if start and text[start - 1] in " \n" and text[start].isdecimal() and _is_plain(text, start):
        return None
    limit = max(0, start - LONGEST)
    first = max(text.rfind(" ", limit, start), text.rfind("\n", limit, start), limit - 1) + 1
    if first < start or text[start : start + 1].isalpha():
        found = _address(text, first, start)
        if found:
            return found
    digits = text[start : start + 4]
    if first < start and text[first].isupper() and (match := IBAN.match(text, first)):
        return match.start(), match.end(), "bank account"
    if digits[:3] in ("978", "979") and (match := ISBN.match(text, start)):
        return match.start(), match.end(), "book number"
    if digits[:2] == "0x" and (match := HEX.match(text, start)):
        return match.start(), match.end(), "code"
    back = start - 1 if start and text[start - 1] in "+(" else start
    if back and (text[back - 1].isalnum() or text[back - 1] in ".,$€£-"):
        return None
    if (
        text[back] in "+(0"
        or text[start + 3 : start + 4] in ("-", ".")
        or digits[:2] in ("1-", "1.")
    ):
        match = PHONE.match(text, back)
        if match and sum(c.isdigit() for c in match.group()) >= 6:
            return match.start(), match.end(), "telephone number"
    return None


def _is_plain(text: str, start: int) -> bool:
    """Tell quickly that digits behind a blank open no number of a book or telephone."""
    digits = text[start : start + 4]
    if digits[0] == "0" or digits[:3] in ("978", "979"):
        return False
    return digits[3:] not in ("-", ".") and digits[:2] not in ("1-", "1.")


def _address(text: str, first: int, start: int) -> tuple[int, int, str] | None:
    """Return the address or hashtag that digits stand in, or None."""
    stop = first
    limit = min(len(text), start + LONGEST)
    while stop < limit and not text[stop].isspace():
        stop += 1
    chunk = text[first:stop].strip("()[]<>.,;:!?\"'„“”")
    if chunk[:1] in ("#", "@") and len(chunk) > 1 and not chunk[1:].isdecimal():
        return first, stop, "hashtag" if chunk[0] == "#" else "address"
    if any(sign in chunk for sign in ADDRESS_SIGNS):
        at = text.index(chunk, first)
        return at, at + len(chunk), "address"
    return None
