"""Makes files of the formats that articles come in."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

HARBOUR = (
    "Das Frachtschiff Marlene hat am Freitag im Sturm 1.250 Container verloren.",
    "Der Schaden liegt nach Angaben der Reederei bei rund 40 Millionen Euro.",
)
"""Two paragraphs of an article."""


def pdf(
    pages: Sequence[Sequence[tuple[float, str]]], *, left: int = 60, lead: float = 1.25
) -> bytes:
    """Return a PDF file; a page is a list of lines with the size of their letters.

    An empty line leaves the space of a paragraph.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1"
               b" /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]  # fmt: skip
    kids = []
    for page in pages:
        height, pieces = 780.0, []
        for size, line in page:
            height -= size * lead
            escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            if line:
                pieces.append(f"BT /F1 {size} Tf {left} {height:.2f} Td ({escaped}) Tj ET")
        stream = "\n".join(pieces).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return b"%sxref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\n%s" % (
        out, size, table, size, b"startxref\n%d\n%%%%EOF" % len(out)
    )  # fmt: skip


def encrypted(data: bytes, password: str) -> bytes:
    """Return a PDF file with a password for those who read it."""
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, owner_password="owner", algorithm="AES-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def saved(document: Any) -> bytes:
    """Return the bytes of a Word document of python-docx."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(entries: dict[str, bytes]) -> bytes:
    """Return a zip file with these entries by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()
