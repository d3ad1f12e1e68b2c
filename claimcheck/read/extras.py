"""Loads the libraries that only some formats need."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from claimcheck.errors import InputError

PACKAGES = {
    "docx": "python-docx",
    "pypdf": "'pypdf[crypto]'",
    "trafilatura": "trafilatura lxml_html_clean",
    "zstandard": "zstandard",
}
"""What to give to `pip install` for each module."""


def need(module: str, *, extra: str, place: str) -> Any:
    """Return a module; raises `InputError` with the command that installs it."""
    found = have(module)
    if found is None:
        raise InputError(
            f"this format needs {PACKAGES[module].strip(chr(39)).split('[')[0]},"
            " which is not installed",
            place=place,
            hint=f"pip install {PACKAGES[module]} (the extra `{extra}`), or leave the file out"
            " with --exclude",
        )
    return found


def have(module: str) -> ModuleType | None:
    """Return a module, or None where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        return None
