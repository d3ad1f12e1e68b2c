"""The publication date out of the text: a wrong one is worse than none."""

from datetime import date

import pytest

from claimcheck.read.dateline import infer

TEXT = "Die Fähre fährt wieder. Der Rat ist zufrieden.\n"
SALE = "Aktie kaufen oder verkaufen? Neue Gratis-Analyse vom 14. August, jetzt lesen:\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stand: 2. September 2025\n\n" + TEXT, date(2025, 9, 2)),
        ("Fähre fährt\nVeröffentlicht am 02.09.2025, 12:30 Uhr\n" + TEXT, date(2025, 9, 2)),
        ("Altenau, 2. September 2025 – " + TEXT, date(2025, 9, 2)),
        ("ALTENAU (abc), 02.09.2025 - " + TEXT, date(2025, 9, 2)),
        ("2025-09-02\n" + TEXT, date(2025, 9, 2)),
        (TEXT + "(Aktualisiert: 2. September 2025)\n", date(2025, 9, 2)),
        ("Am 2. September 2025 fuhr die Fähre wieder.\n" + TEXT, None),
        ("Seit dem 2. September 2025 fährt sie.\n" + TEXT, None),
        ("Stand: 31. Februar 2025\n" + TEXT, None),
        ("Stand: 2. September 2025\nStand: 3. September 2025\n" + TEXT, None),
        ("Stand: 2. September\n" + TEXT, None),
        (TEXT * 8 + "\nIm Jahr 2025 fuhren viele.\n" + SALE, date(2025, 8, 14)),
        (TEXT + "Im Jahr 2025 fuhren viele.\n" + SALE.replace("August", "Januar"), None),
        (TEXT + "Im Jahr 2025 fuhren mehr als im Jahr 2019.\n" + SALE, None),
        (TEXT + "Es waren 2025 Gäste.\n" + SALE, None),
        (TEXT + SALE, None),
        (TEXT + "Im Jahr 2025 gab es einen Brief vom 14. August an den Rat.\n", None),
    ],
)
def test_german(text: str, expected: date | None):
    found = infer(text, start=0, language="de")
    assert (found.when if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published: September 2, 2025\nThe ferry is back.\n", date(2025, 9, 2)),
        ("ALDOVIA, 2 September 2025 - The ferry is back.\n", date(2025, 9, 2)),
        ("The ferry was back on September 2, 2025.\n", None),
        ("Last updated 9/2/2025\nThe ferry is back.\n", None),
    ],
)
def test_english(text: str, expected: date | None):
    found = infer(text, start=0, language="en")
    assert (found.when if found else None) == expected
