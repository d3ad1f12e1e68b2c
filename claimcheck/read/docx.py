"""Reads Word files: what stands in the text, tracked changes taken as accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from claimcheck.errors import InputError
from claimcheck.read.article import LARGEST, Article, File, Part, lay_out
from claimcheck.read.extras import need

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PASSED = frozenset(
    f"{_W}{name}"
    for name in ("del", "moveFrom", "delText", "instrText", "rPr", "pPr", "sectPr", "tblPr",
                 "footnoteReference", "endnoteReference", "commentReference", "drawing", "pict")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}  # fmt: skip
_WRITTEN = {
    f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-",
}  # fmt: skip


def articles(file: File) -> Iterator[Article]:
    """Yield the article of a `.docx` file: headings, paragraphs, lists and tables.

    Comments, deleted text, headers and footers are not read. The dates in its properties
    are those of the file, not of publication, and say nothing here.
    """
    document = _opened(file)
    styles = _Styles(document)
    parts = [part for part in _parts(document.element.body, styles) if part.text]
    text, anchors = lay_out(parts)
    if not text:
        raise InputError("has no text", place=file.place, hint="put the article into it")
    titles = (part.text for part in parts[:3] if part.mark == "# ")
    title = next(titles, "") or (document.core_properties.title or "").strip()
    yield Article(text=text, title=title, anchors=anchors)


def _opened(file: File) -> Any:
    """Return the document; raises `InputError` where it is broken, or no Word file at all."""
    docx = need("docx", extra="docx", place=file.place)
    if not file.data:
        raise InputError("is empty", place=file.place, hint="leave it out")
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            entries = archive.infolist()
            size = sum(entry.file_size for entry in entries if entry.filename.endswith(".xml"))
            locked = any(entry.flag_bits & 1 for entry in entries)
            names = {entry.filename for entry in entries}
    except zipfile.BadZipFile:
        raise _broken(file) from None
    if size > LARGEST:
        raise InputError(
            f"unpacks to {size // 1_000_000:,} MB of text",
            place=file.place,
            hint="that is no article: leave it out",
        )
    if locked:
        raise InputError("is protected by a password", place=file.place, hint="save it without")
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise InputError("is no Word file", place=file.place, hint="save it as .docx")
    try:
        document = docx.Document(io.BytesIO(file.data))
        document.element.body.tag  # noqa: B018 - a file without a body fails here
    except Exception as error:  # python-docx and lxml raise whatever they stumble over
        if isinstance(error, MemoryError):
            raise
        raise _broken(file) from None
    return document


def _broken(file: File) -> InputError:
    return InputError(
        "is damaged: Word's parts of it are missing or broken",
        place=file.place,
        hint="open it in a word processor and save it anew",
    )


class _Styles:
    """Tells headings and list items by the styles of their paragraphs."""

    def __init__(self, document: Any) -> None:
        self._marks: dict[str, str] = {}
        for style in document.styles.element.iter(f"{_W}style"):
            self._marks[style.get(f"{_W}styleId") or ""] = _style_mark(style)

    def mark(self, paragraph: Any) -> str:
        """Return the mark of a heading or list item; nothing for other paragraphs."""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        named = self._marks.get(style.get(f"{_W}val"), "") if style is not None else ""
        if named:
            return named
        if paragraph.find(f"{_W}pPr/{_W}outlineLvl") is not None:
            return "## "
        return "- " if _numbered(paragraph.find(f"{_W}pPr")) else ""


def _style_mark(style: Any) -> str:
    named = style.find(f"{_W}name")
    name = (named.get(f"{_W}val") or "").lower() if named is not None else ""
    if name == "title":
        return "# "
    if name in ("subtitle", "toc heading"):
        return "## "
    if name.startswith("heading ") and name[8:].isdigit():
        return "# " if name == "heading 1" else "## "
    if style.find(f"{_W}pPr/{_W}outlineLvl") is not None:
        return "## "
    listed = name.startswith("list ") and name != "list paragraph"
    return "- " if listed or _numbered(style.find(f"{_W}pPr")) else ""


def _numbered(properties: Any) -> bool:
    number = properties.find(f"{_W}numPr/{_W}numId") if properties is not None else None
    return number is not None and number.get(f"{_W}val") != "0"


def _parts(block: Any, styles: _Styles) -> Iterator[Part]:
    """Yield the paragraphs and table rows below an element, in their order."""
    carried = ""
    for child in block:
        if child.tag == f"{_W}p":
            text = carried + _text(child)
            if _end_is_deleted(child):
                carried = text
                continue
            carried = ""
            mark = styles.mark(child)
            yield Part(_tidy(text, keep_lines=not mark), mark)
        elif child.tag == f"{_W}tbl":
            for row in _rows(child):
                yield Part(" | ".join(_tidy(_text(cell)) for cell in _cells(row)))
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo"):
            yield from _parts(child, styles)
    if carried:
        yield Part(_tidy(carried, keep_lines=True))


def _rows(table: Any) -> Iterator[Any]:
    """Yield the rows of a table that were not deleted; those of a table inside belong to it."""
    for row in table:
        if row.tag == f"{_W}sdt":
            yield from row.iter(f"{_W}tr")
        elif row.tag == f"{_W}tr" and row.find(f"{_W}trPr/{_W}del") is None:
            yield row


def _cells(row: Any) -> Iterator[Any]:
    for cell in row:
        if cell.tag == f"{_W}tc":
            yield cell
        elif cell.tag == f"{_W}sdt":
            yield from cell.iter(f"{_W}tc")


def _end_is_deleted(paragraph: Any) -> bool:
    """Tell whether the end of a paragraph was deleted, so that the next one goes on with it."""
    return paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None


def _text(element: Any) -> str:
    """Return the text of a paragraph or cell as it reads with all changes accepted."""
    pieces: list[str] = []
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if node.tag in _PASSED or (node.tag == f"{_W}r" and _is_hidden(node)):
            continue
        if node.tag == f"{_W}t":
            pieces.append(node.text or "")
        elif node.tag in _WRITTEN:
            pieces.append(_WRITTEN[node.tag])
        elif node.tag == f"{_W}p" and node is not element and pieces:
            pieces.append("\n")
        waiting += reversed(node)
    return "".join(pieces)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(f"{_W}val") not in ("0", "false")


def _tidy(text: str, keep_lines: bool = False) -> str:
    lines = [" ".join(line.split(" ")).strip() for line in text.replace("\t", " ").split("\n")]
    return ("\n" if keep_lines else " ").join(line for line in lines if line)
