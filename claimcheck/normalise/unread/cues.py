"""The words of one language that make a number something else than a quantity."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import table
from claimcheck.normalise.language import Language
from claimcheck.normalise.tokens import Phrases, Remembered, said, split

NAME = "part of a name"


class Cues:
    """The words of one language that make a number something else."""

    def __init__(self, language: Language) -> None:
        data = table(f"{language.code}/skips")
        self.before: Phrases[str] = Phrases(backwards=True)
        for reason, words in data["before"].items():
            self.before.extend(words, reason)
        self.behind: Phrases[str] = Phrases()
        for reason, words in data["behind"].items():
            self.behind.extend(words, reason)
        self.names = said(data["names"]["before"], backwards=True)
        self.weak = frozenset(data["names"]["weak"])
        self.works = frozenset(data["names"]["works"])
        self.suffixes = frozenset(data["names"]["suffixes"])
        self.made = frozenset(data["names"]["made"])
        self.lines = frozenset(data["names"]["lines"])
        self.of_lines = frozenset(data["names"]["of_lines"])
        self.grades = frozenset(data["names"]["grades"])
        self.grade_leads = frozenset(data["names"]["grade_leads"])
        self.states: bool = data["names"]["states"]
        placings = data.get("placings", {})
        self.numero = said(placings.get("numero", ()), backwards=True)
        self.placed = frozenset(placings.get("behind", ()))
        self.placing = frozenset(placings.get("before", ()))
        self.placed_in = said(placings.get("within", ()))
        self.tied = frozenset(data["names"]["tied"])
        self.tried = frozenset(data["names"].get("tried", ()))
        self.blocks = frozenset(data["names"]["blocks"])
        self.street_after = frozenset(data["names"]["street_after"])
        self.ordinal_nouns = frozenset(data["names"]["ordinal_nouns"])
        self.exact = said(data["names"]["exact"])
        self.idioms: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for phrase in data["idioms"]["phrases"]:
            self._idiom(language, split(phrase.lower()))
        self.clock_words = said(data["names"]["clock_words"])
        self.ordinal_endings = frozenset(data["names"]["ordinal_endings"])
        self.ranks: dict[str, str] = data["ranks"]
        self.ordinal_ranks: dict[str, str] = data["ordinal_ranks"]
        self.streets: tuple[str, ...] = tuple(data["names"]["streets"])
        self.score_words = frozenset(word.lower() for word in data["names"]["score_words"])
        self._listed = language.words["list_words"] | set(",/:.")
        self.leads = Remembered(self._leads).__getitem__
        """Whether a word before digits apart is no cue to take them for a reference or a name."""
        self.follows = Remembered(self._follows).__getitem__
        """Whether a word behind digits is none."""
        self.months = _named(language.code, "months")
        self.weekdays = _named(language.code, "weekdays")

    def _leads(self, word: str) -> bool:
        return not (
            word in self._listed
            or word.lower() in self._listed
            or word.isupper()
            or word in self.works
            or word in self.grades
            or self.before.begins(word)
            or self.names.begins(word)
            or word.lower().endswith(self.streets)
        )

    def _follows(self, word: str) -> bool:
        known = word in self.suffixes or word in self.made
        return not (known or self.behind.begins(word))

    def ranks_beside(self, before: str, behind: str) -> bool:
        """Tell whether a word around digits that stand apart may make them a rank."""
        return before in self.ranks or behind in self.blocks or self.numero.begins(before)

    def _idiom(self, language: Language, words: tuple[str, ...]) -> None:
        """Keep an idiom by its number word, with the place of that word in it."""
        for place, word in enumerate(words):
            if language.classify(word):
                self.idioms.setdefault(word, []).append((place, words))


def _named(code: str, what: str) -> frozenset[str]:
    """Return the names of the months or weekdays, none where a language has no dates."""
    try:
        return frozenset(table(f"{code}/cldr_dates")[what]["long"])
    except KeyError:
        return frozenset()


@cache
def cues(language: Language) -> Cues:
    """Return the cues of a language."""
    return Cues(language)
