"""Writing the archive."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from ombelle_gateway.accounts.personal_data.archive.words import FIELDS, SECTIONS, SERVICES

Sections = Mapping[str, list[dict[str, Any]]]
_PARIS: Final = ZoneInfo("Europe/Paris")


def write_archive(held: Mapping[str, Sections], *, made_at: datetime, public_url: str) -> bytes:
    """Return a zip of what services hold, by service and section: JSON, a page in French, and how to read them."""
    shown_at = f"{made_at.astimezone(_PARIS):%d/%m/%Y à %H h %M}"
    titles = [(name, SERVICES.get(name, name)) for name in held]
    readme = _template("LISEZMOI.txt").render(made_at=shown_at, services=titles, public_url=public_url)
    index = _template("index.html").render(
        made_at=shown_at,
        services=[{"title": title, "sections": _sections(held[name])} for name, title in titles],
    )
    files = {"LISEZMOI.txt": readme, "index.html": index}
    files |= {
        f"{name}.json": json.dumps(
            {"service": name, "sections": sections}, ensure_ascii=False, indent=2, default=str
        )
        for name, sections in held.items()
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            entry = zipfile.ZipInfo(name, date_time=made_at.astimezone(_PARIS).timetuple()[:6])
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, body, compress_type=zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _sections(sections: Sections) -> list[dict[str, Any]]:
    return [
        {
            "title": SECTIONS.get(name, _words(name)),
            "rows": [
                [(FIELDS.get(field, _words(field)), _shown(value)) for field, value in row.items()]
                for row in rows
            ],
        }
        for name, rows in sections.items()
    ]


def _shown(value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, list) and all(isinstance(one, str | int | float) for one in value):
        return ", ".join(str(one) for one in value) or "—"
    return json.dumps(value, ensure_ascii=False, indent=2) if isinstance(value, dict | list) else str(value)


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


@cache
def _template(name: str) -> Any:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)
