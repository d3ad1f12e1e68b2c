"""The public names: they load nothing before they are used, and stay what they are."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from itertools import permutations

import pytest

import claimcheck

SLOW = ("rich", "rapidfuzz", "pint", "dateparser", "claimcheck.engine", "claimcheck.lexicon")


def python(code: str, *arguments: str) -> str:
    """Run code in an interpreter of its own and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize("name", claimcheck.__all__)
def test_every_name_is_there(name: str):
    assert callable(getattr(claimcheck, name))
    assert name in dir(claimcheck)


def test_an_unknown_name_is_refused():
    with pytest.raises(AttributeError, match="read_everything"):
        claimcheck.read_everything  # noqa: B018


IMPORTS = (
    "from claimcheck import extract, normalise, read, compare",
    "import claimcheck.extract.concepts.lexicon, claimcheck.normalise.measured.units",
    "import claimcheck.read.title",
    "from claimcheck.compare import explain",
)


@pytest.mark.parametrize("order", list(permutations(IMPORTS)))
def test_functions_win_over_the_packages_of_the_same_name(order: tuple[str, ...]):
    names = "(claimcheck.extract, claimcheck.normalise, claimcheck.read, claimcheck.compare)"
    code = ["import claimcheck", *order, f"print([type(x).__name__ for x in {names}])"]
    assert python("; ".join(code)) == f"{['function'] * 4}\n"


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_short_answer_loads_nothing_slow(option: str):
    code = (
        "import json, sys; sys.argv[0] = 'claimcheck'\n"
        "from claimcheck.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: print(json.dumps(sorted(sys.modules)))"
    )
    loaded = json.loads(python(code, option).splitlines()[-1])
    assert not set(SLOW) & set(loaded)


def test_the_version_is_that_of_the_package():
    assert claimcheck.__version__ == version("claimcheck-news")
    assert python("from claimcheck.cli import cli; cli()", "--version").split()[-1] == (
        claimcheck.__version__
    )
