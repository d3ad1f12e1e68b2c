"""Settings: what is read, what is refused, and where each comes from."""

from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck.config.help import HELP
from claimcheck.config.settings import SETTINGS, Config, Distinct, find, load, override
from claimcheck.config.values import READERS
from claimcheck.errors import ConfigError

EVERYTHING = """\
# our newsroom
fail-on = "warning"
language = "de"
units = ["football_pitch = 7140 * meter ** 2"]
severity = { CC301 = "off" }
exclude = ["archive", "*.pdf"]
select = ["CC1", "later-and-lower"]
against = ["sources/", "/archive"]
baseline = "known.json"
rates = "rates.csv"
unused-ignores = "error"
labels = "de"

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

[per-path."drafts/*"]
severity = { CC4 = "off" }
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
    assert [Path(one).resolve() for one in config.against] == [
        tmp_path / "sources",
        Path("/archive"),
    ]
    assert Path(config.baseline).resolve() == tmp_path / "known.json"
    assert Path(config.rates).resolve() == tmp_path / "rates.csv"
    assert config.per_path[0].folder == str(tmp_path)
    assert config.file == str(path)
    assert config.origin("fail_on") == f"{path}:2"
    assert config.origin("aliases") == f"{path}:14"
    assert config.origin("ignore") == f"{path}:38"
    assert set(config.origins) == set(SETTINGS)


def test_every_setting_has_a_reader_and_an_example():
    assert set(READERS) == set(SETTINGS)
    assert tuple(HELP) == SETTINGS


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
        ("nope = 1", 1, "unknown setting", "the settings are"),
        ("[[source]]\nfiles = '*'", 1, "unknown setting 'source'", "sources.toml"),
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
        ('severity = { CC101 = "loud" }', 1, "CC101: 'loud' is not one of", "severity ="),
        ('severity = { CC911 = "off" }', 1, "no rule is called 'CC911'", "severity ="),
        ('severity = { value-conflit = "off" }', 1, "did you mean 'value-conflict'", "severity ="),
        ('select = "CC9"', 1, "no rule is called", "select ="),
        ("ignore = [3]", 1, "double brackets", "[[ignore]]"),
        ("fail_on = 1\n[[ignore]]\nid = 'f'\nreson = 'x'", 1, "is not one of", "fail_on ="),
        ("[[ignore]]\nid = 'f'\nreson = 'x'", 1, "did you mean 'reason'", "[[ignore]]"),
        ("[[ignore]]\nid = 'f-1'", 1, "'reason' is missing", "[[ignore]]"),
        ("baseline = 3", 1, "must be text", "baseline ="),
        ("against = 3", 1, "list of texts", "against ="),
        ('unused_ignores = "fail"', 1, "is not one of", "unused_ignores ="),
        ("per_path = 3", 1, "must be a table", "per-path"),
        ("[per-path.'a/*']\nseverty = {}", 1, "'a/*': unknown key 'severty'; did", "per-path"),
        ("[per-path.'a/*']\nignore = ['CC9']", 1, "no rule is called 'CC9'", "per-path"),
        ("\n[per-path]\na = 3", 2, "'a': must be a table", "per-path"),
        ("[tool.claimcheck]\nfail_on = 'info'", 1, "unknown setting 'tool'", "without [tool."),
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


def test_a_pyproject_without_a_table(tmp_path: Path):
    for text in ("tool = 3", "[tool]\nclaimcheck = 3", "[tool.other]\nfail_on = 3"):
        path = write(tmp_path, text, "pyproject.toml")
        if "claimcheck" in text:
            with pytest.raises(ConfigError, match="is no table"):
                load(path)
        else:
            assert load(path).fail_on == "error"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[severity]\nCC101 = 'off'\n\n[aliases]\nfail_on = 3\n", 4),
        ("[per-path.x]\nignore = ['CC1']\n\n[[ignore]]\nid = 3\nreason = 'x'", 4),
        ("# ignore = 3\nselect = []\n'ignore' = 3", 3),
    ],
)
def test_the_line_is_that_of_the_setting(tmp_path: Path, text: str, line: int):
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert caught.value.place == f"{path}:{line}"
