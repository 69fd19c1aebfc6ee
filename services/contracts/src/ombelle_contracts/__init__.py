"""What each service publishes to the others: its OpenAPI document."""

import json
from importlib.resources import files
from typing import Any

Document = dict[str, Any]


def openapi_documents() -> dict[str, Document]:
    """Return the committed OpenAPI document of each service, by the service's name."""
    folder = files(__name__) / "openapi"
    return {
        entry.name.removesuffix(".json"): json.loads(entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda one: one.name)
        if entry.name.endswith(".json")
    }
