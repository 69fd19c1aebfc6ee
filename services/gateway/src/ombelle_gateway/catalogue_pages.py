"""What the catalogue's pages say of themselves, from what it answers. Every text is somebody else's: all is escaped."""

from collections.abc import Iterable
from html import escape
from typing import Any, Final

from ombelle_contracts.vocabulary import THEMES

from ombelle_gateway.pages import shortened
from ombelle_gateway.shell import SITE_NAME, Page

Json = dict[str, Any]

_CATEGORIES: Final = {
    "light_exhibition": "Exposition légère",
    "kit": "Mallette pédagogique",
    "interactive_exhibition": "Exposition interactive",
}
CATALOGUE: Final = Page(
    f"Emprunter · {SITE_NAME}",
    "Expositions, mallettes et maquettes de science à emprunter pour une classe, une médiathèque, une mairie : "
    "ce que c’est, quand c’est libre, à quel prix.",
    "/catalogue",
)
EDITIONS: Final = Page(
    f"Les éditions du catalogue · {SITE_NAME}",
    "Le catalogue commun, figé tous les deux ans : un document à imprimer et des données ouvertes.",
    "/catalogue/editions",
)
_LINKS: Final = '<p><a href="/">Accueil</a> · <a href="/catalogue">Le catalogue</a></p>'


def catalogue_page(catalogue: Json) -> Page:
    """Return the page that lists items, with the first of them for readers without scripts."""
    rows = "".join(_row(item) for item in catalogue["items"])
    body = (
        f"<h1>Emprunter</h1><p>{escape(CATALOGUE.description)}</p>"
        f"{f'<ul>{rows}</ul>' if rows else '<p>Aucun outil.</p>'}"
        '<p><a href="/catalogue/editions">Les éditions du catalogue</a></p>'
    )
    return Page(CATALOGUE.title, CATALOGUE.description, CATALOGUE.path, body=body + _LINKS)


def editions_page(editions: Json) -> Page:
    """Return the page of the frozen editions, with their files."""
    rows = "".join(
        f"<li>{escape(one['title'])} : "
        + ", ".join(
            f'<a href="/api/v1/catalogue-editions/{escape(one["id"])}.{ending}">{ending.upper()}</a>'
            for ending in ("pdf", "json", "csv")
        )
        + "</li>"
        for one in editions["items"]
    )
    body = f"<h1>Les éditions du catalogue</h1><p>{escape(EDITIONS.description)}</p>"
    listed = f"<ul>{rows}</ul>" if rows else "<p>Aucune édition n’est encore parue.</p>"
    return Page(EDITIONS.title, EDITIONS.description, EDITIONS.path, body=body + listed + _LINKS)


def item_page(item: Json, *, public_url: str, default_image: str | None) -> Page:
    """Return the page of an item, from its public sheet."""
    path = f"/catalogue/{item['slug']}"
    photo = public_url + item["photos"][0]["url"] if item["photos"] else None
    return Page(
        f"{item['title']} · {SITE_NAME}",
        _summary(item),
        path,
        kind="article",
        image=photo or default_image,
        data=_data(item, url=public_url + path, image=photo),
        body=_body(item),
    )


def missing_item_page(path: str) -> Page:
    """Return the page of an item that is not in the catalogue."""
    title = "Cet outil n’est pas au catalogue"
    return Page(
        f"{title} · {SITE_NAME}",
        CATALOGUE.description,
        path,
        404,
        indexed=False,
        body=f"<h1>{title}</h1>{_LINKS}",
    )


def _row(item: Json) -> str:
    about = f" {escape(item['abstract'])}" if item["abstract"] else ""
    return (
        f'<li><a href="/catalogue/{escape(item["slug"])}">{escape(item["title"])}</a> '
        f"({_category(item)}, {escape(item['owner']['name'])}).{about}</li>"
    )


def _category(item: Json) -> str:
    return escape(_kind(item)).lower()


def _kind(item: Json) -> str:
    return _CATEGORIES.get(item["category"], "Outil")


def _summary(item: Json) -> str:
    """Say what it is and whose, then what it is about: it is what a shared link shows first."""
    what = f"{_kind(item)} à emprunter, {item['owner']['name']}"
    text = " ".join((item["abstract"] or item["description"] or "").split())
    return shortened(". ".join(one for one in (what, text) if one))


def _body(item: Json) -> str:
    rules = item["rules"]
    parts = [f"<h1>{escape(item['title'])}</h1>", *_paragraphs(item["abstract"], item["description"])]
    parts.append("<h2>Ce que c’est</h2><ul>")
    parts += [f"<li>{escape(fact)}</li>" for fact in _facts(item)]
    parts.append("</ul><h2>L’emprunter</h2>")
    if item["handling"] == "handled_here":
        parts.append(
            f"<p>De {rules['min_days']} à {rules['max_days']} jours, à demander au moins "
            f"{rules['notice_days']} jours avant.</p>"
        )
    address = escape(item["slug"])
    parts += [f"<p>{one}</p>" for one in _ways(item, address)]
    parts += [f"<p>{one}</p>" for one in _contact(item["contact"])]
    parts.append(
        f'<p><a href="/api/v1/catalogue/{address}/sheet.pdf">La fiche (PDF)</a> · '
        f'<a href="/api/v1/catalogue/{address}/availability">Ses disponibilités (JSON)</a></p>'
    )
    return "".join(parts) + _LINKS


def _paragraphs(*texts: str | None) -> list[str]:
    return [f"<p>{escape(text)}</p>" for text in texts if text]


def _facts(item: Json) -> Iterable[str]:
    yield _kind(item)
    yield f"Prêté par {item['owner']['name']}"
    for theme in item["themes"]:
        yield THEMES[theme].french if theme in THEMES else theme
    for one in item["formats"]:
        sizes = [f"{one['panels']} panneaux" if one["panels"] else None, one["label"], one["dimensions"]]
        sizes.append(f"{one['space_m2']} m²" if one["space_m2"] else None)
        if known := [size for size in sizes if size]:
            yield ", ".join(known)
    if item["producer"]:
        yield f"Conçu par {item['producer']}"


def _ways(item: Json, address: str) -> Iterable[str]:
    """Give the link to the form by which an item is asked for, where there is one."""
    if item["handling"] == "handled_here":
        yield f'<a href="/espace/prets/demandes/nouvelle?item={address}">Demander un prêt</a>'
    elif item["handling"] == "forwarded":
        owner = escape(item["owner"]["name"])
        yield f'<a href="/espace/prets/transmettre/{address}">Transmettre une demande à {owner}</a>'


def _contact(contact: Json | None) -> Iterable[str]:
    if contact and contact["email"]:
        address = escape(contact["email"])
        yield f'<a href="mailto:{address}">{address}</a>'
    if contact and contact["phone"]:
        yield escape(contact["phone"])


def _data(item: Json, *, url: str, image: str | None) -> Json:
    """Return the item as schema.org describes it (JSON-LD): a resource to learn from that is leased out."""
    tariff = item["tariff"]
    offer = {
        "@type": "Offer",
        "url": url,
        "businessFunction": "http://purl.org/goodrelations/v1#LeaseOut",
        "price": None if tariff is None else f"{tariff['other_cents'] / 100:.2f}",
        "priceCurrency": None if tariff is None else "EUR",
        "offeredBy": {"@type": "Organization", "name": item["owner"]["name"]},
    }
    node = {
        "@type": "LearningResource",
        "@id": url,
        "url": url,
        "name": item["title"],
        "description": item["abstract"] or item["description"],
        "image": image,
        "inLanguage": item["languages"] or None,
        "about": [THEMES[theme].french for theme in item["themes"] if theme in THEMES] or None,
        "dateCreated": None if item["year"] is None else str(item["year"]),
        "creator": {"@type": "Organization", "name": item["producer"]} if item["producer"] else None,
        "offers": _present(offer),
    }
    return {"@context": "https://schema.org", "@graph": [_present(node)]}


def _present(node: Json) -> Json:
    return {name: value for name, value in node.items() if value is not None}
