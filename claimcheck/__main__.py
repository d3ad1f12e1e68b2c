"""The command `claimcheck`, and `python -m claimcheck`."""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import sys

from claimcheck.errors import ClaimcheckError, InputError, OutputError

INTERRUPTED = 130
BROKEN = 2
YOUNG_OBJECTS = 1_000_000
"""Records hold no cycles: looking for some after every 700 of them costs a tenth of a run."""


def main() -> None:
    """Run the command line and end with its exit status: 0, 1 or 2."""
    import click

    from claimcheck.cli import cli
    from claimcheck.cli.output import complain, detach, open_closed_streams

    open_closed_streams()
    try:
        status = cli.main(standalone_mode=False, complete_var="_CLAIMCHECK_COMPLETE")
    except SystemExit:  # click's way to end when the reader of the help has gone
        status = 0
    except click.Abort:
        status = INTERRUPTED
    except click.UsageError as error:
        complain(error.format_message(), usage=error.ctx.get_usage() if error.ctx else "")
        status = BROKEN
    except ClaimcheckError as error:
        complain(str(error))
        status = BROKEN
    except OSError as error:  # such as a folder that may not be looked into
        complain(str(_refused(error)))
        status = BROKEN
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        detach()
    sys.exit(status if isinstance(status, int) else 0)


def run() -> None:
    """Run the command line and end the process at once.

    To free all records one by one, which nobody needs any more, would take as long as to read
    a dozen articles. Nothing is left to be written: files are whole, and the streams flushed.
    """
    gc.set_threshold(YOUNG_OBJECTS, 20, 20)
    try:
        main()
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 0
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(status)


def _refused(error: OSError) -> ClaimcheckError:
    if error.errno == errno.ENOSPC and not error.filename:  # click's own printing says no more
        return OutputError(f"standard output: {error.strerror}", hint="make room there")
    place = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    return InputError(
        f"cannot be used: {error.strerror or error}", place=place, hint="check its permissions"
    )


if __name__ == "__main__":
    run()
