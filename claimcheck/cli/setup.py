"""The commands that set the program up: init and completion."""

from __future__ import annotations

from pathlib import Path

import click

from claimcheck.cli.output import emit, note
from claimcheck.errors import ConfigError

SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog="""\b
Examples:
  claimcheck init
  claimcheck init newsroom/
"""
)
@click.argument("folder", default=".", type=click.Path(readable=False))
@click.option("--quiet", "-q", is_flag=True, help="No notes.")
def init(folder: str, quiet: bool) -> int:
    """Write a claimcheck.toml with every setting, commented out, to FOLDER (or here).

    A file that is there is never overwritten.
    """
    from claimcheck.config.help import starter
    from claimcheck.config.settings import FILE

    path = Path(folder) / FILE
    if Path(folder).is_file():
        raise ConfigError("is a file, not a folder", place=folder, hint="name the folder it is in")
    if path.exists() or path.is_symlink():
        raise ConfigError(
            "is there already", place=str(path), hint="`claimcheck config` shows what it sets"
        )
    emit(starter(), str(path))
    note(f"{path} written; nothing in it is in force before you uncomment it", quiet)
    return 0


@click.command(
    epilog="""\b
Examples:
  eval "$(claimcheck completion bash)"                                  in ~/.bashrc
  eval "$(claimcheck completion zsh)"                                   in ~/.zshrc
  claimcheck completion fish > ~/.config/fish/completions/claimcheck.fish
"""
)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> int:
    """Print the script that completes commands and options in bash, zsh or fish."""
    from click.shell_completion import get_completion_class

    from claimcheck.cli import cli

    kind = get_completion_class(shell)
    assert kind is not None, "click knows the three shells"
    complete = kind(cli, {}, "claimcheck", "_CLAIMCHECK_COMPLETE")
    emit(complete.source_template % complete.source_vars() + "\n", None)
    return 0
