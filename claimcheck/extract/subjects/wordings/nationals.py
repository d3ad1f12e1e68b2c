"""A team that has its country's name: "27 Tore warfen die Deutschen"."""

from __future__ import annotations

from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.extract.names.nations import country, demonyms
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.grammar import grammar

_SPORT = "sport"


def team(analysis: Analysis, place: Place, what: str | None) -> NounHit | None:
    """Return the country whose team a figure of sport is of, if its people are the subject."""
    language = analysis.sentence.language
    if what is None or lexicon().info(what).domain != _SPORT:
        return None
    rules, forms = grammar(language), cases(language)
    if not rules.capital_nouns or forms is None:
        return None
    words, known = analysis.tokens.words, demonyms(language)
    free = [
        hit
        for hit in analysis.candidates_near(place)
        if analysis.clause(hit.first) == place.clause and hit.first not in analysis.oblique
    ]
    if len(free) != 1 or not isinstance(free[0], NounHit) or free[0].plain:
        return None
    hit = free[0]
    code = known.get(words[hit.last - 1])
    if code is None or hit.last - hit.first > 2 or hit.text.endswith(forms.single):
        return None
    if words[hit.first].lower() not in rules.definite:
        return None
    name = country(code, language)
    return NounHit(hit.first, hit.last, name.text, name.key, plain=False)
