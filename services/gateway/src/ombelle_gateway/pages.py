"""What each page says of itself, from what the agenda answers. Every text is somebody else's: all is escaped."""

from html import escape
from typing import Any

from ombelle_contracts.scopes import SCOPES

from ombelle_gateway.french import span
from ombelle_gateway.shell import SITE_NAME, Page
from ombelle_gateway.structured_data import event_data, image_of, is_web, session_status

Json = dict[str, Any]

_DESCRIPTION_LENGTH = 200
_STATUS_WORDS = {
    "rescheduled": "déplacé",
    "moved_online": "en ligne seulement",
    "postponed": "reporté",
    "full": "complet",
    "cancelled": "annulé",
}
_WELCOME = (
    "La Fête de la science près de chez vous : ateliers, visites, villages des sciences, rencontres. "
    "Quand, où, pour qui."
)
HOME = Page("Ombelle : la Fête de la science près de chez vous", _WELCOME, "/")
AGENDA = Page(
    f"L’agenda · {SITE_NAME}",
    "Tous les rendez-vous de science près de chez vous : par jour, par lieu, par thème, gratuits ou accessibles.",
    "/agenda",
)
SCHOOLS = Page(
    f"Emmener une classe · {SITE_NAME}",
    "Ateliers, visites, expositions et rencontres qui accueillent les groupes scolaires : niveau, thème, "
    "distance, et comment réserver.",
    "/scolaires",
)

_PROGRAMMERS = (
    "Lire le programme et tenir sa fiche et ses événements depuis son site, son agenda, son tableur : "
    "un jeton, un premier appel, les erreurs, les limites."
)


def programmers_page(public_url: str) -> Page:
    """Return the guide for programmers, which is read without scripts too."""
    address = escape(public_url)
    scopes = "".join(
        f"<li><code>{scope.name}</code> : {escape(scope.allows_fr)}</li>" for scope in SCOPES.values()
    )
    body = (
        f"<h1>Pour les programmes</h1><p>{_PROGRAMMERS}</p>"
        "<h2>Lire le programme : sans rien demander</h2>"
        f'<pre>curl "{address}/api/v1/agenda?department=80&amp;limit=5"</pre>'
        "<h2>Agir pour votre structure : un jeton</h2>"
        '<p>Faites-le dans votre espace, page <a href="/espace/jetons">Jetons</a> : il est montré une fois, '
        "et va dans l’en-tête Authorization.</p>"
        f'<pre>curl -H "Authorization: Bearer omb_…" \\\n  "{address}/api/v1/events"</pre>'
        f"<h2>Ce qu’un jeton peut permettre</h2><ul>{scopes}</ul>"
        "<h2>Règles</h2><ul>"
        "<li>Une modification redonne l’ETag lu, dans If-Match : 412 si quelqu’un a enregistré entre-temps.</li>"
        "<li>Une liste rend « next » : redonnez-le dans « after » tant qu’il n’est pas nul.</li>"
        "<li>Toute erreur suit la RFC 9457 : « code » est stable, « detail » dit quoi faire.</li>"
        "<li>429 : attendez le nombre de secondes de Retry-After.</li></ul>"
        '<p>Tout le reste : <a href="/api/docs">la documentation de l’API</a>.</p>'
    )
    return Page(f"Pour les programmes · {SITE_NAME}", _PROGRAMMERS, "/developpeurs", body=body + _LINKS)


def other_page(path: str) -> Page:
    """Return the head of a page of the interface that search engines have no business in."""
    return Page(SITE_NAME, _WELCOME, path, indexed=False, body=f"<h1>{SITE_NAME}</h1>{_LINKS}")


_LINKS = (
    '<p><a href="/">Accueil</a> · <a href="/agenda">L’agenda</a> · <a href="/catalogue">Le catalogue</a></p>'
)


def list_page(page: Page, agenda: Json | None) -> Page:
    """Return a page that lists events, with the first of them for readers without scripts."""
    heading = escape(page.title.removesuffix(f" · {SITE_NAME}"))
    body = f"<h1>{heading}</h1><p>{escape(page.description)}</p>"
    if agenda is not None:
        items = "".join(_row(item) for item in agenda["items"])
        body += f"<ul>{items}</ul>" if items else "<p>Aucun rendez-vous.</p>"
    return Page(page.title, page.description, page.path, body=body + _LINKS)


def _row(item: Json) -> str:
    session = item["first_session"]
    where = f", {escape(item['venue']['city'])}" if item["venue"] and item["venue"]["city"] else ""
    status = session_status(item, session)
    return (
        f'<li><a href="/agenda/{escape(item["slug"])}">{escape(item["title"])}</a>, '
        f"{escape(span(session['starts_at'], session['ends_at']))}{where}{_mark(status)}</li>"
    )


def _mark(status: str, reason: str | None = None) -> str:
    word = _STATUS_WORDS.get(status)
    if word is None:
        return ""
    return f" (<strong>{word}</strong>{f' : {escape(reason)}' if reason else ''})"


def missing_page(path: str, *, gone: bool, see: Json | None = None) -> Page:
    """Return the page of an event that never was, is no longer published, or is shown as the event `see`."""
    title = "Ce rendez-vous n’est plus au programme" if gone else "Ce rendez-vous n’existe pas"
    elsewhere = ""
    if see is not None:
        title = "Ce rendez-vous est annoncé sur une autre page"
        elsewhere = f'<p><a href="/agenda/{escape(see["slug"])}">{escape(see["title"])}</a></p>'
    body = f"<h1>{title}</h1>{elsewhere}{_LINKS}"
    return Page(f"{title} · {SITE_NAME}", _WELCOME, path, 410 if gone else 404, indexed=False, body=body)


def event_page(event: Json, *, public_url: str, default_image: str | None) -> Page:
    """Return the page of an event, from the agenda's detail."""
    path = f"/agenda/{event['slug']}"
    return Page(
        f"{event['title']} · {SITE_NAME}",
        _summary(event),
        path,
        kind="article",
        image=image_of(event) or default_image,
        data=event_data(event, url=public_url + path),
        body=_event_body(event),
    )


def _summary(event: Json) -> str:
    """Say when and where, then what: it is what a shared link shows first."""
    facts = []
    if event["sessions"]:
        first = event["sessions"][0]
        facts.append(span(first["starts_at"], first["ends_at"]).capitalize())
    if event["venue"] and event["venue"]["city"]:
        facts.append(f"à {event['venue']['city']}")
    text = " ".join((event["description"] or "").split())
    return shortened(". ".join(one for one in (", ".join(facts), text) if one))


def shortened(whole: str) -> str:
    """Return a description no longer than those that show it keep, cut between words."""
    if len(whole) <= _DESCRIPTION_LENGTH:
        return whole
    return whole[:_DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def _event_body(event: Json) -> str:
    parts = [f"<h1>{escape(event['title'])}{_mark(event['status'], event['status_reason'])}</h1>"]
    if event["description"]:
        parts.append(f"<p>{escape(event['description'])}</p>")
    parts.append("<h2>Quand</h2><ul>" + "".join(_session(event, one) for one in event["sessions"]) + "</ul>")
    if event["venue"]:
        parts.append(f"<h2>Où</h2><p>{_venue(event['venue'])}</p>")
    if event["conditions"]:
        parts.append(f"<h2>Conditions</h2><p>{escape(event['conditions'])}</p>")
    if event["registration"]:
        ways = "".join(f"<li>{_way(one)}</li>" for one in event["registration"])
        parts.append(f"<h2>S’inscrire</h2><ul>{ways}</ul>")
    if event["children"]:
        rows = "".join(
            f'<li><a href="/agenda/{escape(one["slug"])}">{escape(one["title"])}</a></li>'
            for one in event["children"]
        )
        parts.append(f"<h2>Au programme</h2><ul>{rows}</ul>")
    return "".join(parts) + _LINKS


def _session(event: Json, session: Json) -> str:
    status = session_status(event, session)
    when = escape(span(session["starts_at"], session["ends_at"]))
    return f"<li>{when}{_mark(status, session['status_reason'])}</li>"


def _venue(venue: Json) -> str:
    names = (venue["name"], venue.get("address"), venue.get("postal_code"), venue["city"])
    return ", ".join(dict.fromkeys(escape(name) for name in names if name))


def _way(way: Json) -> str:
    value = escape(way["value"])
    if way["type"] == "link" and is_web(way["value"]):
        return f'<a href="{value}" rel="nofollow noopener">{value}</a>'
    if way["type"] == "email":
        return f'<a href="mailto:{value}">{value}</a>'
    return value
