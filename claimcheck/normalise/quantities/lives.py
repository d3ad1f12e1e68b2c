"""Reads ages that no word of age names: "At 38 she became", "als sie 12 war", "heute 71"."""

from __future__ import annotations

from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.quantities.firstnames import is_full_name
from claimcheck.normalise.view import View

GROWN = 18
"""From here what somebody did "at 38" or "mit 27" is told of an age rather than an hour."""
YOUNG = 10
TEENS = 13
"""From here "a man of 15" is so old, and so is who "was 15 when"."""
SKIPPED = 3
"""How many words such as "only", "gerade einmal" stand before an age."""
ENDS = frozenset('.,;:!?)"”“»')


class Lives(View):
    """Reads ages by what is said around a bare number."""

    def _age_of_life(self, draft: Draft) -> bool:
        """Tell whether a bare number of a clause about somebody is how old they are."""
        t, language = self.t, self.language
        at = draft.first - 1
        for _ in range(SKIPPED):
            if t.word(at).lower() not in language.ages.only or t.barrier(at + 1):
                break
            at -= 1
        lead = t.word(at)
        if t.barrier(at + 1) or not lead:
            return False
        low = lead.lower()
        if lead in language.ages.at:
            return self._lives_at(draft, at)
        if low in language.ages.copulas or language.ages.said.begins(low):
            return self._somebody_is(draft, at)
        if low in language.ages.many and self._several(draft, at):
            return True
        if low in language.ages.persons or (low in language.ages.whose and t.word(at - 1) == ","):
            verb = t.word(at - 1).lower()
            turned = verb in language.ages.copulas
            turned = turned and self._age_ends(draft, told=self._is_told(low, verb), verb=verb)
            return turned or self._verb_behind(draft)
        return language.key(lead).lower() in language.ages.eldest and self._age_ends(draft)

    def _lives_at(self, draft: Draft, at: int) -> bool:
        """Read "At 38 she became", "Mit 27 wurde sie": what somebody did at that age."""
        t, language, stop = self.t, self.language, draft.number.stop
        hour = not language.ages.lives and t.words[at].islower()
        if not draft.number.digits or draft.number.value < (GROWN if hour else YOUNG):
            return False
        if t.barrier(stop) or t.glued(stop + 1):
            return False
        if language.ages.lives:
            early = at + 1 < draft.first or t.word(at - 1).lower() in language.ages.only
            return self._lived(stop, early=early)
        comma = t.word(stop) == ","
        person = t.word(stop + comma)
        if person in language.ages.persons:
            return True
        named = comma and person[:1].isupper() and person[-2:].islower()
        named = named and person.lower() not in language.function_words
        return named and t.words[at][0].isupper() and t.word(stop + 2)[:1].isalpha()

    def _lived(self, at: int, *, early: bool) -> bool:
        """Tell whether a verb and who does it follow an age: "wurde sie", "begann der Junge".

        What somebody has or is "mit 24" may be a score, but not what "schon mit 24".
        """
        language = self.language
        verb, person, noun = self.t.word(at), self.t.word(at + 1), self.t.word(at + 2)
        lived = verb in language.ages.lives or (early and verb in language.ages.early)
        named = person in language.ages.owners and self._names_person(noun)
        return lived and (person in language.ages.persons or named)

    def _somebody_is(self, draft: Draft, at: int) -> bool:
        """Read "Her brother is 31", "Paul Hennick was 36 and", "soon she will be 40"."""
        t, language = self.t, self.language
        low = t.word(at).lower()
        said = language.ages.said.left_of(self.t.words, at + 1)
        at -= said[0] if said else 1
        if draft.number.value >= TEENS and is_full_name(t.word(at - 1), t.word(at)):
            return self._age_ends(draft, told=not language.exact_case, verb=low)
        who = t.word(at).lower()
        if who in language.ages.persons:
            when = t.word(at - 1).lower() in language.ages.when
            return self._age_ends(draft, open_end=when, told=self._is_told(who, low), verb=low)
        return self._stands_for_one(at) and self._age_ends(draft)

    def _several(self, draft: Draft, at: int) -> bool:
        """Read "Their sons are 12 and 9", "die Opfer waren 14, 16 und 31": ages in a list."""
        t, language, stop = self.t, self.language, draft.number.stop
        people = language.count_words.get(language.key(t.word(at - 1)))
        who = people in language.personal or t.word(at - 1).lower() in language.ages.they
        joined = t.word(stop) == "," or t.word(stop).lower() in language.words["list_words"]
        listed = joined and t.word(stop + 1).isdecimal() and not t.barrier(stop)
        behind = t.word(stop + 2).lower()
        ends = behind in ENDS or behind in language.words["list_words"]
        ends = ends or behind in language.ages.ends
        return who and listed and (ends or t.barrier(stop + 2))

    def _stands_for_one(self, at: int) -> bool:
        """Tell whether a noun with its article stands for one person as a subject."""
        t, language = self.t, self.language
        noun, article = t.word(at), t.word(at - 1)
        if noun.lower() not in language.ages.eldest and not self._names_person(noun):
            return False
        at -= 1
        if article.lower() in language.ages.eldest:
            at -= 1
            article = t.word(at)
        if article.lower() not in language.ages.owners:
            return False
        before = t.word(at - 1)
        led = before[:1].isupper() and language.exact_case and not t.barrier(at)
        return not led and before.lower() not in language.words["of_words"]

    def _names_person(self, noun: str) -> bool:
        language = self.language
        if noun in language.ages.people or noun in language.ages.kin:
            return True
        return language.exact_case and (
            language.count_words.get(noun) in language.personal
            or noun.lower().endswith(language.personal_endings)
        )

    def _is_told(self, who: str, verb: str) -> bool:
        """Tell whether a pronoun is somebody: "er war 85" may be a value, "er wird 85" is not."""
        return who not in self.language.ages.unclear or verb in self.language.ages.turned

    def _verb_behind(self, draft: Draft) -> bool:
        """Read "als sie 12 war": the verb of a clause stands behind the age."""
        t, stop = self.t, draft.number.stop
        return not t.barrier(stop) and t.word(stop) in self.language.ages.copulas

    def _age_ends(
        self, draft: Draft, *, open_end: bool = False, told: bool = True, verb: str = ""
    ) -> bool:
        """Tell whether nothing that could be counted follows the age, nor a rank is told.

        Unless it is `told` of somebody, a conjunction must follow: "Er war 85." may be a value.
        In "er wurde 85. Präsident" the verb makes it a rank.
        """
        t, language, stop = self.t, self.language, draft.number.stop
        word = t.word(stop)
        if word in DASHES and word and t.glued(stop):
            return False
        if t.barrier(stop) or word in ENDS:
            ranks = word == "." and verb in language.ages.turned
            if ranks and not self._full_stop(stop):
                return False
            later = t.word(stop + 1).lower() in language.ages.ends and not t.barrier(stop)
            decimal = t.glued(stop + 1) and t.word(stop + 1)[:1].isdecimal()
            return (told or (word == "," and later)) and not decimal
        if word.lower() in language.ages.ends:
            return not t.word(stop + 1)[:1].isdecimal()
        return open_end and word.lower() in language.ages.goes_on

    def _full_stop(self, at: int) -> bool:
        """Tell whether a sentence ends at a full stop, which may make an ordinal."""
        t, after = self.t, self.t.word(at + 1)
        follows = after.lower() in self.language.function_words and after[:1].isupper()
        return t.barrier(at + 1) or not after or follows
