"""The words of `[names]` in `data/<language>/claims.toml`, ready to be asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec

from claimcheck.endings import ending_test
from claimcheck.lexicon import table

_NO_OPENERS = frozenset({"origin"})
"""Cues that say nothing of whether a capital at the start of a sentence makes a name."""


class Grammar(msgspec.Struct, frozen=True, gc=False):
    """What a language's words tell about names and noun phrases; all words in lower case."""

    capital_nouns: bool
    verb_last: bool
    """Whether verbs and participles may stand at the end of the clause."""
    articles: frozenset[str]
    definite: frozenset[str]
    """Articles of what is known, alone or in one word with a preposition."""
    relative: frozenset[str]
    """Words that open relative clauses."""
    inserting: frozenset[str]
    """Conjunctions of clauses that end in their verb."""
    subordinators: frozenset[str]
    """Words that open another clause with no mark before them, in lower case."""
    genitives: frozenset[str]
    """Articles that put a noun behind another one ("der Wert des Hauses")."""
    genitive_articles: frozenset[str]
    """Articles that do the same, but only right behind that other noun ("die Wirkung der Idee")."""
    aged: tuple[str, ...]
    """Endings of adjectives that give an age ("77-jährige"), before a noun in `people`."""
    of_age: frozenset[str]
    """What stands behind a number of years in such adjectives ("77 Jahre alte")."""
    ages: frozenset[str]
    """What stands before the ages of several ("two sons, ages 6 and 16")."""
    people: tuple[str, ...]
    """Endings of nouns for people."""
    prices: tuple[str, ...]
    """How the price of a thing is called: "{}preis"."""
    common_nouns: frozenset[str]
    proper_adjectives: frozenset[str]
    """Adjectives with a capital letter that are no names, of regions and faiths ("Alpine")."""
    abstract: tuple[str, ...]
    measuring: tuple[str, ...]
    """Endings of nouns for what is no thing and nobody."""
    institutions: tuple[str, ...]
    """What a name joined by hyphens may end in ("Robert-Koch-Institut")."""
    measurers: tuple[str, ...]
    """Endings of nouns for who measures, counts and tells what others do."""
    tallying: frozenset[str]
    """Forms of verbs for what those do with the numbers of others."""
    addressing: frozenset[str]
    """What stands before whom somebody tells something."""
    accompanying: frozenset[str]
    """Prepositions before what something comes with ("mit")."""
    reasons: frozenset[str]
    """Prepositions before what something happens because or in spite of ("trotz")."""
    singular: frozenset[str]
    """Articles and what holds one, before one thing alone ("am Flughafen")."""
    oblique: frozenset[str]
    """Articles that no subject has ("den", "dem")."""
    ends_as_common: Callable[[str], bool]
    """Whether a word has an ending that only common nouns have."""
    adjective_endings: tuple[str, ...]
    noun_like_endings: tuple[str, ...]
    """Endings that make a capitalised word more likely a common noun, or its plural."""
    adverb_endings: tuple[str, ...]
    """Endings of adverbs, which may open a sentence."""
    modifier_endings: tuple[str, ...]
    """Endings of adjectives, where those look like nouns."""
    other_endings: tuple[str, ...]
    """Endings of words that are no nouns, where no capitals show that."""
    plain_s: tuple[str, ...]
    """Endings in -s of nouns that are no plurals."""
    behind_verbs: frozenset[str]
    gerunds: tuple[str, ...]
    """Words and endings of words that follow verbs: "hopes TO", "starts buyING"."""
    owning: frozenset[str]
    """Prepositions behind which another phrase opens: "the price OF houses"."""
    name_links: frozenset[str]
    """Small words that may join two parts of a name."""
    not_past: tuple[str, ...]
    """Endings that no verb in the past has."""
    between_scores: frozenset[str]
    by_score: frozenset[str]
    latest: frozenset[str]
    roles: frozenset[str]
    ends_in_role: Callable[[str], bool]
    """Whether a word is a compound of a role ("Vorstandschef")."""
    legal_forms: frozenset[str]
    name_heads: frozenset[str]
    company_nouns: tuple[str, ...]
    own_bodies: tuple[str, ...]
    """Endings of nouns for what acts for itself, whoever has it ("Webers Partei")."""
    organs: tuple[str, ...]
    """Endings of nouns for who acts for a company ("der Vorstand")."""
    openers: frozenset[str]
    """Words that open sentences in capitals without being names."""
    stop_words: frozenset[str]
    times: tuple[str, ...]
    """Last parts of nouns that no number belongs to either ("Schuljahr")."""
    no_subjects: frozenset[str]
    """Nouns that no number belongs to."""
    present: tuple[str, ...]
    """Endings of present participles that stand before a noun ("zählende")."""
    like_adjectives: frozenset[str]
    """Prepositions that end as adjectives do ("unter")."""
    like_comparatives: frozenset[str]
    """Comparatives that are forms of the plain adjective, before a noun ("schwerer")."""
    works: frozenset[str]
    """Nouns for a work ("Umbau"), whose figures are those of what is worked on."""
    of_works: frozenset[str]
    """Words between a work and that ("of", "des")."""
    affairs: tuple[str, ...]
    """Endings of nouns for what is about somebody, whose figures its are ("Prozess")."""
    dating: frozenset[str]
    """Nouns for when something starts or ends, in phrases of time ("seit Beginn der Krise")."""
    since: frozenset[str]
    """Prepositions that only lead phrases of time."""
    reigning: frozenset[str]
    """Prepositions before who ruled or led at the time ("unter Trump")."""
    for_doing: frozenset[str]
    """Prepositions with the article of a noun that may be a verb ("zum Mitnehmen")."""
    of_affairs: frozenset[str]
    """Words between an affair and them ("of", "gegen")."""


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language."""
    claims = table(f"{language}/claims")
    names = claims["names"]
    roles = _lower(names["roles"])
    listed = claims["cues"].items()
    cues = {w for tag, words in listed if tag not in _NO_OPENERS for w in words if " " not in w}
    cues -= set(claims["cues"]["party"])
    heads = {noun.lower() for nouns in claims["heads"].values() for noun in nouns}
    return Grammar(
        capital_nouns=bool(names["nouns_capitalised"]),
        verb_last=bool(table(f"{language}/lemmas")["verb_last"]),
        articles=_lower(names["articles"]),
        definite=_lower(names["definite"]),
        relative=_lower(names["relative"]),
        inserting=frozenset(names["inserting"]),
        subordinators=_lower(names["subordinators"]),
        genitives=_lower(names["genitives"]),
        genitive_articles=_lower(names["genitive_articles"]),
        aged=tuple(names["aged"]),
        of_age=frozenset(names["of_age"]),
        ages=frozenset(names["ages"]),
        people=tuple(names["people"]),
        prices=tuple(names["prices"]),
        common_nouns=frozenset(names["common_nouns"]),
        proper_adjectives=frozenset(names["proper_adjectives"]),
        abstract=tuple(names["abstract_endings"]),
        measuring=tuple(names["measuring_endings"]),
        institutions=tuple(names["institutions"]),
        measurers=tuple(names["measurers"]),
        tallying=_lower(names["tallying"]),
        addressing=_lower(names["addressing"]),
        accompanying=_lower(names["accompanying"]),
        reasons=_lower(names["reasons"]),
        singular=_lower(names["singular"]),
        oblique=_lower(names["oblique"]),
        ends_as_common=ending_test(names["common_endings"]),
        adjective_endings=tuple(names["adjective_endings"]),
        noun_like_endings=tuple(names["noun_like_endings"]),
        adverb_endings=tuple(names["adverb_endings"]),
        modifier_endings=tuple(names["modifier_endings"]),
        other_endings=tuple(names["other_endings"]),
        plain_s=tuple(names["plain_s"]),
        behind_verbs=frozenset(names["behind_verbs"]),
        gerunds=tuple(names["gerunds"]),
        owning=frozenset(names["owning"]),
        name_links=frozenset(names["name_links"]),
        not_past=tuple(names["not_past"]),
        between_scores=frozenset(names["between_scores"]),
        by_score=frozenset(names["by_score"]),
        latest=frozenset(names["latest"]),
        roles=roles,
        ends_in_role=ending_test(role for role in roles if len(role) > 4),
        legal_forms=_lower(names["legal_forms"]),
        name_heads=frozenset(names.get("name_heads", ())),
        company_nouns=tuple(names["company_nouns"]),
        own_bodies=tuple(names["own_bodies"]),
        organs=tuple(names["organs"]),
        openers=_lower([*names["starters"], *names["articles"], *names["stop_words"], *cues]),
        stop_words=_lower(names["stop_words"]),
        times=tuple(names["times"]),
        no_subjects=_lower(names["no_subjects"]) | heads,
        present=tuple(names["present"]),
        like_adjectives=frozenset(names["like_adjectives"]),
        like_comparatives=frozenset(names["like_comparatives"]),
        works=_lower(names["works"]),
        of_works=_lower(names["of_works"]),
        affairs=tuple(word.lower() for word in names["affairs"]),
        dating=_lower(names["dating"]),
        since=_lower(names["since"]),
        reigning=_lower(names["reigning"]),
        for_doing=_lower(names["for_doing"]),
        of_affairs=_lower(names["of_affairs"]),
    )


def _lower(words: list[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
