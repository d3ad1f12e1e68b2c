"""The docstring of a package is the map of its modules: it names each of them, and nothing else."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "claimcheck"
LONGEST = 400
"""How many lines a module may have: what is longer holds more than one idea."""


def _parts(package: Path) -> set[str]:
    modules = {path.stem for path in package.glob("*.py") if not path.stem.startswith("__")}
    return modules | {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}


PACKAGES = sorted(path.parent for path in ROOT.rglob("__init__.py") if _parts(path.parent))


def _named(package: Path) -> set[str]:
    text = ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8"))) or ""
    return set(re.findall(r"`([a-z_]+/?)`", text))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_map_names_every_module_of_the_package(package):
    assert _named(package) - {"data/"} == _parts(package)


def test_modules_are_short():
    modules = {path: path.read_text("utf-8").count("\n") for path in ROOT.rglob("*.py")}
    assert {path.name: lines for path, lines in modules.items() if lines > LONGEST} == {}
