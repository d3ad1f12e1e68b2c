"""Reads plain text, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck import language as languages
from claimcheck.errors import InputError
from claimcheck.read import frontmatter
from claimcheck.read.article import Article, File
from claimcheck.read.decode import decode
from claimcheck.segment.comments import blanked


def articles(file: File) -> Iterator[Article]:
    """Yield the one article in a text file; its text is the whole decoded file."""
    text, notes = decode(file.data, path=file.place)
    front = frontmatter.parse(text, path=file.place)
    if front.body and not text[front.body :].strip():
        raise InputError(
            "has front matter and no text",
            place=file.place,
            hint="put the article into it, or leave it out",
        )
    bare = blanked(text)
    yield Article(
        text=text,
        prose="" if bare == text else bare,
        title=front.values.get("title", ""),
        source=front.values.get("source", ""),
        url=front.values.get("url", ""),
        language=known_language(
            front.values.get("lang", ""), "lang", f"{file.place}:{front.lines.get('lang')}"
        ),
        published=frontmatter.published(front, path=file.place),
        published_from="front matter",
        body=front.body,
        notes=notes + front.notes,
        authored=True,
    )


def known_language(written: str, key: str, place: str) -> str:
    """Return the code for the language that a file says it is in; empty if it says none."""
    code = languages.known(written) if written else ""
    if written and not code:
        raise InputError(
            f"`{key}: {written[:20]}` is a language that claimcheck does not know",
            place=place,
            hint=f"known are {', '.join(languages.codes())}; leave out other articles",
        )
    return code
