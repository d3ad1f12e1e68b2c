"""Which company "the company" is: a noun that only stands for one that was named."""

from __future__ import annotations

from functools import cache

from claimcheck.extract.names.known import known_keys, place_keys
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis
from claimcheck.extract.subjects.before.focus import Focus
from claimcheck.extract.subjects.traits import kinds
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.genders import ANY, SINGULAR
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.person_names import first_name
from claimcheck.extract.words.remembered import Remembered
from claimcheck.model import Named

_COMPANY, _BODY = "company", "body"


def stands_for(analysis: Analysis, candidate: NounHit, focus: Focus) -> Named | None:
    """Return the name that a noun like "the company" stands for; no plural does for any.

    It is the last one that was named, or where that is somebody's, what the document is about.
    """
    if not generic(candidate, analysis.sentence.language):
        return None
    proper = focus.proper or _only_named(focus)
    if proper is None:
        return None
    words, known = analysis.tokens.words, cases(analysis.sentence.language)
    if known is not None and known.nouns is not None:
        if is_owned(analysis, candidate):
            return None
        code = known.nouns[words[candidate.last - 1]][1]
        if code and not code & known.behind.get(words[candidate.first].lower(), ANY) & SINGULAR:
            return None
    main = focus.actors.main
    before = main is not None and focus.actors.since[main.key] < analysis.sentence.start
    named = (proper, main) if before else (proper,)
    bodies = [one for one in named if one is not None and _is_body(one, focus)]
    often = (one for one in bodies if focus.actors.counts.get(one.key, 0) > 1)
    return next(often, bodies[0] if bodies else None)


def _only_named(focus: Focus) -> Named | None:
    """Return the only name of the sentence before, if it owns something: "the share of Optira"."""
    before = focus.before()
    names = {name.key: name for name in before.names} if before is not None else {}
    only = [name for key, name in names.items() if key not in place_keys()]
    if before is None or len(only) != 1 or not only[0].first:
        return None
    led = before.tokens.words[only[0].first - 1].lower()
    owns = led in grammar(before.sentence.language).of_works
    return Named(only[0].text, only[0].key) if owns else None


def _is_body(name: Named, focus: Focus) -> bool:
    """Return whether a name may be that of a company: no person's, and of no other known kind."""
    key = name.key
    person = key in focus.actors.people or name in focus.titled
    called = key not in known_keys() and " " in key and first_name(key.partition(" ")[0])
    return not (person or called) and kinds().get(key, _COMPANY) in (_COMPANY, _BODY)


def generic(found: NounHit, language: str) -> bool:
    """Return whether the noun only stands for a company named before."""
    return not found.plain and _company_nouns(language)[found.key]


@cache
def _company_nouns(language: str) -> Remembered[bool]:
    endings = grammar(language).company_nouns + grammar(language).organs
    return Remembered(lambda key: key.endswith(endings))


def is_owned(analysis: Analysis, hit: NounHit) -> bool:
    """Return whether a noun belongs to what stands behind it: "der Vorstand der Bank"."""
    rules, words = grammar(analysis.sentence.language), analysis.tokens.words
    owner = words[hit.last].lower() if hit.last < len(words) else ""
    return owner in rules.genitives or owner in rules.genitive_articles
