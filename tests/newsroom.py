"""A small newsroom: a draft with two wrong figures, and two sources."""

from pathlib import Path

HEAD = "---\npublished: 2025-03-04\nlang: de\nsource: {}\n---\n"
SALES = "Die Kern Werft hat im Jahr 2024 einen Umsatz von {} Millionen Euro erzielt."
STAFF = "Bei der Reederei Nordlicht arbeiten in Kiel {} Beschäftigte."
LENGTH = "Der Tunnel am Rosenberg ist {} Kilometer lang."
RIGHT = ("412,6", "1.252", "14,3")
WRONG = ("142,6", "1.520", "14,3")


def article(source: str, figures: tuple[str, str, str], *, between: str = "\n\n") -> str:
    """Return an article with three facts."""
    texts = (text.format(one) for text, one in zip((SALES, STAFF, LENGTH), figures, strict=True))
    return HEAD.format(source) + between.join(texts) + "\n"


def build(folder: Path) -> Path:
    """Write drafts/draft.md with two wrong figures, and sources/a.txt and sources/b.txt."""
    for name in ("drafts", "sources"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    write(folder / "drafts/draft.md", article("Wir", WRONG))
    write(folder / "sources/a.txt", article("Abendblatt", RIGHT))
    write(folder / "sources/b.txt", article("Bote", (RIGHT[0], RIGHT[1], "14,3")))
    return folder


def write(path: Path, text: str) -> Path:
    """Write a file and return its path."""
    path.write_text(text, "utf-8")
    return path
