"""Which noun only says what a name behind it is of: "die Werft Lobau", "Kanzlerin Merkel".

The two are one phrase in one case, in languages that show it; the name is what is meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import place_keys
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.words.cases import cases


def titles(
    words: Sequence[str], candidates: Sequence[NameHit | NounHit], language: str
) -> Mapping[int, NounHit]:
    """Return the nouns right before names that they tell of, by the first tokens of the names.

    What precedes a known place must be a place: "wirft der Minister China vor". A name in the
    genitive owns the noun: "der Chef Microsofts".
    """
    known = cases(language)
    if known is None or known.nouns is None:
        return {}
    found = {}
    for noun, name in pairwise(candidates):
        if noun.last != name.first or isinstance(noun, NameHit) or isinstance(name, NounHit):
            continue
        owns = not name.text.endswith(words[name.last - 1])
        places = name.key not in place_keys() or noun.key.endswith(known.places)
        if places and not owns:
            found[name.first] = noun
    return found
