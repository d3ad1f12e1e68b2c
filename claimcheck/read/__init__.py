"""Reads article files into documents.

`paths` finds the files, by `patterns`; `formats` says which module reads each: `text`, `markdown`,
`html`, `mhtml`, `docx`, `pdf` and `jsonl`. A reader takes and gives what `article` defines;
`streams` unpacks, `decode` makes text of bytes, `extras` loads libraries that are not always there.

`frontmatter`, `title` and `sources` say what is known of a text besides its words. Of a page, made
a tree by `page_tree`, `page_meta` says that, and `page_text` finds the main text; `pdf_text` makes
running text of the lines of PDF pages. `dateline` infers when an article was published.

`formats.py` names the formats; each has a module here that yields `Article`s. What a file
does not say of itself comes from options, from `sources.toml`, or from the text.
"""

from __future__ import annotations

import hashlib
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from claimcheck import language as languages
from claimcheck.errors import InputError
from claimcheck.model import Document, PublishedFrom
from claimcheck.progress import track
from claimcheck.read.article import Article, File
from claimcheck.read.formats import read_with
from claimcheck.read.paths import STDIN, expand, shown
from claimcheck.read.sources import About, Sources
from claimcheck.read.title import headline

Dates = date | Mapping[str, date] | None


def read(
    path: str | os.PathLike[str], *, language: str | None = None, published: Dates = None
) -> Document:
    """Return the article in a file, or on standard input for "-".

    `language` (an ISO 639-1 code) and `published` are used where the file does not say;
    `published` is one date, or a date by file name. What nobody gives is recognised from
    the text. Raises `InputError` for what cannot be read as one article.
    """
    file = Path(path)
    found = list(_documents(_file(file), file, Sources(), language, published))
    if len(found) != 1:
        raise InputError(
            f"holds {len(found):,} articles, not one",
            place=shown(file),
            hint="read them with claimcheck.read.read_all",
        )
    return found[0]


def read_all(
    paths: Iterable[str | os.PathLike[str]],
    *,
    language: str | None = None,
    published: Dates = None,
    exclude: Sequence[str] = (),
    stdin_name: str = "",
) -> list[Document]:
    """Return all articles that `paths` stand for: files, folders, patterns, "-".

    They are sorted by path and named d1, d2 …, so that the order of `paths` is of no
    account; a file named twice is read once. Files and folders that match a pattern in
    `exclude` are left out. `stdin_name` is what the file on standard input is called.
    """
    sources = Sources()
    documents = [
        document
        for path in track("opening files", expand(paths, exclude))
        for document in _documents(_file(path, stdin_name), path, sources, language, published)
    ]
    if isinstance(published, Mapping):
        _all_used(published, documents)
    return number(documents)


def number(documents: Iterable[Document], prefix: str = "d") -> list[Document]:
    """Return the documents with ids d1, d2 …, given by path and content, not by order."""
    from msgspec.structs import replace

    ordered = sorted(documents, key=_place)
    return [
        replace(document, id=f"{prefix}{index}") for index, document in enumerate(ordered, start=1)
    ]


def document(
    data: bytes, *, path: str, language: str | None = None, published: Dates = None
) -> Document:
    """Return the article in `data`, the bytes of a file that is called `path`."""
    place = "standard input" if path == STDIN else path
    file = File(path, place, lambda: io.BytesIO(data))
    (article,) = read_with(file)
    return _document(article, file, About(), language, published)


def _documents(
    file: File, path: Path, sources: Sources, language: str | None, published: Dates
) -> Iterator[Document]:
    named = Path(file.path) if str(path) == STDIN else path
    said = About() if file.path == STDIN else sources.about(named)
    for article in read_with(file):
        yield _document(article, file, said, language, published)


def _document(
    article: Article, file: File, said: About, language: str | None, published: Dates
) -> Document:
    """Put together what the file, the options, `sources.toml` and the text say."""
    path, place = f"{file.path}{article.name}", f"{file.place}{article.name}"
    prose = article.prose or article.text
    if not prose[article.body :].strip():
        raise InputError("is empty", place=place, hint="put the article into it, or leave it out")
    code, notes = _language(article, said, language)
    option = _for_file(published, path) or _for_file(published, file.path)
    when, origin, where = _published(article, option or said.published_of(path), code)
    raw = file.data if article.raw is None else article.raw
    title = article.title or headline(prose, article.body)
    own, given = (
        (article.source, said.source) if article.authored else (said.source, article.source)
    )
    return Document(
        text=article.text,
        path=path,
        title=title or None,
        source=own or given or None,
        url=article.url or None,
        language=code,
        published=when,
        published_from=origin,
        published_at=where,
        sha256=hashlib.sha256(raw).hexdigest(),
        body=article.body,
        prose=article.prose,
        anchors=article.anchors,
        rank=said.rank,
        notes=notes,
    )


def _file(path: Path, stdin_name: str = "") -> File:
    if str(path) != STDIN:
        return File(shown(path), shown(path), lambda: path.open("rb", buffering=65536))
    return File(stdin_name or STDIN, stdin_name or "standard input", _standard_input)


def _standard_input() -> BinaryIO:
    stream = sys.stdin.buffer if sys.stdin else io.BytesIO()
    if stream.closed:
        raise InputError(
            "is named twice, and can be read once", place="standard input", hint="name it once"
        )
    return stream


def _language(article: Article, said: About, given: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the language by file, then `sources.toml`, then option, then the text's words."""
    code = article.language or said.language or given
    if code:
        return code, article.notes
    prose = article.prose or article.text
    code = languages.detect(prose[article.body :]) or article.likely_language
    if code:
        return code, article.notes
    fallback = languages.codes()[0]
    note = f"language not recognised, read as {fallback!r}; see --language"
    return fallback, (*article.notes, note)


def _published(
    article: Article, option: date | None, language: str
) -> tuple[date | None, PublishedFrom | None, int | None]:
    """Return the publication date, where it is from, and its place if it is in the text."""
    from claimcheck.read.dateline import infer

    if article.published:
        return article.published, article.published_from, None
    if option:
        return option, "option", None
    found = infer(article.prose or article.text, start=article.body, language=language)
    return (found.when, "text", found.at) if found else (None, None, None)


def _place(document: Document) -> tuple[str, int, str, str, str, str]:
    """Return what documents are sorted by: file, line of the file, content."""
    told = (document.sha256, document.text, str(document.published), document.source or "")
    path, _, line = (document.path or "").rpartition("#")
    if path and line.isdecimal():
        return path, int(line), *told
    return document.path or "", 0, *told


def _names(path: str) -> tuple[str, ...]:
    pure = Path(path)
    return (path, pure.name, pure.stem)


def _for_file(given: Dates, path: str) -> date | None:
    if isinstance(given, Mapping):
        return next((given[name] for name in _names(path) if name in given), None)
    return given


def _all_used(dates: Mapping[str, date], documents: list[Document]) -> None:
    """Complain about a date for a file that was not read: most likely a slip of the pen."""
    names = {
        name
        for document in documents
        for path in (document.path or "", (document.path or "").rpartition("#")[0])
        for name in _names(path)
    }
    unused = sorted(set(dates) - names)
    if unused:
        raise InputError(
            f"a date is given for {unused[0]!r}, and no such file is read",
            hint="name the file as in the list of paths, or by its name without folder",
        )
