"""Which claims are held against each other, and what others say about a pair."""

from decimal import Decimal

import pytest
from test_compare import claim as claim_of
from test_compare import nodes, quantity

from claimcheck.engine import audit, extractions
from claimcheck.match import Match
from claimcheck.match import match as pairs_of
from claimcheck.match.consensus import settle
from claimcheck.match.dimension import interval
from claimcheck.match.events import SMALL, links
from claimcheck.match.evidence import PairContext, structure, unlike
from claimcheck.match.model import Models, names, sure
from claimcheck.match.nodes import Node
from claimcheck.match.proposals import candidates
from claimcheck.match.relations import measure_relation, period_relation, subject_relation
from claimcheck.match.terms import Terms
from claimcheck.match.words import Article, Words
from claimcheck.model import Claim, Document


def node(text: str, index: int = 0, document: int = 0, **fields: object) -> Node:
    """Return a claim ready for matching, with the number that it has among all."""
    from msgspec.structs import replace

    (made,) = nodes(claim_of({"text": text, **fields}, f"x{index}"))
    return replace(made, index=index, document=document)


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("620 Meilen", "length", 997793.28),
        ("150 Hektar", "area", 1_500_000),
        ("18 Monate", "time", interval(quantity("eineinhalb Jahre"))[1]),  # type: ignore[index]
        ("ein Drittel", "percent", 100 / 3),
        ("2,6 Prozentpunkte", "percent", 2.6),
        ("76,4 Milliarden Dollar", "money", 76.4e9),
        ("15.000 Prozessoren", "count", 15_000),
        ("15.000", "count", 15_000),
        ("am 1. Januar 2026", "date", 739617),
    ],
)
def test_dimension_and_value_in_base_units(text: str, dimension: str, value: float):
    found = interval(quantity(text))
    assert found is not None
    assert found[0] == dimension
    assert found[1] == pytest.approx(value)
    assert found[2] <= found[1] <= found[3]


def test_an_open_bound_is_unbounded():
    assert interval(quantity("mindestens elf Tote"))[3] == float("inf")  # type: ignore[index]
    assert interval(quantity("bis zu 36 Monate"))[2] < 1e8  # type: ignore[index]


def test_only_one_dimension_is_paired_and_bare_numbers_with_their_equals():
    first = [node("450 Euro", 0), node("35", 1)]
    second = [node("540 Euro", 2), node("12 Prozent", 3), node("35 Jahre", 4), node("36 Jahre", 5)]
    met, apart = candidates(first, second, Terms())
    assert [(a.index, b.index) for a, b in met] == [(1, 4)]
    assert [(a.index, b.index) for a, b in apart] == [(0, 2)]


@pytest.mark.parametrize("count", [40, 220])
def test_many_documents_are_paired_by_what_is_rare(count: int):
    own = [{f"own{i}.{n}" for n in range(10)} for i in range(count)]
    event = [{f"{name}{i // 2}" for name in "abcdefghijkl"} for i in range(count)]
    keys = [frozenset({"sagen", "jahr"} | own[i] | event[i]) for i in range(count)]
    assert list(links(keys)) == [(i, i + 1) for i in range(0, count, 2)]


@pytest.mark.parametrize("figures", [0, 1, 2])
def test_articles_of_one_mould_are_one_event_only_where_they_share_figures(figures: int):
    mould = frozenset({"quartal", "umsatz", "gewinn", "vorjahr", "aktie", "prozent"})
    signs = [mould | {f"firma{i}", f"= {i}1.0", f"=EUR {i}2.0"} for i in range(60)]
    shared = {f"=EUR {n}7.0" for n in range(figures)} | {"werk", "halle"}
    signs[3], signs[9] = signs[3] | shared, signs[9] | shared
    assert list(links(signs)) == ([(3, 9)] if figures == 2 else [])


@pytest.mark.parametrize("count", [12, 40])
def test_a_dozen_articles_on_one_event_are_all_paired(count: int):
    event = frozenset({*(f"word{i}" for i in range(20)), *(f"= {i}.0" for i in range(8))})
    others = [frozenset(f"{n}.{i}" for i in range(20)) for n in range(200)]
    assert len(links([event] * count + others)) == count * (count - 1) // 2


def test_few_documents_are_all_paired():
    assert len(links([frozenset()] * SMALL)) == SMALL * (SMALL - 1) // 2


def test_what_pairs_two_documents_does_not_depend_on_a_third():
    keys = [frozenset({"haus", "stadt", *(f"{name}{i // 2}" for name in "abcdefghijkl")})
            for i in range(20)]  # fmt: skip
    other = frozenset({"fremd", "anders"})
    found = set(links(keys))
    assert set(links([*keys, other])) == found
    assert {(i - 1, j - 1) for i, j in links([other, *keys])} == found


def in_words(words: str, index: int, document: int = 0) -> Node:
    """Return a claim in a sentence of these words, all as near to the number."""
    from msgspec.structs import replace

    held = node("450 Euro", index, document)
    keys = tuple(dict.fromkeys(words.split()))
    near = replace(held.context, keys=keys, strengths=(1.0,) * len(keys))
    return replace(held, context=near, words=frozenset(keys))


def test_how_alike_two_documents_are():
    def event(one: str, two: str) -> float:
        return Words(Article([in_words(one, 0)]), Article([in_words(two, 1, 1)])).event()

    assert event("a b", "a b") == pytest.approx(1.0)
    assert event("a b", "c d") == 0.0
    assert event("a b", "") == 0.0
    assert 0.0 < event("a b", "a c") == event("a c", "a b") < 1.0


def test_rare_words_weigh_more_and_tie_sentences():
    one, two, other = in_words("a b", 0), in_words("a c", 1), in_words("a b", 2, 1)
    words = Words(Article([one, two]), Article([other]))
    assert words.weights["a"] < words.weights["b"] == words.weights["c"]
    assert words.cosines(one, other) == (pytest.approx(1.0), pytest.approx(1.0))
    near, sentence = words.cosines(two, other)
    assert near == pytest.approx(sentence)
    assert 0.0 < near < 1.0
    assert words.cosines(in_words("", 3), other) == (0.0, 0.0)


def test_differing_values_with_nothing_in_common_are_not_weighed():
    words = Words(Article([]), Article([]))
    context = PairContext(0.2, {}, {"EUR": 20}, {}, words, {})
    one, two = in_words("a b", 0), in_words("c d", 1)
    from msgspec.structs import replace

    other = replace(two, digits="37", value=37.0)
    assert unlike(one, other, context)
    assert not unlike(one, replace(other, words=one.words), context)
    assert not unlike(one, replace(other, digits="54"), context), "two digits are transposed"
    rare = PairContext(0.2, {}, {"EUR": 2}, {}, words, {})
    assert not unlike(one, other, rare)


def match(a: Node, b: Node, score: float, meets: bool) -> Match:
    return Match(a, b, meets, score, (), ())


def test_a_sure_partner_bears_witness():
    x, z, y = node("450 Euro", 0, 0), node("450 Euro", 1, 1), node("540 Euro", 2, 2)
    unsure = match(x, y, 0.3, False)
    settled = settle([match(x, z, 0.95, True), unsure, match(z, y, 0.9, False)])
    raised = {(m.a.index, m.b.index): m.score for m in settled}
    assert raised[(0, 2)] > 0.7
    (alone,) = settle([unsure])
    assert alone.score == 0.3


OWN = (
    "Der Umsatz von Veltrin stieg 2024 auf 76,4 Millionen Euro. Der Gewinn lag bei 9,13 Millionen."
)
EQUAL = "Veltrin setzte genau 76,4 Millionen Euro um."
OTHER = "Der Umsatz von Veltrin lag bei 67,4 Millionen Euro. Der Gewinn betrug 9,13 Millionen Euro."


@pytest.mark.parametrize(("text", "held"), [(OTHER, True), (f"{EQUAL} {OTHER}", False)])
def test_a_value_with_a_sure_partner_is_held_against_no_other(text: str, held: bool):
    articles = [Document(id=name, text=one) for name, one in (("a", OWN), ("b", text))]
    differing = [pair for pair in pairs_of(extractions(articles)) if not pair.meets]
    figures = {(pair.a.value, pair.b.value) for pair in differing}
    assert ((76.4e6, 67.4e6) in figures) is held


def test_a_claim_contradicts_only_the_value_that_fits_best():
    x, best, other = node("450 Euro", 0, 0), node("540 Euro", 1, 1), node("700 Euro", 2, 1)
    settled = settle([match(x, best, 0.9, False), match(x, other, 0.6, False)])
    assert [m.b.index for m in settled] == [1]


PERIODS = {
    "Q2": ["2025-04-01", "2025-06-30"],
    "Q3": ["2025-07-01", "2025-09-30"],
    "2025": ["2025-01-01", "2025-12-31"],
    "May to August": ["2025-05-01", "2025-08-31"],
    "a day": ["2025-09-02", "2025-09-02"],
}


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("Q2", "Q2", "same"),
        ("Q2", "2025", "within"),
        ("Q2", "Q3", "apart"),
        ("Q2", "May to August", "meets"),
        ("Q2", "a day", "unknown"),
    ],
)
def test_how_periods_stand_to_each_other(one: str, two: str, relation: str):
    first, second = (claim_of({"text": "450 Euro", "period": PERIODS[p]}, "x") for p in (one, two))
    assert period_relation(first, second) == period_relation(second, first) == relation
    assert period_relation(first, claim_of("450 Euro", "y")) == "unknown"


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        (("15.000 Menschen", "people"), ("150.000 Zuschauer", "attendance"), "near"),
        (("15.000 Menschen", "people"), ("15.000 Menschen", "people"), "same"),
        (("400 Menschen", "people"), ("4.000 Hühner", "animals"), "differs"),
        (("140 Menschen", "people"), ("14 Gipfel", "missing"), "differs"),
        (("drei Jahre", "duration"), ("vier Jahre", "sentence_length"), "near"),
        (("drei Jahre", "sentence_length"), ("vier Jahre", "contract_term"), "differs"),
        (("8 Millionen Euro", "amount"), ("9 Millionen Euro", "awards"), "near"),
        (("12 Cent", "gas_price"), ("21 Cent", "electricity_price"), "differs"),
        (("8 Millionen Euro", "revenue"), ("9 Millionen Euro", "awards"), "differs"),
        (("12. Januar 2026", "start"), ("14. Januar 2026", "start"), "near"),
        (("12. Januar 2026", "opening"), ("14. Januar 2026", "opening"), "same"),
    ],
)
def test_how_measures_stand_to_each_other(
    one: tuple[str, str], two: tuple[str, str], relation: str
):
    first, second = (node(text, measure=key) for text, key in (one, two))
    assert measure_relation(first, second) == measure_relation(second, first) == relation


def test_how_subjects_stand_to_each_other():
    full, short, other, none = (
        node("450 Euro", **({"subject": s} if s else {}))
        for s in ("katharina vehring", "vehring", "steinbach", "")
    )
    assert subject_relation(full, full) == "same"
    assert subject_relation(full, short) == "overlaps"
    assert subject_relation(full, other) == "differs"
    assert subject_relation(full, none) == "unknown"


@pytest.mark.parametrize(
    ("one", "two", "measure", "relation"),
    [
        ("quake", "aceh", "deaths", "unknown"),
        ("aceh", "zugunglück", "injured", "unknown"),
        ("quake", "tsunami", "deaths", "differs"),
        ("aceh", "padang", "deaths", "differs"),
        ("quake", "earthquake", "deaths", "overlaps"),
        ("quake", "aceh", "employees", "differs"),
        ("reading", "leeds", "deaths", "differs"),
    ],
)
def test_a_toll_is_of_the_event_and_of_the_place(one: str, two: str, measure: str, relation: str):
    first, second = (node("24 Menschen", subject=key, measure=measure) for key in (one, two))
    assert subject_relation(first, second) == subject_relation(second, first) == relation


def test_structure_never_looks_at_values():
    context = {"units": {}, "measures": {}, "crowd": {}, "event": 0.2}
    one, two, three = node("450 Euro", 0), node("540 Euro", 1), node("450 Euro", 1)
    beside = PairContext(**context, words=Words(Article([one]), Article([two])), others={})
    assert list(structure(one, two, beside)) == list(structure(one, three, beside))


def test_contributions_are_told_strongest_first():
    models = Models.shipped()
    parts = models.explain(True, (sure("unit:same"),), ((names("alike"), 2.0), sure("value:equal")))
    weights = [abs(weight) for _, weight in parts]
    assert weights == sorted(weights, reverse=True)
    assert all(weights)


def test_a_score_is_a_probability():
    models = Models.shipped()
    for model in (models.alike, models.meeting, models.apart):
        assert 0.0 <= model.score(()) <= 1.0
        assert model.score(((names("bias"), 10**6),)) == model.score(())


def test_values_keep_all_digits_until_they_are_compared():
    claim: Claim = claim_of("1.234.567.890 Euro", "x")
    assert claim.quantity.value == Decimal(1234567890)


def test_the_sign_of_a_cut_is_a_convention():
    report = audit(
        [
            Document(text="Das Klimaziel der EU liegt bei 40 Prozent.", id="a", language="de"),
            Document(
                text="Das Klimaziel der EU liegt bei minus 40 Prozent.", id="b", language="de"
            ),
        ]
    )
    assert not [pair for pair in report.comparisons if pair.verdict == "contradiction"]


def test_ages_of_people_not_known_to_be_one_are_no_contradiction():
    report = audit(
        [
            Document(
                text="Außenminister Raab, 46, führt nun die Geschäfte der Regierung in London.",
                id="a",
                language="de",
            ),
            Document(
                text="Aus Wuhan berichtet die 64-jährige Autorin Fang Fang seit Wochen im Netz.",
                id="b",
                language="de",
            ),
        ]
    )
    assert not [pair for pair in report.comparisons if pair.verdict == "contradiction"]


@pytest.mark.parametrize(
    ("text", "agree"), [("Ein Kilogramm Kaffee", False), ("1,5 Kilogramm Kaffee", True)]
)
def test_one_of_a_unit_confirms_nothing(text: str, agree: bool):
    articles = [Document(text=f"{text} liegt bei Nordlicht im Lager.", id=key) for key in "ab"]
    assert bool(audit(articles).comparisons) == agree
