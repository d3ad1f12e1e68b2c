"""A date that cannot be is noted, with no second article."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck import Document, audit

ROWS = [
    ("Die Brücke wird am Dienstag, 3. September 2025, eröffnet.", "de", "Wednesday"),
    ("The bridge opens on Tuesday, 3 September 2025.", "en", "Wednesday"),
    ("Die Brücke wird am Mittwoch, dem 3. September 2025, eröffnet.", "de", ""),
    ("The bridge opens on Wednesday, 3 September 2025.", "en", ""),
    ("Die Brücke wurde am 31. Februar 2024 eröffnet.", "de", "calendar"),
    ("The bridge opened on 29 February 2023.", "en", "calendar"),
    ("Die Brücke wurde am 29. Februar 2024 eröffnet.", "de", ""),
    ("Die Brücke wird am Dienstag, 3. September, eröffnet.", "de", ""),
    ("Am Dienstag wird die Brücke eröffnet, am 3. September 2025 der Tunnel.", "de", ""),
]


@pytest.mark.parametrize(("text", "language", "day"), ROWS, ids=[row[0] for row in ROWS])
def test_weekdays(text: str, language: str, day: str):
    document = Document(id="a", text=text, language=language, published=date(2025, 8, 20))
    (read,) = audit([document]).documents
    assert [note.split()[-1] for note in read.notes] == ([day] if day else [])
