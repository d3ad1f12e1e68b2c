"""Holds news articles against each other: where they agree and where they contradict.

    from claimcheck import audit, read
    report = audit([read("a.txt"), read("b.txt")])
    print(report.to_json())

The names below are the public ones. Importing this package loads nothing else: each name
is looked up when it is first used.

The seven steps, which `engine` takes one after another, handing on the records of `model`:

1. `read/`: files to documents. `given` completes documents that a program makes, `language` is
   that of a text by its words.
2. `segment/`: documents to sentences.
3. `normalise/`: numbers and dates to quantities.
4. `extract/`: quantities to claims.
5. `match/`: claims to pairs that are about one fact.
6. `compare/`: pairs to verdicts, with `slips`, the errors that newsrooms know, and `explain`,
   which says why; then `facts/` groups them, and `findings/` says which count.
7. `report/`: a report to text; `rules` say what a finding means, `rule_names` how users name them.

Around them: `cli/` is the command line, `config/` has the settings, `archive` stores claims.
`lexicon` loads the knowledge in `data/`, `endings` tests words, `errors` are what a user can mend,
`memory` and `progress` serve long work.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.engine import audit, check, compare, extract
    from claimcheck.model import Claim, Comparison, Document, Quantity, Report
    from claimcheck.normalise import normalise
    from claimcheck.read import read

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Comparison",
    "Document",
    "Quantity",
    "Report",
    "audit",
    "check",
    "compare",
    "extract",
    "normalise",
    "read",
]

_HOMES = {
    **dict.fromkeys(("audit", "check", "compare", "extract"), "engine"),
    **dict.fromkeys(("Claim", "Comparison", "Document", "Quantity", "Report"), "model"),
    "normalise": "normalise",
    "read": "read",
}
"""The module that defines each public name."""


class _Package(ModuleType):
    """Keeps the public functions: loading the package `claimcheck.read` would replace `read`."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{home}"), name)
    setattr(sys.modules[__name__], name, value)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Package
