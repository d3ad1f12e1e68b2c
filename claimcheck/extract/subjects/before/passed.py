"""What a sentence speaks of: the actor and the name that the next sentences carry on."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.clauses.standing import oblique
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.names.finder import NameHit, find
from claimcheck.extract.names.nouns import NounHit, find_nouns
from claimcheck.extract.sentence import Analysis, analyse, particles
from claimcheck.extract.subjects.before.bodies import generic
from claimcheck.extract.tokens import Tokens
from claimcheck.extract.words.cues import Cue, cues
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.parts import parts
from claimcheck.extract.words.usage import Usage, shapes
from claimcheck.model import Named, Sentence

Spoken = tuple[Named | None, Named | None]
"""The first actor of a sentence, and its first name."""


def in_focus(analysis: Analysis) -> Spoken:
    """Return what the next sentences carry on: the first actor, and the first name."""
    language = analysis.sentence.language
    actor = None
    for candidate in analysis.candidates:
        if candidate.first not in analysis.oblique and _may_act(candidate, language):
            actor = candidate
            break
    names = (name for name in analysis.names if name.first not in analysis.led)
    return _named(actor), _named(next(names, None) or _agent(analysis))


def _agent(analysis: Analysis) -> NameHit | None:
    """Return by whom something is done, where the sentence has no other name: "run by Lobau"."""
    known, words = parts(analysis.sentence.language), analysis.tokens.words
    if known is None:
        return None
    return next(
        (name for name in analysis.names if name.first and words[name.first - 1] in known.agents),
        None,
    )


def spoken_of(
    sentence: Sentence,
    words: tuple[str, ...],
    usage: Usage,
    lexicon: MeasureLexicon,
    only_name: bool,
) -> Spoken:
    """Return what `in_focus` does for a sentence without quantities; the first name alone if so.

    Only a noun behind an article can come before the first name, and mostly a glance tells
    whether it does; else the sentence is analysed as a whole.
    """
    language = sentence.language
    names = find(words, usage, language, frozenset())
    if not names and (only_name or not _has_article(words, language)):
        return None, None
    said = cues(language).find(words)
    prepositions, joints = particles(said)
    led = oblique(words, names, prepositions, joints, language)
    name = next((name for name in names if name.first not in led), None)
    if only_name:
        return None, _named(name)
    if not _has_article(words[: name.first] if name is not None else words, language):
        return _named(name), _named(name)
    if grammar(language).capital_nouns and (name is None or name.first - 1 not in joints):
        closed = {i for hit in names for i in range(hit.first, hit.last)}
        for candidate in (*find_nouns(words, language, closed, ()), name):
            if candidate is None or (name is not None and candidate.first >= name.first):
                return _named(name), _named(name)
            if candidate.last in closed:
                break  # a noun that a name behind it is of
            if not _may_act(candidate, language):
                continue
            if candidate.first - 1 in joints or lexicon.knows(words[candidate.last - 1], language):
                break
            if not oblique(words, (candidate,), prepositions, joints, language):
                return _named(candidate), _named(name)
    return in_focus(without_numbers(sentence, words, usage, lexicon, names, said))


def without_numbers(
    sentence: Sentence,
    words: tuple[str, ...],
    usage: Usage,
    lexicon: MeasureLexicon,
    names: Sequence[NameHit] | None = None,
    said: Sequence[Cue] | None = None,
) -> Analysis:
    """Return the analysis of a sentence without quantities, whose names and cues may be known."""
    return analyse(sentence, Tokens(words, (), (), ()), (), usage, lexicon, names, said)


def _may_act(candidate: NameHit | NounHit, language: str) -> bool:
    """Return whether a candidate is a name, or a noun with an article that stands for no name."""
    return isinstance(candidate, NameHit) or not (candidate.plain or generic(candidate, language))


def _has_article(words: Sequence[str], language: str) -> bool:
    known = shapes(language)
    return any(known[word].article for word in words)


def _named(found: NameHit | NounHit | None) -> Named | None:
    return Named(found.text, found.key) if found is not None else None
