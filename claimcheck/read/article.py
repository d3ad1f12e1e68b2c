"""What the readers of formats take and give: a file within bounds, and the articles in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from io import BufferedReader
from typing import Any, BinaryIO, cast

import msgspec

from claimcheck.errors import InputError
from claimcheck.model import Anchor, PublishedFrom, Record
from claimcheck.read.streams import plain

LARGEST = 100_000_000
"""Bytes of a file that holds one article. The limit is for what is unpacked, too."""

_HEAD = 65536

LONGEST_LINE = 20_000_000
"""Bytes of a line in a file that holds an article a line."""


class Article(Record, frozen=True):
    """What a reader finds in a file. The fields are those of `Document`, as far as known.

    `language` is a code that the file gives on purpose, `likely_language` one that is only
    used if the text does not tell. `name` parts the articles of one file ("#17"), and
    `raw` are the bytes of this one, if the file holds several.
    """

    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    likely_language: str = ""
    published: date | None = None
    published_from: PublishedFrom = "metadata"
    body: int = 0
    prose: str = ""
    anchors: tuple[Anchor, ...] = ()
    notes: tuple[str, ...] = ()
    name: str = ""
    raw: bytes | None = None
    authored: bool = False
    """Whether title, source and language were written by a person for this program."""


class File:
    """A file to be read once: what it is called, and its bytes, unpacked and within bounds.

    All that goes wrong with the file itself is raised as `InputError`.
    """

    def __init__(self, path: str, place: str, start: Callable[[], BinaryIO]) -> None:
        """`path` is as reports show it, `place` as complaints do; `start` opens the file."""
        self.path = path
        self.place = place
        self._start = start

    @cached_property
    def _stream(self) -> BufferedReader:
        stream = plain(self._start(), self.path, self.place)
        return stream if isinstance(stream, BufferedReader) else BufferedReader(cast(Any, stream))

    def head(self) -> bytes:
        """Return some of the first bytes; they are read again by what comes after."""
        with self._complaining():
            return self._stream.peek(_HEAD)

    @cached_property
    def data(self) -> bytes:
        """The whole content. Raises `InputError` if that is broken or more than `LARGEST`."""
        with self._complaining(), self._stream as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise InputError(
                f"is larger than {LARGEST // 1_000_000} MB",
                place=self.place,
                hint="split it, or put an article on each line of a .jsonl file",
            )
        return data

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Yield the number and the bytes of each line, without ever holding the whole file."""
        number = 0
        with self._complaining(), self._stream as stream:
            while line := stream.readline(LONGEST_LINE + 1):
                number += 1
                if len(line) > LONGEST_LINE:
                    raise InputError(
                        f"the line is longer than {LONGEST_LINE // 1_000_000} MB",
                        place=f"{self.place}:{number}",
                        hint="put one article on each line",
                    )
                yield number, line

    def close(self) -> None:
        """Close the file if it is open."""
        if "_stream" in self.__dict__:
            self._stream.close()

    @contextmanager
    def _complaining(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError:
            raise InputError("no such file", place=self.place, hint="check the name") from None
        except IsADirectoryError:
            raise InputError(
                "is a folder", place=self.place, hint="name a file, or use read_all for folders"
            ) from None
        except OSError as error:
            raise InputError(
                f"cannot be read: {error.strerror or error}",
                place=self.place,
                hint="check its permissions",
            ) from None


class Part(msgspec.Struct, frozen=True):
    """A heading, paragraph, list item or table row of a formatted file, on a line of its own."""

    text: str
    mark: str = ""
    """What Markdown writes before it: "# ", "## ", "- "."""


def lay_out(parts: list[Part]) -> tuple[str, tuple[Anchor, ...]]:
    """Return the parts as one text, and where each begins, counted as paragraphs.

    >>> text, anchors = lay_out([Part("Werft zu", "# "), Part("40 Leute gehen.")])
    >>> text
    '# Werft zu\\n\\n40 Leute gehen.\\n'
    >>> anchors[1]
    Anchor(start=12, page=None, paragraph=2)
    """
    pieces: list[str] = []
    anchors: list[Anchor] = []
    at = 0
    for part in parts:
        text = part.text.strip()
        if text:
            anchors.append(Anchor(at, paragraph=len(anchors) + 1))
            pieces.append(f"{part.mark}{text}")
            at += len(pieces[-1]) + 2
    return ("\n\n".join(pieces) + "\n" if pieces else ""), tuple(anchors)
