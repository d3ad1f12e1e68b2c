"""The command line: each command parses, calls the library, and prints.

A command is imported when it is called, so that `--version` and `--help` are quick: those that
compare are in `compare`, those that only read in `claims`, those that explain in `about`, with
`rules_page`; `setup`, `baseline` and `archive` are what they are called.

`options` are those that several commands share, `choices` the values that they take, and `run` is
what they come to. `living` deals with findings that are known or ignored, `output` says where all
goes, `progress` how far it is.
"""

from __future__ import annotations

from importlib import import_module

import click

from claimcheck import __version__

NO_COMMAND = 2

_COMMANDS = {
    "audit": ("compare", "Compare all articles with each other."),
    "check": ("compare", "Hold drafts against sources."),
    "show": ("compare", "Show one fact, finding or claim in full."),
    "extract": ("claims", "List the claims of articles."),
    "normalise": ("claims", "Say what a phrase means."),
    "rule": ("about", "Explain a rule, or list all."),
    "schema": ("about", "Print the JSON Schema of what --format json prints."),
    "config": ("about", "Show the settings, and where each comes from."),
    "init": ("setup", "Write a commented settings file."),
    "baseline": ("baseline", "Keep known findings in a file, so that only new ones show."),
    "archive": ("archive", "Store the claims of articles, and find them again."),
    "completion": ("setup", "Print the completion script for a shell."),
}


class _Lazy(click.Group):
    """A group that imports a command only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"claimcheck.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(args[0], _COMMANDS, n=1)
            hint = f" Did you mean {close[0]!r}?" if close else ""
            raise click.UsageError(f"No such command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


def help_alone(ctx: click.Context) -> None:
    """Print the help of a group that is called without a command, and end with status 2."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        ctx.exit(NO_COMMAND)


def _print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"claimcheck {__version__}")
        ctx.exit()


@click.group(
    cls=_Lazy,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 nothing at or above --fail-on, 1 findings at or above it,"
    " 2 broken input, options or configuration.",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Hold news articles against each other: where their figures agree and where not.

    \b
    claimcheck audit articles/                      compare articles with each other
    claimcheck check draft.md --against articles/   hold a draft against sources
    claimcheck normalise "rund 76,4 Mrd. Dollar"    what a phrase means
    """
    help_alone(ctx)
