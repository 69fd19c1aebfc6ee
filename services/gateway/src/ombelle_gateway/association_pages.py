"""What the association's page says of itself, from who sits where. Every name is somebody's: all is escaped."""

import re
from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Any, Final
from urllib.parse import parse_qs

from ombelle_gateway.french import written_day
from ombelle_gateway.shell import SITE_NAME, Page

Json = dict[str, Any]

ASSOCIATION: Final = Page(
    f"L’association · {SITE_NAME}",
    "Qui siège au conseil et au bureau de l’association, pour quel collège, et qui y siégeait n’importe quel jour.",
    "/association",
)
_OFFICES: Final = {
    "president": "Présidence",
    "vice_president": "Vice-présidence",
    "treasurer": "Trésorerie",
    "secretary": "Secrétariat",
    "bureau_member": "Membre du bureau",
}
_LINKS: Final = '<p><a href="/">Accueil</a> · <a href="/annuaire">L’annuaire</a></p>'
_DAY: Final = (
    '<form action="/association"><label>Un autre jour <input type="date" name="le" value="{}"></label> '
    "<button>Voir</button></form>"
)


def day_asked(query: str) -> str:
    """Return the query by which the service is asked for the day of the page's address, today's without one."""
    day = parse_qs(query).get("le", [""])[0]
    return f"on={day}" if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day, re.ASCII) else ""


def association_page(told: Json) -> Page:
    """Return the page of the association on a day, for readers without scripts: they choose the day too."""
    board = told["board"]
    parts = [
        f"<h1>L’association</h1><p>Au {_day(told['on'])}.</p>",
        _DAY.format(escape(told["on"])),
        "<h2>Le bureau</h2>",
        _list(map(_office, told["bureau"])),
    ]
    parts.append(
        f"<h2>Le conseil d’administration</h2><p>{board['filled']} sièges pourvus sur {board['size']}.</p>"
    )
    parts.append(_list(map(_post, board["posts"])))
    parts.append("<h2>Les collèges</h2>")
    parts.append(
        _list(f"{one['college']} : {escape(one['label'])}, {one['members']}" for one in told["colleges"])
    )
    parts.append(f"<h2>Déclaré à l’État</h2>{_declared(told['declared'])}")
    return Page(ASSOCIATION.title, ASSOCIATION.description, ASSOCIATION.path, body="".join(parts) + _LINKS)


def _list(rows: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>"


def _declared(declared: Json | None) -> str:
    if declared is None:
        return "<p>Aucune déclaration n’avait encore de récépissé.</p>"
    happened, receipt = _day(declared["occurred_on"]), _day(declared["receipted_on"])
    listed = _list(map(_named, declared["officers"] or []))
    return f"<p>La liste au {happened}, dont le récépissé est du {receipt}.</p>{listed}"


def _day(day: str) -> str:
    return written_day(datetime.fromisoformat(day))


def _office(office: Json) -> str:
    return f"{_OFFICES.get(office['role'], 'Bureau')} : {_named(office)}"


def _post(post: Json) -> str:
    return f"Siège {post['number']} : {'vacant' if post['holder'] is None else _named(post['holder'])}"


def _named(held: Json) -> str:
    return escape(", ".join(one for one in (held["name"], held["representative"]) if one))
