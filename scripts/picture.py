"""Draws the picture in the README: real output, exported from rich as SVG.

Run by `make picture` after the output has changed.
"""

from __future__ import annotations

import os
import re
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from claimcheck import audit
from claimcheck.read import read_all
from claimcheck.report import ReportOptions
from claimcheck.report.text import pages
from claimcheck.report.words import NBSP

ROOT = Path(__file__).resolve().parent.parent
BUNDLE = "fixtures/microsoft"
TARGET = "docs/audit.svg"
WIDTH = 100


def main() -> int:
    """Write the picture and return the exit status."""
    os.chdir(ROOT)
    documents = read_all([BUNDLE])
    page = pages(audit(documents), ReportOptions(width=WIDTH))
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True)
    console.print(Text(f"$ claimcheck audit {BUNDLE}", "bold"))
    console.print()
    for line in page.styled():
        console.print(line)
    svg = console.export_svg(title="claimcheck").replace(NBSP, "&#160;")
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.S)  # loads nothing from elsewhere
    Path(TARGET).parent.mkdir(exist_ok=True)
    Path(TARGET).write_text(svg + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(page.lines)} lines from {len(documents)} articles", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
