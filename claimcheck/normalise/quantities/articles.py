"""Tells where "ein", "a" and "one" count: "a kilo of gold", "killing one", but no "one of them"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.normalise.language import Language
from claimcheck.normalise.measured import units
from claimcheck.normalise.numbers.ordinals import Ordinals
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.tokens import Tokens

SUBSTANCES = ("mass", "volume", "length")


class Articles(Ordinals):
    """Reads articles as numbers."""

    def may_count(self, i: int) -> bool:
        """Tell by its neighbours, quickly, whether an article can be a number at all."""
        t, language = self.t, self.language
        anchor = language.classify(t.words[i])
        if anchor is None or anchor.role != "article":
            return anchor is not None
        after = t.words[i + 1]
        if language.counts_after_article(after):
            return True
        joins = language.words["and"]
        passed = language.exact_case and t.words[i + 2] not in joins and self.hints.passes(after)
        if passed and not self.hints.leads_one(t.words[i - 1]):
            return False
        joined = t.words[i - 1] in joins or t.words[i + 2] in joins
        if joined and _beside_counted(t, i, language):
            return True
        if after == ",":
            return language.classify(t.words[i + 2]) is not None
        if not language.exact_case and t.words[i].lower() in language.atoms:
            return True
        before = t.words[i - 1].lower()
        if before in language.words["befallen"] or after.lower() in language.words["befalls"]:
            return True
        if not language.before.begins(before):
            return before in language.data["only"]
        loose = language.exact_case and before in language.data["prepositions"]
        return not loose and language.before.left_of(self.t.words, i) is not None

    def _article_counts(self, draft: Draft) -> bool:
        """Tell whether "ein", "a", "one" is a number here."""
        if draft.upper is not None:
            return True
        t, language, words = self.t, self.language, self.language.words
        if draft.kind == "count" and draft.unit:
            draft.unit = language.single_persons.get(draft.unit, draft.unit)
        word = t.words[draft.number.first].lower()
        before = t.word(draft.first - 1).lower()
        hedged = None
        if not (language.exact_case and before in language.data["prepositions"]):
            hedged = language.before.left_of(self.t.words, draft.first)
        if draft.kind in ("percent", "percentage_point", "money"):
            digits = t.words[draft.stop][:1].isdecimal()  # "a €100m package"
            return t.words[draft.number.stop] != "$" and not digits  # "A$ 500"
        numeral = language.atoms.get(word) == 1 and not language.exact_case
        if draft.kind in ("measure", "duration"):
            return self._one_unit_counts(draft, word, before, bool(hedged) or numeral)
        if draft.kind == "count" and t.words[draft.number.stop].lower() in words["singles"]:
            return draft.unit in language.counted_keys and before not in words["not_one"]
        if draft.kind == "count" and draft.unit in language.counted_singly and language.exact_case:
            return True
        if draft.unit in language.counted_keys and _beside_counted(t, draft.first, language):
            return draft.stop == draft.first + 2
        if draft.kind == "number" and numeral:
            return self._is_somebody(draft, before)
        if draft.kind == "count" and before in language.data["only"]:
            return draft.unit in language.personal
        if draft.kind == "count" and numeral:
            return draft.unit in language.counted_keys and before not in words["none_one"]
        if draft.kind != "count" or hedged is None or hedged[1].qualifier == "over":
            return False
        return draft.unit in language.counted_keys or not language.exact_case

    def _one_unit_counts(self, draft: Draft, word: str, before: str, counting: bool) -> bool:
        """Tell whether one of a unit is counted; `counting` where a hedge or "one" says so."""
        t, words = self.t, self.language.words
        follows = t.words[draft.number.stop]
        if draft.hedge or follows in words["whole"]:
            return True
        if follows in words["singles"]:
            return before not in words["not_one"]
        if draft.unit in words["rarely_one"] and draft.number.value == 1:
            length = units.dimension(draft.unit or "") == "length"
            measured = length and self._of_substance(draft)
            return counting or measured or t.are_all(draft.first, draft.stop)
        if draft.unit in words["article_units"] and word != self.language.data["no_article"]:
            return True
        return (
            counting
            or before in words["article_prepositions"]
            or t.word(draft.stop).lower() in words["article_followers"]
            or t.words[draft.stop - 1] in words["article_followers"]
            or self._of_substance(draft)
            or draft.number.value != 1
            or t.are_all(draft.first, draft.stop)
        )

    def _is_somebody(self, draft: Draft, before: str) -> bool:
        """Tell whether "one" is one person, by what became of them: "killing one", "one died"."""
        t, words = self.t, self.language.words
        after = t.word(draft.stop).lower()
        ends = t.barrier(draft.stop) or not after.isalpha() or after in words["joins"]
        opens = t.barrier(draft.first) or not before.isalpha() or before in words["joins"]
        draft.number.role = "number"
        following = draft.stop + (after == "," or after in words["and"])
        second = self.language.atoms.get(t.word(following).lower()) == 2
        if second and before not in words["none_one"] and not t.barrier(following):
            return True  # "one, two, three"
        return (before in words["befallen"] and ends) or (after in words["befalls"] and opens)

    def _of_substance(self, draft: Draft) -> bool:
        """Tell whether one of a unit holds something: "a kilo of gold", "ein Meter Schnee"."""
        t, language = self.t, self.language
        if units.dimension(draft.unit or "") not in SUBSTANCES or t.barrier(draft.stop):
            return False
        if language.exact_case:
            return t.words[draft.stop][:1].isupper()
        return t.word(draft.stop).lower() in language.words["of_words"]


def _beside_counted(tokens: Tokens, i: int, language: Language) -> bool:
    """Tell whether "eine Frau" stands with others that are counted ("zwei Männer und eine Frau").

    `i` is the article; the counted ones stand right before or behind, joined by "und".
    """
    words, joins = tokens.words, language.words["and"]
    if not language.exact_case:
        return _beside_persons(words, i, language)
    if words[i - 1] in joins and not tokens.barrier(i) and not tokens.barrier(i - 1):
        return words[i - 2][:1].isupper() and nouns.is_number(words[i - 3], language)
    if words[i + 2] not in joins or tokens.barrier(i + 2) or tokens.barrier(i + 3):
        return False
    return nouns.is_number(words[i + 3], language) and words[i + 4][:1].isupper()


def _beside_persons(words: Sequence[str], i: int, language: Language) -> bool:
    """Tell whether "a child" is a person beside others: "two women and a child"."""
    one = language.key(words[i + 1])
    person = one in language.single_persons
    if not person and language.count_words.get(one) not in language.personal:
        return False
    joins = language.words["and"]
    if words[i - 1] in joins:
        noun, number = words[i - 2], words[i - 3]
    else:
        noun, number = words[i + 4], words[i + 3] if words[i + 2] in joins else ""
    personal = language.count_words.get(language.key(noun)) in language.personal
    return personal and nouns.is_number(number, language)
