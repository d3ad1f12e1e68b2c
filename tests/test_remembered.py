"""What is worked out for a word is kept, and never more than is allowed."""

from claimcheck.extract.words.remembered import Remembered


def test_each_word_is_worked_out_once() -> None:
    asked: list[str] = []

    def work(word: str) -> int:
        asked.append(word)
        return len(word)

    table = Remembered(work)
    assert [table[word] for word in ("eins", "zwei", "eins")] == [4, 4, 4]
    assert asked == ["eins", "zwei"]


def test_words_that_keep_coming_outlive_those_that_came_once() -> None:
    asked: list[str] = []

    def work(word: str) -> str:
        asked.append(word)
        return word.upper()

    table = Remembered(work, most=8)
    for number in range(1000):
        assert table["usual"] == "USUAL"
        assert table[f"rare{number}"] == f"RARE{number}"
        assert len(table) + len(table._before) <= 8
    assert asked.count("usual") == 1
