"""What a page says of itself: title, outlet, date and address.

It is said in JSON-LD (schema.org's NewsArticle), in Open Graph and other `<meta>` tags, and
by the elements themselves; the first that says it counts, in this order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from claimcheck.model import Record
from claimcheck.read.page_tree import Node

_ARTICLE = re.compile(r"(?:[A-Z]\w*)?Article\Z|BlogPosting\Z|Report\Z|LiveBlogPosting\Z")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "publishdate", "pubdate", "date",
)  # fmt: skip
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)", re.IGNORECASE)
_SAVED_BY_SINGLEFILE = re.compile(r"<!--\s*Page saved with SingleFile\s*url:\s*(\S+)", re.I)
_SEPARATOR = re.compile(r"\s+[|–—-]\s+|\s*[|»]\s*")


class PageMeta(Record, frozen=True):
    """What a page says of itself; empty where it does not."""

    title: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""
    published: date | None = None
    headline: str = ""
    """The headline that readers see."""
    own_report: bool = False
    """Whether the page is a report of this program."""


def page_meta(root: Node, page: str) -> PageMeta:
    """Return what the page with this tree and source says of itself."""
    meta = _meta(root)
    address = _address(root, meta, page)
    article = _article(root, address)
    visible = _visible_headline(root)
    url = address or _link(article.get("mainEntityOfPage")) or _link(article.get("url"))
    outlet = _name(article.get("publisher")) or _first(meta, _OUTLETS)
    title = _text(article.get("headline")) or _first(meta, _TITLES) or visible
    title = title or _page_title(root, outlet)
    return PageMeta(
        title=title,
        outlet=outlet or (urlsplit(url).hostname or "").removeprefix("www."),
        url=url,
        language=next((html.get("lang") for html in root.elements("html")), ""),
        published=_published(article, meta, root),
        headline=visible or (title if _is_shown(title, root) else ""),
        own_report=meta.get("generator", "").startswith("claimcheck"),
    )  # fmt: skip


def _meta(root: Node) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for node in root.elements("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = " ".join(node.get("content").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _first(meta: Mapping[str, str], names: Iterable[str]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _address(root: Node, meta: Mapping[str, str], page: str) -> str:
    """Return the address of a page; that which a browser saved it from comes last."""
    saved = _SAVED.search(page[:4000]) or _SAVED_BY_SINGLEFILE.search(page[:4000])
    base = saved[1] if saved else ""
    links = [node.get("href") for node in root.elements("link") if "canonical" in _rel(node)]
    for found in (*links, meta.get("og:url", ""), base):
        address = _web(found, base)
        if address:
            return address
    return ""


def _rel(node: Node) -> list[str]:
    return node.get("rel").lower().split()


def _web(address: str, base: str = "") -> str:
    """Return an absolute address on the web; empty for anything else."""
    try:
        whole = urljoin(base, address.strip())
        parts = urlsplit(whole)
    except ValueError:
        return ""
    return whole if parts.scheme in ("http", "https") and parts.hostname else ""


def _article(root: Node, address: str) -> Mapping[str, Any]:
    """Return the JSON-LD record of the article: that with the page's address, or the first."""
    found = [
        record
        for script in root.elements("script")
        if script.get("type").lower().partition(";")[0] == "application/ld+json"
        for record in _records(_json(script.text()))
        if any(_ARTICLE.match(kind) for kind in _kinds(record))
    ]
    same = (
        record
        for record in found
        if address in (_link(record.get("mainEntityOfPage")), _link(record.get("url")))
    )
    return next(same, found[0] if found else {})


def _json(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removeprefix("//<![CDATA[").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _records(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the records of JSON-LD: one, a list, or a graph of them."""
    waiting = [value]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            yield value
            waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]


def _kinds(record: Mapping[str, Any]) -> list[str]:
    kinds = record.get("@type")
    return [_text(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _text(value: Any) -> str:
    """Return a text of JSON-LD on one line, its character references resolved."""
    from html import unescape

    value = value[0] if isinstance(value, list) and value else value
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def _name(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _link(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return _web(_text(value.get("@id") or value.get("url") if isinstance(value, dict) else value))


def _published(article: Mapping[str, Any], meta: Mapping[str, str], root: Node) -> date | None:
    written = [_text(article.get("datePublished")), *(meta.get(name, "") for name in _DATES)]
    written += [
        node.get("datetime") or node.get("content")
        for node in root.elements("time", "span", "div", "p")
        if node.get("itemprop").lower() == "datepublished" or "pubdate" in node.attributes
    ]
    found = next((day for day in map(_day, written) if day), None)
    return found or _only_time(root)


def _only_time(root: Node) -> date | None:
    """Return the day of the `<time>` elements of the page if they agree on one."""
    days = {_day(node.get("datetime")) for node in root.elements("time")} - {None}
    return days.pop() if len(days) == 1 else None


def _day(written: str) -> date | None:
    """Return the day of an ISO date as it is written, whatever its time zone; else None."""
    match = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)", written)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _visible_headline(root: Node) -> str:
    """Return the first headline of the page that is more than the outlet's name."""
    found = [node.words() for node in root.elements("h1")]
    return next((words for words in found if len(words.split()) > 2), found[0] if found else "")


def _is_shown(title: str, root: Node) -> bool:
    """Tell whether a title stands in the page itself."""
    shown = (body.words() for body in root.elements("body"))
    return bool(title) and any(title in words for words in shown)


def _page_title(root: Node, outlet: str) -> str:
    """Return the page's `<title>`, without the outlet's name at its end."""
    title = next((node.words() for node in root.elements("title")), "")
    parts = _SEPARATOR.split(title)
    named = outlet and parts[-1].casefold() in (outlet.casefold(), *outlet.casefold().split())
    if len(parts) > 1 and (named or len(parts[-1].split()) <= 2 < len(parts[0].split())):
        return title[: title.rindex(parts[-1])].rstrip(" |–—-»")
    return title
