"""Small real files, such as people attach: a page of presentation, a certificate, a picture."""

from functools import cache
from typing import Literal

_SHEET = '#set page(width: 14cm, height: 20cm, margin: 2cm)\n#set text(lang: "fr")\n'
_PRESENTATION = """#text(20pt)[Le projet en une page]

Ce que l’on fera, pour qui, avec quoi. Le reste est dans le dossier, et ce qui n’y est pas est dans notre tête.

#line(length: 100%)

+ On installe.
+ On essaie.
+ On recommence, mieux.
"""
_INSURANCE = """#text(16pt)[Attestation d’assurance en responsabilité civile]

Mutuelle des Maladresses savantes

Nous attestons couvrir les éclaboussures, les bosses et les fous rires.
"""
_RECEIPT = """#text(16pt)[Récépissé de déclaration]

Greffe des associations de la préfecture imaginaire

Nous avons reçu la liste des personnes chargées de l’administration de l’association Ombelle des sciences.
"""
_PICTURE = """#set page(width: 12cm, height: 8cm, margin: 0cm, fill: rgb("#12305a"))
#for n in range(1, 9) {
  place(center + horizon, circle(radius: n * 0.45cm, stroke: 2pt + rgb("#f2b632")))
}
"""
_PAGES: dict[str, tuple[Literal["pdf", "png"], str]] = {
    "presentation": ("pdf", _SHEET + _PRESENTATION),
    "insurance": ("pdf", _SHEET + _INSURANCE),
    "picture": ("png", _PICTURE),
    "receipt": ("pdf", _SHEET + _RECEIPT),
}  # field of the form: format, what typst draws


@cache
def paper(field: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that answers a field of the form."""
    import typst  # noqa: PLC0415 - a stack that is loaded already draws nothing

    kind, source = _PAGES[field]
    return f"{field}.{kind}", typst.compile(source.encode(), format=kind, ppi=72.0)
