"""The docstring of a package is the map of its modules: it names each of them, and nothing else."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "claimcheck"
PACKAGES = sorted(
    path.parent
    for step in ("normalise", "extract")
    for path in (ROOT / step).rglob("*/__init__.py")
)


def _named(package: Path) -> set[str]:
    text = ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8"))) or ""
    return set(re.findall(r"`([a-z_]+)`", text))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_map_names_every_module_of_the_package(package):
    modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
    assert _named(package) == modules
