"""Who an article speaks of, read from all its sentences before any claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from claimcheck.extract.clauses.order import NO_ORDER
from claimcheck.extract.names.actors import LEAD, Actors, Mentions, actors, speaking
from claimcheck.extract.names.called import Written, called, read
from claimcheck.extract.names.nations import main_nation
from claimcheck.extract.names.titled import Titled
from claimcheck.extract.sentence import Analysis, names_led
from claimcheck.extract.words.usage import Usage
from claimcheck.model import Document, Named, Sentence

_STOPS = frozenset('.!?”“"')
"""What whole sentences end in; bylines do not, and are no lead."""


class Cast(msgspec.Struct, frozen=True, gc=False):
    """Who or what an article is mostly about, who is called by each noun, and who has a title."""

    actors: Actors
    called: Mapping[str, Named]
    titled: Titled


def cast(
    document: Document,
    sentences: Sequence[tuple[Sentence, tuple[str, ...], Analysis | None]],
    usage: Usage,
) -> Cast:
    """Return the cast of a document from its sentences, their words and, with numbers, analyses.

    Of the sentences without a number those of the lead name somebody.
    """
    language, title = document.language, document.title or ""
    mentions: list[Mentions] = []
    written: list[Written] = []
    whole = 0
    for sentence, words, analysis in sentences:
        if sentence.role == "promotion" or not words:
            continue
        stops = words[-1] in _STOPS
        lead = stops and whole < LEAD
        whole += stops
        start = sentence.start
        if analysis is not None:
            hits, led = analysis.candidates, analysis.led
            mentions.append(Mentions(start, lead, hits, led, speaking(analysis)))
            written.append(Written(words, analysis.names, analysis.order or NO_ORDER))
        elif lead:
            names, led = names_led(words, usage, language)
            mentions.append(Mentions(start, lead, names, led))
            written.append(read(words, names, language))
    nation = main_nation((words for _, words, _ in sentences), title, language)
    told = [(one.start, words) for one, words, _ in sentences if one.role != "promotion"]
    titled = Titled([words for _, words, _ in sentences], language)
    leading = actors(mentions, title, nation, told, titled.genders(usage.pairs))
    return Cast(leading, called(written, language), titled)
