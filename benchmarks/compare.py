"""Measure how long it takes to match and compare many claims, and what memory that needs.

Usage: python benchmarks/compare.py [CLAIMS]

The claims are made first (`newsroom.py`); their memory counts, the time to make them does not.
"""

from __future__ import annotations

import resource
import sys
from time import process_time

from newsroom import archive

from claimcheck.compare import compare_groups
from claimcheck.match import match_groups


def main() -> None:
    """Measure and print one line."""
    made = archive(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    documents = [one.document for one in made]
    claims = sum(len(one.claims) for one in made)
    before = process_time()
    found = compare_groups(match_groups(made), documents)
    seconds = process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"  {claims:9,} claims of {len(made):6,} articles   {seconds:6.2f} s"
        f"   {claims / seconds:8,.0f} a second   {len(found):7,} comparisons   {peak:5.0f} MB"
    )


if __name__ == "__main__":
    main()
