"""Stored claims: one SQLite file that outlives the articles, and is searched by figure and word."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from claimcheck.errors import InputError
from claimcheck.match.dimension import Interval, interval
from claimcheck.model import Claim, Document, Quantity
from claimcheck.report.json import claim_row, document_row, dumps

_MARK = 0x436C6D43
_VERSION = 1
_NEAR = 0.25
"""How far two figures may lie apart, as a share, when one of them is open ("over 75")."""

_FORGET = "DELETE FROM documents WHERE name = ?"
_TABLES = f"""
CREATE TABLE documents (name TEXT PRIMARY KEY, published TEXT, source TEXT, claims INTEGER,
    row TEXT NOT NULL);
CREATE TABLE claims (document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    dimension TEXT, value REAL, low REAL, high REAL, words TEXT NOT NULL,
    around TEXT NOT NULL, sentence TEXT NOT NULL, row TEXT NOT NULL);
CREATE INDEX by_value ON claims (dimension, low, high);
CREATE INDEX by_document ON claims (document);
PRAGMA application_id = {_MARK};
PRAGMA user_version = {_VERSION};
"""


class Stored(NamedTuple):
    """A stored article: what it is called, when it appeared where, and how much it claims."""

    name: str
    published: str | None
    source: str | None
    claims: int


class Hit(NamedTuple):
    """A stored claim with its sentence; `claim` and `document` are as in the JSON of a report."""

    claim: dict[str, object]
    document: dict[str, object]
    sentence: str


class Archive:
    """An open archive."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Store an article and its claims; one of the same name is replaced."""
        name = name_of(document)
        self.remove([name])
        row = document_row(document)
        self._database.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?)",
            (name, row["published"], document.source, len(claims), _packed(row)),
        )
        self._database.executemany(
            "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_columns(name, document, claim) for claim in claims),
        )

    def remove(self, names: Iterable[str]) -> list[str]:
        """Forget articles; return the names that were stored."""
        return [name for name in names if self._database.execute(_FORGET, (_clean(name),)).rowcount]

    def documents(self) -> list[Stored]:
        """Return the stored articles, oldest first."""
        query = "SELECT name, published, source, claims FROM documents ORDER BY published, name"
        return [Stored(*row) for row in self._database.execute(query)]

    def find(self, words: Sequence[str], quantities: Sequence[Quantity]) -> list[Hit]:
        """Return the claims that can mean one of the quantities and are about all the words.

        If no claim is about the words, those count whose sentence has them.
        """
        return self._find("words", words, quantities) or self._find("around", words, quantities)

    def _find(self, column: str, words: Sequence[str], quantities: Sequence[Quantity]) -> list[Hit]:
        spans = [found for one in quantities if (found := _interval(one))]
        where = [f"instr(claims.{column}, ?) > 0"] * len(words)
        values: list[object] = [_clean(word.lower()) for word in words]
        if quantities:
            where.append(f"({' OR '.join([_MEETS] * len(spans)) or '0'})")
            values += [part for span in spans for part in _meeting(span)]
        query = (
            "SELECT claims.row, documents.row, sentence FROM claims"
            f" JOIN documents ON name = document WHERE {' AND '.join(where) or '1'}"
            " ORDER BY published, name, claims.rowid"
        )
        return [
            Hit(msgspec.json.decode(claim), msgspec.json.decode(document), sentence)
            for claim, document, sentence in self._database.execute(query, values)
        ]


_MEETS = (
    "(dimension = ? AND low <= ? AND high >= ? AND (? + high - low < 9e999 OR abs(value - ?) <= ?))"
)


def _meeting(span: Interval) -> tuple[object, ...]:
    dimension, value, low, high = span
    return dimension, high, low, high - low, value, abs(value) * _NEAR


def _interval(quantity: Quantity) -> Interval | None:
    """Return the interval, each currency being a dimension of its own."""
    found = interval(quantity)
    return (f"money {quantity.unit}", *found[1:]) if found and found[0] == "money" else found


def name_of(document: Document) -> str:
    """Return what an archive calls an article: its path, title or fingerprint."""
    return _clean(document.path or document.title or document.sha256 or document.id)


def _columns(name: str, document: Document, claim: Claim) -> tuple[object, ...]:
    sentence = " ".join(document.text[claim.sentence.start : claim.sentence.end].split())
    named = [one for one in (claim.subject, claim.measure) if one]
    words = [claim.quote, *(text for one in named for text in (one.text, one.key))]
    span = _interval(claim.quantity) or (None, None, None, None)
    about = "\n".join(words).lower().replace("_", " ")
    return (name, *span, about, sentence.lower(), sentence, _packed(claim_row(claim)))


def _clean(text: str) -> str:
    """Return text without what a file name may hold and UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _packed(row: dict[str, object]) -> str:
    return dumps(row, indent=-1)


@contextmanager
def opened(file: str, *, create: bool = False) -> Iterator[Archive]:
    """Open an archive; what is changed inside the `with` block is stored whole or not at all."""
    if not create and not Path(file).is_file():
        raise InputError(
            "no such archive", place=file, hint="make one: claimcheck archive add PATH..."
        )
    try:
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("PRAGMA foreign_keys = ON")
            _prepare(database, file)
            yield Archive(database)
    except sqlite3.Error as error:
        raise InputError(
            f"cannot be used: {error}", place=file, hint="name another --archive"
        ) from None


def _prepare(database: sqlite3.Connection, file: str) -> None:
    (mark,) = database.execute("PRAGMA application_id").fetchone()
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not tables and not mark:
        database.executescript(_TABLES)
    elif (mark, version) != (_MARK, _VERSION):
        raise InputError(
            "is no archive of this version of claimcheck", place=file, hint="name another --archive"
        )
