"""Holds news articles against each other: where they agree and where they contradict.

    from claimcheck import audit, read
    report = audit([read("a.txt"), read("b.txt")])
    print(report.to_json())

The names below are the public ones. Importing them loads no third-party package but
msgspec; what is slow to load is loaded where it is used.
"""

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
