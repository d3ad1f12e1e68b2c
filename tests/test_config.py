"""Settings: what is read, what is refused, and where each comes from."""

from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck.config import ALLOWED, SETTINGS, Config, Distinct, find, load, override
from claimcheck.config_values import READERS
from claimcheck.errors import ConfigError

EVERYTHING = """\
# our newsroom
fail-on = "warning"
language = "de"
units = ["football_pitch = 7140 * meter ** 2"]
severity = { CC301 = "off" }

[aliases]
"Acme AG" = ["Acme", "der Werkzeugbauer"]

[synonyms]
person = "Fahrgäste"

[measures]
occupancy = ["Auslastung", "occupancy"]

[tolerances]
percent = "0.1"
revenue = "1 %"
tonne = 5

[ranks]
"statistics office" = 1

[fiscal_years]
"Acme AG" = 7

[[distinct]]
a = "Acme AG"
b = "Acme Bank"

[[ignore]]
id = "f-7c41c2"
reason = "checked by phone"
until = 2026-01-31
"""


def write(folder: Path, text: str, name: str = "claimcheck.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_everything(tmp_path: Path):
    path = write(tmp_path, EVERYTHING)
    config = load(path)
    assert (config.fail_on, config.language) == ("warning", "de")
    assert config.aliases == {"Acme AG": ("Acme", "der Werkzeugbauer")}
    assert config.synonyms == {"person": ("Fahrgäste",)}
    assert config.tolerances["revenue"].amount == Decimal("0.01")
    assert config.tolerances["revenue"].relative
    assert config.tolerances["tonne"].amount == 5
    assert config.distinct == (Distinct(a="Acme AG", b="Acme Bank"),)
    assert config.ignore[0].until is not None
    assert config.origin("fail_on") == f"{path}:2"
    assert config.origin("aliases") == f"{path}:7"
    assert config.origin("ignore") == f"{path}:31"
    assert set(config.origins) == set(SETTINGS)


def test_every_setting_has_a_reader_and_an_example():
    assert set(READERS) == set(ALLOWED) == set(SETTINGS)


def test_defaults():
    assert load(start=None) == Config()
    assert Config().origin("fail_on") == "default"


def test_it_is_found_upwards_and_the_nearest_wins(tmp_path: Path):
    low = tmp_path / "a" / "b"
    low.mkdir(parents=True)
    write(tmp_path, '[tool.claimcheck]\nfail_on = "info"\n', "pyproject.toml")
    assert find(low) == tmp_path / "pyproject.toml"
    assert load(start=low).fail_on == "info"
    write(tmp_path / "a", "[project]\nname = 'x'\n", "pyproject.toml")
    assert find(low) == tmp_path / "pyproject.toml"
    write(tmp_path / "a", 'fail_on = "never"\n')
    assert load(start=low).fail_on == "never"


def test_options_win():
    config = override(Config(fail_on="info"), "--fail-on", fail_on="never", language=None)
    assert config.fail_on == "never"
    assert config.origin("fail_on") == "--fail-on"
    assert config.origin("language") == "default"


@pytest.mark.parametrize(
    ("text", "line", "words", "hint"),
    [
        ('language = "de"\nfail_onn = "info"', 2, "unknown setting 'fail_onn'", "'fail_on'"),
        ("xyz = 1", 1, "unknown setting", "the settings are"),
        ('fail_on = "warnings"', 1, "did you mean 'warning'", "fail_on ="),
        ("fail_on = 3", 1, "is not one of", "fail_on ="),
        ('language = "klingon"', 1, "is not one of", "language ="),
        ("fail_on = warning", 1, "not valid TOML", "quotation marks"),
        ("\n\n[aliases]\nAcme = 3", 3, "list of texts", "aliases ="),
        ('aliases = "Acme"', 1, "must be a table", "aliases ="),
        ('units = ["7 * meter"]', 1, "name = definition", "units ="),
        ('tolerances = { percent = "a little" }', 1, "neither a number", "tolerances ="),
        ('tolerances = { percent = "-1" }', 1, "not a positive", "tolerances ="),
        ("ranks = { agency = 0 }", 1, "whole number from 1", "ranks ="),
        ("fiscal_years = { Acme = 13 }", 1, "from 1 to 12", "fiscal_years ="),
        ('[[distinct]]\na = "Acme"', 1, "'b' is missing", "[[distinct]]"),
        ('[[ignore]]\nid = "f-1"\nwhy = "x"', 1, "unknown key 'why'", "[[ignore]]"),
        ('severity = { CC101 = "loud" }', 1, "is not one of", "severity ="),
    ],
)
def test_refused(tmp_path: Path, text: str, line: int, words: str, hint: str):
    path = write(tmp_path, text + "\n")
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert caught.value.place == f"{path}:{line}"
    assert words in caught.value.message
    assert hint in caught.value.hint


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path):
    with pytest.raises(ConfigError, match="no such"):
        load(tmp_path / "no.toml")
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(tmp_path / "bad.toml")
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)
