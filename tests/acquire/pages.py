"""Reports that the tests of this folder read, in the formats they need."""

from __future__ import annotations

import zlib

REPORT = (
    "Paris accuse un groupe lié à la Chine\n"
    "\n"
    "Le ministère a déclaré lundi que des pirates avaient lu le courrier de députés.\n"
    "« Nous n’en savons rien », a répondu l’ambassade de Chine.\n"
)

PAGE = """<!doctype html>
<html lang="fr-FR"><head><meta charset="utf-8">
<title>Paris accuse un groupe lié à la Chine | Le Courrier du soir</title>
<meta property="og:title" content="Paris accuse un groupe lié à la Chine">
<meta property="og:site_name" content="Le Courrier du soir">
<meta property="article:published_time" content="2021-07-21T10:00:00+02:00">
<link rel="canonical" href="https://courrier.example/monde/paris-accuse">
</head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/meteo">Météo</a></li></ul></nav>
<article><h1>Paris accuse un groupe lié à la Chine</h1>
<p>Le ministère de l’Intérieur a déclaré mercredi que des pirates avaient lu pendant des mois le
courrier de plusieurs députés de la commission de la défense.</p>
<p>« Nous n’en savons rien », a répondu l’ambassade de Chine à Paris, qui parle d’une calomnie.</p>
</article><footer>© 2019 Le Courrier du soir. Abonnez-vous à notre lettre.</footer></body></html>
"""


def pdf(pages: list[list[str]], *, info: str = "", packed: bool = True) -> bytes:
    """A PDF of these lines on these pages, Helvetica, windows-1252; ``info`` as ``/Title (…)``."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    for number, lines in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        shown = []
        for line in lines:
            escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            shown.append(f"({escaped}) Tj T*")
        content = f"BT /F1 10 Tf 14 TL 50 790 Td {' '.join(shown)} ET".encode("cp1252")
        if packed:
            content = zlib.compress(content)
        kind = b"/Filter /FlateDecode " if packed else b""
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (kind, len(content), content))
    objects.append(f"<< {info} >>".encode("cp1252"))
    return _assembled(objects, trailer=f"/Info {len(objects)} 0 R")


def locked_pdf() -> bytes:
    """A PDF that says it is encrypted for a password that nobody has (standard handler, revision 2)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32),
    ]
    return _assembled(objects, trailer=f"/Encrypt 3 0 R /ID [<{'33' * 16}> <{'33' * 16}>]")


def _assembled(objects: list[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
