"""The values that options can take: names that are looked up only when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    _Type = click.ParamType[str]
else:
    _Type = click.ParamType


class OneOf(_Type):
    """One of some names that are looked up only when they are needed."""

    def __init__(self, name: str, names: Callable[[], Sequence[str]]) -> None:
        self.name = name
        self.names = names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name, or complain with the nearest one."""
        if value in self.names():
            return str(value)
        from difflib import get_close_matches

        close = get_close_matches(str(value), self.names(), n=1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        self.fail(f"{value!r} is not one of {', '.join(self.names())}.{hint}", param, ctx)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """Show the names in the help of a command."""
        return f"[{'|'.join(self.names())}]"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[Any]:
        """Return the names that begin with what is typed."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in self.names() if name.startswith(incomplete)]


class Sections(OneOf):
    """Names with commas between, or the option several times."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the names, joined by commas."""
        names = [part.strip() for part in str(value).split(",") if part.strip()]
        return ",".join(super(Sections, self).convert(name, param, ctx) for name in names)


def formats() -> Sequence[str]:
    """Return the names of the report formats."""
    from claimcheck.report import FORMATS

    return tuple(FORMATS)


def sections() -> Sequence[str]:
    """Return what `--show` may name."""
    from claimcheck.report import SECTIONS

    return (*SECTIONS, "all")


def fail_levels() -> Sequence[str]:
    """Return what `--fail-on` may name."""
    from claimcheck.config.values import FAIL_ON

    return FAIL_ON


def label_languages() -> Sequence[str]:
    """Return the languages of the report's own words."""
    from claimcheck.report.labels import LANGUAGES

    return LANGUAGES


def languages() -> Sequence[str]:
    """Return the languages of articles."""
    from claimcheck.language import codes

    return codes()
