"""Holds news articles against each other: where they agree and where they contradict.

    from claimcheck import audit, read_all
    report = audit(read_all(["articles/"]))

Importing this loads nothing else; each function loads what it needs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from os import PathLike
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.config import Config
    from claimcheck.model import Claim, Comparison, Document, Quantity, Report

__all__ = [
    "Document",
    "audit",
    "check",
    "compare",
    "extract",
    "normalise",
    "read",
    "read_all",
]


def read(
    path: str | PathLike[str],
    *,
    language: str | None = None,
    published: date | Mapping[str, date] | None = None,
) -> Document:
    """Return the article in a file; see `claimcheck.read.read`."""
    from claimcheck.read import read as run

    return run(path, language=language, published=published)


def read_all(
    paths: Iterable[str | PathLike[str]],
    *,
    language: str | None = None,
    published: date | Mapping[str, date] | None = None,
) -> list[Document]:
    """Return all articles in files, folders and patterns; see `claimcheck.read.read_all`."""
    from claimcheck.read import read_all as run

    return run(paths, language=language, published=published)


def audit(documents: Iterable[Document], *, config: Config | None = None) -> Report:
    """Compare all documents with each other."""
    from claimcheck.engine import audit as run

    return run(documents)


def check(
    drafts: Iterable[Document], *, against: Iterable[Document], config: Config | None = None
) -> Report:
    """Hold drafts against sources; sources are not compared among themselves."""
    from claimcheck.engine import check as run

    return run(drafts, against)


def compare(documents: Iterable[Document]) -> list[Comparison]:
    """Return the comparisons of an audit alone."""
    from claimcheck.engine import compare as run

    return run(documents)


def extract(document: Document) -> list[Claim]:
    """Return the claims of one document, in the order of the text."""
    from claimcheck.engine import extract as run

    return run(document)


def normalise(text: str, *, language: str, published: date | None = None) -> list[Quantity]:
    """Return the quantities in a text; `published` resolves relative dates."""
    from claimcheck.normalise import scan

    return list(scan(text, language, published).quantities)


def __getattr__(name: str) -> Any:
    if name == "Document":
        from claimcheck.model import Document

        return Document
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class _Package(ModuleType):
    """Keeps the names above: importing the package `claimcheck.read` would replace `read`."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
