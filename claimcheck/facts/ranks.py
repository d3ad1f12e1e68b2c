"""Official sources before the press: the order of witnesses, and what a message says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from claimcheck.model import Claim, Document, Fact, Finding

OFFICIAL = 1
_UNRANKED = 1 << 16


class Ranks:
    """The ranks of the sources that claims come from."""

    def __init__(
        self,
        claims: Iterable[Claim],
        documents: Iterable[Document],
        rank: Callable[[Document], int | None],
    ) -> None:
        """`rank` gives the rank of a document's source, 1 being the most official."""
        by_document = {document.id: rank(document) or _UNRANKED for document in documents}
        sources = {document.id: document.source for document in documents}
        self._any = any(found != _UNRANKED for found in by_document.values())
        self._claims = {claim.id: claim for claim in claims} if self._any else {}
        self._rank = {key: by_document[claim.document] for key, claim in self._claims.items()}
        self._source = {key: sources[claim.document] for key, claim in self._claims.items()}

    def ordered(self, fact: Fact) -> Fact:
        """Return the fact with the claims of official sources first."""
        if not self._any:
            return fact
        return replace(fact, claims=tuple(sorted(fact.claims, key=self._rank.__getitem__)))

    def told(self, finding: Finding) -> Finding:
        """Return the finding with official claims first, and what they say in the message."""
        if not self._any or not finding.claims:
            return finding
        claims = sorted(finding.claims, key=self._rank.__getitem__)
        best, worst = self._rank[claims[0]], self._rank[claims[-1]]
        message = finding.message
        if best < worst:
            who = "the official source" if best == OFFICIAL else "the source of higher rank"
            quote = " ".join(self._claims[claims[0]].quote.split())
            message += f"; {who} ({self._source[claims[0]]}) says “{quote}”"
        return replace(finding, claims=tuple(claims), message=message)
