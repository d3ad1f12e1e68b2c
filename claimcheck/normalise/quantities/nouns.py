"""Finds the noun phrase that a number counts, and the key of its head."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from claimcheck.lexicon import table
from claimcheck.normalise.language import Language, same_word
from claimcheck.normalise.tokens import Tokens
from claimcheck.normalise.unread.cues import cues
from claimcheck.normalise.unread.placenames import place_names

REACH = 6
SHORT = 4
"""Letters of a word that may be a noun in capitals, and no abbreviation."""


class Noun(NamedTuple):
    """A counted noun phrase: its tokens, and the common key of its head."""

    first: int
    stop: int
    key: str


def find(tokens: Tokens, at: int, language: Language, *, plural: bool) -> Noun | None:
    """Return the noun phrase that begins at token `at`, or None.

    `plural` tells that the number is not one, so that an English head ends in a plural.
    """
    if tokens.barrier(at) or not tokens.word(at):
        return None
    search = _capital if language.exact_case else _plural
    found = search(tokens, at, language, plural=plural)
    return None if found is not None and _labels(tokens, at, found.stop) else found


def _labels(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether a noun names the value of its own line: "Betten: 42", then "Zimmer: 30"."""
    return tokens.opens_line(first) and tokens.word(stop) == ":"


def _capital(tokens: Tokens, at: int, language: Language, *, plural: bool) -> Noun | None:
    """Find a head by its capital, after modifiers ("positiv getesteten Mitarbeitern")."""
    i, limit = at, min(tokens.size, at + 2 * REACH)
    while i < limit:
        word = tokens.words[i]
        if i > at and (tokens.barrier(i) or _wraps(tokens, i)):
            return None
        if word[0] in "„\"“»«'‚" and i + 1 < tokens.size and tokens.words[i + 1][0].isupper():
            i += 1
            continue
        if word[0].isupper():
            if word in language.function_words:
                return None
            end = _word_end(tokens, i)
            if tokens.words[end - 1] == "-" and end + 1 < tokens.size:
                return _hung(tokens, at, end, language, plural=plural)
            if tokens.words[end - 1] in language.gender_endings and end > i + 2:
                return Noun(at, end, _either_gender(tokens, i, end, language))
            if end == i + 1 or not tokens.words[end - 1].islower():
                return _capital_head(tokens, at, i, end, language, plural=plural)
            i = end
            continue
        if not word[0].isalpha() or word in language.function_words:
            return None
        if (
            word not in language.modifiers
            and not word.endswith(language.inflections)
            and not _modifies(tokens, i, language)
        ):
            return None
        i += 1
        if (
            tokens.word(i) == ","
            and tokens.word(i + 1)[:1].islower()
            and tokens.word(i + 1).endswith(language.plural_adjectives)
            and i - at < 3
        ):
            i += 1
    return None


def _hung(tokens: Tokens, at: int, end: int, language: Language, *, plural: bool) -> Noun | None:
    """Find the head of "Stadt- und Landkreise", of "Ja-" in "312 Ja- gegen 208 Nein-Stimmen"."""
    second = end + 1 if tokens.words[end] in language.words["hung_joins"] else end
    if tokens.words[second][:1].isupper() and not tokens.barrier(second):
        stop = _word_end(tokens, second)
        return _capital_head(tokens, at, second, stop, language, plural=plural)
    second = end + 2
    if not tokens.words[end].islower() or language.classify(tokens.words[end + 1]) is None:
        return None
    if not tokens.words[second][:1].isupper() or tokens.barrier(second):
        return None
    stop = _word_end(tokens, second)
    found = _capital_head(tokens, second, second, stop, language, plural=plural)
    return found._replace(first=at, stop=end) if found else None


def _either_gender(tokens: Tokens, i: int, end: int, language: Language) -> str:
    """Return the key of "Mitarbeiter:innen", "Kolleg*innen": that of either form."""
    stem, ending = tokens.words[i], tokens.words[end - 1]
    form = stem if known(stem, language) else stem + ending
    return head_key(form if known(form, language) else stem, language, plural=True)


def is_number(word: str, language: Language) -> bool:
    """Tell whether a word is a number, in digits or letters."""
    anchor = language.classify(word)
    return anchor is not None and anchor.role in ("digits", "number")


def _wraps(tokens: Tokens, i: int) -> bool:
    return tokens.words[i] in ".!?;:()"


def _modifies(tokens: Tokens, i: int, language: Language) -> bool:
    """Tell whether an uninflected word stands before an adjective ("neu geschaffene Stellen")."""
    after = tokens.word(i + 1)
    return (
        after[:1].islower()
        and after.endswith(language.plural_adjectives)
        and (after not in language.function_words)
    )


def _capital_head(
    tokens: Tokens, at: int, i: int, stop: int, language: Language, *, plural: bool
) -> Noun | None:
    """Choose the head among words with capitals: the last, where the first is only a name.

    The first stands from token `i` to before `stop`.
    """
    phrase = language.counts.match(tokens.words, i)
    if phrase and phrase[0] > 1:
        return Noun(at, i + phrase[0], phrase[1])
    while not known(tokens.words[stop - 1], language) and stop < min(tokens.size, i + REACH):
        nxt = tokens.words[stop]
        if tokens.barrier(stop) or tokens.gap(stop) == "" or tokens.opens_line(stop):
            break
        end = _word_end(tokens, stop)
        head = tokens.words[end - 1]
        if nxt[0].isdecimal() and end == stop + 1 and _model(tokens, stop, language):
            if not tokens.word(end)[:1].isupper() or tokens.barrier(end):
                break
            end = _word_end(tokens, end)
            stop = end
            continue
        named = any(c.isdigit() for c in tokens.quote(stop, end))
        follows = tokens.word(end)[:1].isupper() and tokens.gap(end) == " "
        if nxt[0].isupper() and (
            (named and follows)
            or (_of_place(tokens, stop, end, language) and head.isalpha())
            or known(head, language)
            or _acronyms(head)
        ):
            stop = end
        else:
            break
    head = tokens.words[stop - 1]
    if (anchor := language.classify(head)) and anchor.role == "ordinal":
        return None  # "mit 2.764 Punkten Siebter"
    if stop == i + 1 and head in place_names() and not known(head, language):
        return None  # "der REX 3 von Wien"
    if head[0].isdecimal():
        key = tokens.quote(word_start(tokens, stop - 1), stop)
    else:
        key = head_key(head, language, plural=plural)
    return Noun(at, _paired(tokens, stop, key, language), key)


def _of_place(tokens: Tokens, stop: int, end: int, language: Language) -> bool:
    """Tell "Berliner Firmen" from "Umweltminister Klaus Töpfer", where a surname follows."""
    surname = tokens.word(end)
    named = surname[:1].isupper() and surname.isalpha() and not tokens.barrier(end)
    placed = tokens.words[stop - 1].endswith(language.place_endings)
    return placed and not (named and not known(surname, language))


def _model(tokens: Tokens, i: int, language: Language) -> bool:
    """Tell whether digits belong to the name before them ("two USB 3.0 ports")."""
    return not tokens.barrier(i) and bool(cues(language).names.match_back(tokens.words, i - 1))


def _paired(tokens: Tokens, stop: int, key: str, language: Language) -> int:
    """Return the end with a second form of the same thing ("Schülerinnen und Schüler")."""
    joint = tokens.words[stop]
    if joint != "/" and joint.lower() not in language.words["and"]:
        return stop
    second = tokens.words[stop + 1]
    if second[:1].isupper() and key == language.count_words.get(second):
        return stop + 2
    return stop


def _word_end(tokens: Tokens, i: int) -> int:
    """Return where the word at `i` ends with all that is glued to it ("KI-Modelle", "H100")."""
    i += 1
    while i < tokens.size and tokens.glued(i):
        word = tokens.words[i]
        nxt = tokens.word(i + 1)[:1]
        if word[0].isalnum() or (
            word in "-:*_/&"
            and tokens.glued(i + 1)
            and (nxt.isalnum() and not (word == "/" and nxt.isdecimal()))
        ):
            i += 1
        elif word == "-" and not tokens.glued(i + 1):
            return i + 1
        else:
            break
    return i


def word_start(tokens: Tokens, i: int) -> int:
    """Return where the word that a token is glued to begins ("FFP2")."""
    while tokens.glued(i) and (tokens.words[i - 1][0].isalnum() or tokens.words[i - 1] == "-"):
        i -= 1
    return i


def _acronyms(word: str) -> bool:
    """Tell whether a word is a plural of capitals ("GPUs")."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def known(word: str, language: Language) -> bool:
    """Tell whether a counted thing has a common key."""
    return language.key(word) in language.count_words or bool(_shouted(word, language))


def _shouted(word: str, language: Language) -> str | None:
    """Return the key of a noun of a headline in capitals ("DREI TOTE")."""
    if not language.exact_case or len(word) < SHORT or not word.isupper():
        return None
    return language.count_words.get(word.title())


@lru_cache(maxsize=1 << 14)
def head_key(word: str, language: Language, *, plural: bool = False) -> str:
    """Return the common key of a head noun, or its singular in lower case.

    `plural` tells that more than one are counted, so that an unknown noun must be a plural.
    """
    key = language.count_words.get(language.key(word)) or _shouted(word, language)
    if key:
        return key
    lower = word.lower()
    if language.joined:
        for cut in range(2, len(lower) - 3):
            key = language.count_endings.get(lower[cut:])
            if key:
                return key
    if _acronyms(word):
        return word[:-1]
    if word.isupper() and len(word) > 1:
        return word
    own = (name for form, name in language.own if same_word(form, lower))
    return next(own, None) or singular(lower, language, plural=plural)


def singular(lower: str, language: Language, *, plural: bool = False) -> str:
    """Return a singular by the endings of the language's data, or the word itself."""
    if lower in language.irregular:
        return language.irregular[lower]
    form = _without(lower, language.singular_endings)
    if form is None and language.joined:
        form = _dictionary_form(lower, language.code)
    if form is None and plural:
        form = _without(lower, language.counted_plurals)
    return form or lower


def _without(lower: str, endings: list[tuple[str, str]]) -> str | None:
    """Return a word with the first ending that it has replaced, None where it has none."""
    for ending, replacement in endings:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return lower[: len(lower) - len(ending)] + replacement
    return None


@lru_cache(maxsize=1 << 14)
def _dictionary_form(lower: str, code: str) -> str | None:
    """Return a noun as its dictionary has it, None where no dictionary knows it."""
    from claimcheck.extract.words.lemma import morphology

    try:
        table(f"{code}/lemmas")
    except KeyError:
        return None
    read = morphology(code).reading(lower.capitalize())
    if read.noun is None and read.head is None:
        return lower if read.verb == lower else None  # "zwei Schreiben"
    guessed = read.lemma.endswith("er") and not lower.endswith(("er", "ern"))
    return None if guessed or len(read.lemma) > len(lower) else read.lemma


def _plural(tokens: Tokens, at: int, language: Language, *, plural: bool) -> Noun | None:
    """Find the head by its plural ending, within a few words ("other elder members")."""
    i, stop = at, min(tokens.size, at + REACH)
    while i < stop:
        word = tokens.words[i]
        if i > at and tokens.barrier(i):
            return None
        if word in "\"'“”’‘" and i == at:
            i += 1
            continue
        if word in ("-", "'", "’") and tokens.glued(i) and tokens.glued(i + 1) and i > at:
            if word == "-" and (joined := _hyphened(tokens, at, i, language)):
                return joined
            i += 2 if word == "-" else 1
            continue
        lower = word.lower()
        if not word[0].isalnum():
            return None
        if lower in language.function_words and not (i == at and _opens_compound(tokens, i)):
            return None
        if i > at and word.islower() and not tokens.glued(i) and is_number(word, language):
            return None  # "a doctor of 27 saved two men"
        if word[0].isdecimal() and not tokens.glued(i):
            if i == at or not _model(tokens, i, language):
                return None
            i += 1
            continue
        phrase = language.counts.match([w.lower() for w in tokens.words[i : i + 4]], 0)
        if phrase and phrase[0] > 1:
            return Noun(at, i + phrase[0], phrase[1])
        one = not plural and (known(word, language) or lower in language.single_persons)
        one = one and not _opens_compound(tokens, i)
        if is_plural(lower, language) or _acronyms(word) or one:
            return _extend(tokens, at, i, language)
        i += 1
    return None


def _opens_compound(tokens: Tokens, i: int) -> bool:
    """Tell whether a hyphen joins a word to the next ("three BY-elections")."""
    return tokens.words[i + 1] == "-" and tokens.glued(i + 1) and tokens.glued(i + 2)


def _hyphened(tokens: Tokens, at: int, i: int, language: Language) -> Noun | None:
    """Return the head behind a hyphen ("day-trippers"), where no other noun follows it."""
    word, after = tokens.words[i + 1], tokens.words[i + 2]
    if not word.islower() or not is_plural(word, language) or language.classify(word):
        return None
    goes_on = after[:1].isalpha() and is_plural(after.lower(), language)
    if tokens.glued(i + 2) and (after[0].isalnum() or after == "-"):
        return None
    if goes_on and not tokens.barrier(i + 2):
        return None  # "three anti-narcotics raids"
    first = tokens.words[i - 1].lower()
    plain = known(word, language) and first in language.words["prefixed"]
    key = head_key(word, language) if plain else f"{first}-{singular(word, language)}"
    return Noun(at, i + 2, key)


def _extend(tokens: Tokens, at: int, i: int, language: Language) -> Noun:
    """Take a further known plural as head ("sports cars"), else the one found."""
    nxt = tokens.word(i + 1)
    if (
        nxt
        and not tokens.barrier(i + 1)
        and not tokens.glued(i + 1)
        and known(nxt, language)
        and is_plural(nxt.lower(), language)
    ):
        i += 1
    return Noun(at, i + 1, head_key(tokens.words[i], language))


def is_plural(lower: str, language: Language) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    if lower in language.irregular:
        return True
    if lower in language.plural_keys or lower.endswith(language.plural_endings):
        return True
    if language.count_words.get(lower) and lower.endswith("s"):
        return True
    return len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s"))
