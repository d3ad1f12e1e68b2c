"""Which lines of files have changed in git since a revision."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from claimcheck.errors import OptionError
from claimcheck.model import Claim, Document, Record, Report, Suppressed
from claimcheck.read.paths import home

_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_OPTION = "--changed-since"


class Changes(Record, frozen=True):
    """The changed lines of one file, as first and last line, 1-based; `whole` if new or binary."""

    lines: tuple[tuple[int, int], ...] = ()
    whole: bool = False

    def touch(self, first: int, last: int) -> bool:
        """Return whether one of these lines has changed."""
        return self.whole or any(start <= last and first <= end for start, end in self.lines)


def changes(paths: Iterable[str], since: str) -> dict[str, Changes]:
    """Return what has changed in each file since it parted from the revision `since`.

    Counts what is committed and what is not. A file that git does not know counts as new.
    Raises `OptionError` where there is no git, no repository or no such revision.
    """
    folders: dict[Path, list[str]] = {}
    for path in paths:
        real = Path(os.path.realpath(path))
        folders.setdefault(_repository(real.parent), []).append(path)
    found: dict[str, Changes] = {}
    for root, held in folders.items():
        base = _base(root, since)
        edited = _parsed(_git(root, "diff", "--unified=0", "--no-color", "--no-ext-diff",
                              "--no-textconv", "--find-renames", "--src-prefix=a/",
                              "--dst-prefix=b/", base, "--"))  # fmt: skip
        listed = _git(root, "ls-files", "-z", "--cached", "--full-name")
        tracked = set(listed.split("\0"))
        for path in held:
            name = Path(os.path.realpath(path)).relative_to(root).as_posix()
            new = Changes(whole=True)
            found[path] = edited.get(name, Changes()) if name in tracked else new
    return found


def touched(report: Report, since: str, drafts: frozenset[str]) -> Report:
    """Return the report with only those findings that touch a changed line of a draft.

    In an audit, with no `drafts`, a changed line of any article counts. A claim stands on
    the lines of its sentence. In files that are no plain text any change counts, and what
    comes from no file is new.
    """
    ids = drafts or frozenset(document.id for document in report.documents)
    homes = {one.id: home(one.path or "") for one in report.documents if one.id in ids}
    files = dict.fromkeys(file for file, _ in homes.values() if file)
    edited = changes(files, since) if files else {}
    documents = {one.id: one for one in report.documents if one.id in ids}
    claims = {claim.id: claim for claim in report.claims if claim.document in documents}
    kept, gone = [], []
    for finding in report.findings:
        sides = [claims[one] for one in finding.claims if one in claims]
        if any(
            _touched(claim, documents[claim.document], homes[claim.document], edited)
            for claim in sides
        ):
            kept.append(finding)
        else:
            reason = f"on no line changed since {since}"
            gone.append(Suppressed(finding, "unchanged", reason, _OPTION))
    return replace(report, findings=tuple(kept), suppressed=(*report.suppressed, *gone))


def _touched(
    claim: Claim, document: Document, home: tuple[str, int], edited: dict[str, Changes]
) -> bool:
    file, row = home
    change = edited.get(file, Changes(whole=True))
    if row:
        return change.touch(row, row)
    if claim.span.page or claim.span.paragraph:
        return change.whole or bool(change.lines)
    first, last = (
        document.text.count("\n", 0, at) + 1 for at in (claim.sentence.start, claim.sentence.end)
    )
    return change.touch(min(first, claim.span.line), max(last, claim.span.end_line))


def _repository(folder: Path) -> Path:
    try:
        root = _git(folder, "rev-parse", "--show-toplevel")
    except OptionError as error:
        if "not a git repository" in error.message:
            raise OptionError(
                "is not in a git repository", place=str(folder),
                hint=f"{_OPTION} compares with what git has stored",
            ) from None  # fmt: skip
        raise
    return Path(os.path.realpath(root.strip("\n")))


def _base(root: Path, since: str) -> str:
    """Return the commit at which the work since `since` began."""
    given = since.strip()
    try:
        if not given or given.startswith("-") or ".." in given:
            raise OptionError("")
        commit = _git(root, "rev-parse", "--verify", "--quiet", f"{given}^{{commit}}").strip()
    except OptionError:
        raise OptionError(
            f"git knows no revision {since!r}", place=_OPTION,
            hint="name a branch, tag or commit, e.g. origin/main or HEAD~1;"
            " in CI fetch the whole history",
        ) from None  # fmt: skip
    try:
        return _git(root, "merge-base", commit, "HEAD").strip() or commit
    except OptionError:
        return commit


def _parsed(diff: str) -> dict[str, Changes]:
    """Return the changed lines of the new side by file, from a diff without context."""
    found: dict[str, Changes] = {}
    name = ""
    lines: Sequence[str] = diff.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        hunk = _HUNK.match(line)
        if line.startswith("+++ "):
            name = _unquoted(line[4:])
        elif line.startswith("Binary files "):
            name = _unquoted(line.removesuffix(" differ").rpartition(" and ")[2])
            found[name] = Changes(whole=True)
        elif hunk:
            removed, start, added = (int(one) if one else 1 for one in hunk.groups())
            before = found.get(name, Changes()).lines
            if added:
                found[name] = Changes((*before, (start, start + added - 1)))
            at += _body(lines, at, removed + added)
    return found


def _body(lines: Sequence[str], at: int, size: int) -> int:
    """Return how many lines a hunk of `size` lines takes, with remarks on missing line ends."""
    taken = 0
    while size:
        size -= not lines[at + taken].startswith("\\")
        taken += 1
    return taken


def _unquoted(name: str) -> str:
    """Return a path as it is called, without git's prefix and quoting."""
    name = name.removesuffix("\t")
    if name.startswith('"'):
        raw = name.strip('"').encode("ascii", "replace").decode("unicode_escape")
        name = raw.encode("latin-1", "replace").decode("utf-8", "surrogateescape")
    return name.removeprefix("b/")


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=true", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        raise OptionError(
            "git cannot be started", place=_OPTION, hint="install git, or leave the option out"
        ) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
        raise OptionError(said[-1].removeprefix("fatal: "), place=_OPTION, hint="see `git status`")
    return done.stdout.decode("utf-8", "surrogateescape")
