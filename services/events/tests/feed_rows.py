"""Raw OpenAgenda rows of our own writing, for tests."""

from typing import Any

AGENDA: dict[str, Any] = {
    "uid": 4711,
    "slug": "science-en-fete",
    "title": "Science en fête",
    "schema": {
        "fields": [
            {"field": "title", "fieldType": "text", "schemaType": "event", "label": {"fr": "Titre"}},
            {
                "field": "thematique",
                "fieldType": "radio",
                "schemaType": "agenda",
                "label": {"fr": "Thématique"},
                "options": [
                    {
                        "id": 31,
                        "value": "astronomie-espace",
                        "label": {"fr": "Astronomie, Espace, planète, univers"},
                    },
                    {"id": 32, "value": "digital-innovation", "label": {"fr": "Numérique"}},
                ],
            },
            {
                "field": "type-danimation",
                "fieldType": "radio",
                "schemaType": "network",
                "label": {"fr": "Type d’animation"},
                "options": [
                    {"id": 7, "value": "village", "label": {"fr": "Village des sciences"}},
                    {"id": 8, "value": "x", "label": {"fr": "[Evènement ponctuel] Visite"}},
                ],
            },
            {
                "field": "publics",
                "fieldType": "checkbox",
                "schemaType": "agenda",
                "label": {"fr": "Publics concernés"},
                "options": [
                    {"id": 1, "value": "familles", "label": {"fr": "Familles"}},
                    {"id": 2, "value": "college", "label": {"fr": "Collège (11 - 14 ans)"}},
                ],
            },
            {
                "field": "organisateur",
                "fieldType": "text",
                "schemaType": "agenda",
                "label": {"fr": "Organisateur"},
            },
            {
                "field": "evenement-parent",
                "fieldType": "integer",
                "schemaType": "agenda",
                "label": {"fr": "Parent"},
            },
        ]
    },
}

PLACE: dict[str, Any] = {
    "uid": 501,
    "name": "Halle aux grains",
    "address": "3 place du Marché",
    "postalCode": "80000",
    "insee": "80021",
    "city": "Amiens",
    "department": "Somme",
    "region": "Hauts-de-France",
    "countryCode": "FR",
    "latitude": 49.894,
    "longitude": 2.302,
}


def row(uid: Any = 101, **changes: Any) -> dict[str, Any]:
    """A whole row; a change to `...` takes the key away."""
    found: dict[str, Any] = {
        "uid": uid,
        "slug": f"moulin-a-vent-{uid}",
        "title": {"fr": f"Le moulin à vent n° {uid}"},
        "description": {"fr": "Comment le vent devient farine."},
        "longDescription": {"fr": "Un **meunier** raconte."},
        "conditions": {"fr": "Entrée libre"},
        "keywords": {"fr": ["vent", "farine"]},
        "image": None,
        "registration": [],
        "accessibility": {"hi": False, "vi": False, "pi": False, "mi": True, "ii": False},
        "timings": [{"begin": "2031-10-04T10:00:00+02:00", "end": "2031-10-04T12:00:00+02:00"}],
        "timezone": "Europe/Paris",
        "age": {"min": None, "max": None},
        "attendanceMode": 1,
        "status": 1,
        "state": 2,
        "location": dict(PLACE),
        "updatedAt": "2025-09-01T08:00:00.000Z",
        "createdAt": "2025-08-01T08:00:00.000Z",
    }
    found.update(changes)
    return {key: value for key, value in found.items() if value is not ...}
