"""The errors that a user can mend. Each says where, what is wrong, and what to do.

ClaimcheckError
├── InputError    a file or folder cannot be read as articles
├── ConfigError   a setting is unknown or has a value that makes no sense
├── OptionError   an option or argument of a command makes no sense
└── OutputError   the report cannot be written
"""

from __future__ import annotations


class ClaimcheckError(Exception):
    """Something that the user can mend; the command line ends with status 2.

    `place` is a path, or a path with line ("a.txt:3"); `hint` says what to do.
    """

    def __init__(self, message: str, *, place: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        """Return the place, the message, and the hint on a line of its own."""
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head}\n  help: {self.hint}" if self.hint else head


class InputError(ClaimcheckError):
    """A file or folder cannot be read as articles."""


class ConfigError(ClaimcheckError):
    """A setting is unknown or has a value that makes no sense."""


class OptionError(ClaimcheckError):
    """An option or argument of a command makes no sense."""


class OutputError(ClaimcheckError):
    """The report cannot be written."""
