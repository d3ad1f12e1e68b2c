"""What the words of and around a candidate say of its being the subject of a number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from claimcheck.extract.clauses.agreement import COUNTED, MEASURE, PRONOUN
from claimcheck.extract.names.actors import Actors
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.extract.words.remembered import Remembered
from claimcheck.lexicon import table
from claimcheck.model import Named

OFTEN = 3
"""What comes so many times in a document, comes often."""
_REPORTING = ("says", "according_to_after")
_BESIDE = 2
_INSTEAD = {PRONOUN: "stood_for", MEASURE: "measure_acts", COUNTED: "counted_acts"}
_FORMS = ("name", "noun", "plain")
_OBJECT = {form: ("object", f"object:{form}") for form in _FORMS}
_BESIDE_SUBJECT = {
    (form, free, same, acting): (
        f"beside:{what}:{form}:{'free' if free else 'led'}:{'same' if same else 'other'}",
    )
    for form in _FORMS
    for free in (True, False)
    for same in (True, False)
    for acting, what in {**_INSTEAD, 0: "acted"}.items()
}


class Option(msgspec.Struct, frozen=True, gc=False):
    """One candidate with its traits; `hit` is None for one that is carried over."""

    name: Named | None
    hit: NameHit | NounHit | None
    traits: tuple[str, ...]


def kind_traits(
    candidate: NameHit | NounHit, actors: Actors, language: str, national: bool
) -> Sequence[str]:
    """Return what kind of thing a candidate is, by its words alone and by the document."""
    if isinstance(candidate, NameHit):
        kind = kinds().get(candidate.key)
        if kind is None:
            once = actors.counts.get(candidate.key, 0) < 2
            kind = "person" if candidate.key in actors.people else ("once" if once else "unknown")
        return _of_name(kind, national)
    sort = _sorts(language)[candidate.key]
    found = [sort] if sort else []
    if national:
        found.append("national:noun")
    return found


@cache
def _of_name(kind: str, national: bool) -> tuple[str, ...]:
    return (f"kind:{kind}", f"national:{kind}") if national else (f"kind:{kind}",)


@cache
def _sorts(language: str) -> Remembered[str]:
    """Return the table of what nouns, by their keys, name by their endings."""
    rules = grammar(language)

    def sort(key: str) -> str:
        if key.endswith(rules.abstract):
            return "abstract"
        return "institution" if key.endswith(rules.institutions) else ""

    return Remembered(sort)


@cache
def kinds() -> dict[str, str]:
    """Return what kind of thing each known name is of, by its key."""
    found = {key: str(entry["kind"]) for key, entry in table("names").items()}
    found.update({code.lower(): "country" for code in table("territories")})
    return found


def standing_traits(
    analysis: Analysis, place: Place, candidate: NameHit | NounHit, form: str, free: bool
) -> list[str]:
    """Return how a candidate stands: beside verbs and words of reporting, in brackets."""
    found = []
    words = analysis.tokens.words
    at, before = candidate.last, candidate.first - 1
    if free:
        forms = morphology(analysis.sentence.language)
        if at < len(words) and words[at].islower() and forms.reading(words[at]).verb:
            found.append("verb_next")
            if _is_next(analysis, place, candidate):
                found.append(f"bridge:{form}")
        if before > 0 and words[before].islower() and forms.reading(words[before]).verb:
            found.append("verb_before")
    tags = analysis.tags
    if ("says" in tags or "according_to_after" in tags) and _reports(analysis, candidate):
        found.append("reports")
    elif "according_to" in tags and _is_source(analysis, candidate):
        found.append("source")
    if before >= 0 and words[before] == "(" and words[place.first - 1] != "(":
        found.append("bracketed")
    clause = analysis.tokens.clause
    if clause[candidate.last - 1] != clause[place.first] and _is_antecedent(
        analysis, place, candidate
    ):
        found.append(f"antecedent:{form}")
    if "leads_to" in tags and _leads_to(analysis, place, at):
        found.append(f"leads_to:{form}")
    if before in analysis.joints:
        found.append("joined")
    if before < 0:
        if isinstance(candidate, NameHit) and at == 1:
            found.append("opens")
        if free:
            found.append(f"leads:{form}")
    return found


def agreement_traits(
    analysis: Analysis, place: Place, candidate: NameHit | NounHit, form: str, free: bool
) -> Sequence[str]:
    """Return whether a candidate is the subject of the number's clause by the forms of words."""
    shown = analysis.agreement
    if not shown.acting:
        return _OBJECT[form] if candidate.first in shown.objects else ()
    clause = place.clause
    acting = shown.acting.get(clause)
    if acting is not None and acting.first == candidate.first:
        return _subject_traits(form, acting.relative, acting.inherited)
    if candidate.first in shown.objects:
        return _OBJECT[form]
    if acting is None:
        return ()
    same = analysis.tokens.clause[candidate.first] == clause
    return _BESIDE_SUBJECT[form, free, same, min(acting.first, 0)]


@cache
def _subject_traits(form: str, relative: bool, inherited: bool) -> tuple[str, ...]:
    found = ["subject", f"subject:{form}"]
    for name, so in (("relative", relative), ("inherited", inherited)):
        if so:
            found.append(f"subject:{name}")
    return tuple(found)


def acting_form(analysis: Analysis, place: Place) -> str:
    """Return what the subject of a number's clause is by the forms of words; "" if not known."""
    acting = analysis.agreement.acting.get(place.clause)
    if acting is None:
        return "unacted" if analysis.agreement.known else "unknown"
    if acting.first < 0:
        return _INSTEAD[acting.first]
    return "acted"


def _leads_to(analysis: Analysis, place: Place, at: int) -> bool:
    """Return whether what stands at a token leads to the number: "eine Prämie von 30 Euro"."""
    return any(
        cue.first == at and place.first - 1 <= cue.last <= place.first
        for cue in analysis.tags["leads_to"]
    )


def _is_next(analysis: Analysis, place: Place, candidate: NameHit | NounHit) -> bool:
    """Return whether nothing stands between a candidate and the number that may be its subject."""
    if analysis.clause(candidate.first) != place.clause:
        return False
    return candidate.last < place.first and not any(
        candidate.last <= other.first < place.first for other in analysis.candidates
    )


def _reports(analysis: Analysis, candidate: NameHit | NounHit) -> bool:
    """Return whether a candidate stands before the word of reporting, or behind it alone."""
    first = candidate.first
    for tag in _REPORTING:
        for cue in analysis.tags.get(tag, ()):
            if cue.last - cue.first > 1 and tag != "says":
                continue  # "nach eigenen Angaben": it speaks of itself
            if _is_right_before(analysis, candidate, cue.first):
                return True
            if 0 <= first - cue.last <= _BESIDE:
                return not any(
                    _is_right_before(analysis, c, cue.first) for c in analysis.candidates
                )
    return False


def _is_right_before(analysis: Analysis, candidate: NameHit | NounHit, at: int) -> bool:
    """Return whether a candidate ends right before a verb, and no word and a comma between."""
    between = analysis.tokens.words[candidate.last : at]
    other = len(between) > 1 and between[0][0].isalnum() and between[1] == ","
    return 0 <= at - candidate.last <= _BESIDE and not other


def _is_source(analysis: Analysis, candidate: NameHit | NounHit) -> bool:
    cues = analysis.tags.get("according_to")
    return cues is not None and any(0 <= candidate.first - cue.last <= _BESIDE for cue in cues)


def _is_antecedent(analysis: Analysis, place: Place, candidate: NameHit | NounHit) -> bool:
    """Return whether the number's clause opens right behind a candidate: "X, who scored 3"."""
    clause, at = analysis.tokens.clause, candidate.last
    if at >= place.first or len(clause) <= place.first or clause[at - 1] == clause[place.first]:
        return False
    if clause[at] != clause[place.first] and clause[at + 1] != clause[place.first]:
        return False
    own = clause[place.first]
    start = place.first
    while start and clause[start - 1] == own:
        start -= 1
    return 0 <= start - at <= 1 and start + 1 not in analysis.joints
