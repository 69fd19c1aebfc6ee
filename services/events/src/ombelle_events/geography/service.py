"""The territory as readers need it."""

import json
from typing import Any

from ombelle_events.geography.loader import fold, territory_folder

_COMMUNES = """
SELECT c.insee, c.name, c.department_code AS department, c.postal_codes, c.population, c.latitude, c.longitude,
  (SELECT count(*) FROM agenda_card card WHERE card.commune = c.insee
     AND card.last_day >= (now() AT TIME ZONE 'Europe/Paris')::date) AS event_count
FROM commune c
WHERE replace(c.folded_name, '-', ' ') LIKE $1 || '%' OR c.insee = upper($1) OR EXISTS (
    SELECT FROM unnest(c.postal_codes) AS code WHERE code LIKE $1 || '%')
ORDER BY replace(c.folded_name, '-', ' ') = $1 DESC, c.population DESC, c.insee
LIMIT 10
"""


class GeographyService:
    """Reads the territory; `reader` is an asyncpg pool."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    async def territory(self, name: str) -> dict[str, Any]:
        """Return the region's name, its departments, their outlines (GeoJSON) and its bounds in degrees."""
        described = json.loads((territory_folder(name) / "territory.json").read_text(encoding="utf-8"))
        rows = await self._reader.fetch("SELECT code, name, outline FROM department ORDER BY code")
        return {
            "name": described["name"],
            "departments": [{"code": row["code"], "name": row["name"]} for row in rows],
            "outlines": {
                "type": "FeatureCollection",
                "features": [
                    {
                        "type": "Feature",
                        "properties": {"code": row["code"], "name": row["name"]},
                        "geometry": json.loads(row["outline"]),
                    }
                    for row in rows
                ],
            },
            "bounds": described["bounds"],
        }

    async def communes(self, typed: str) -> list[dict[str, Any]]:
        """Return at most ten communes by the beginning of their name or postal code, or their INSEE code."""
        beginning = " ".join(fold(typed).replace("-", " ").split())
        escaped = beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return [dict(row) for row in await self._reader.fetch(_COMMUNES, escaped)] if beginning else []
