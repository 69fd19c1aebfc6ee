"""Makers of forms for tests: what a test does not say is dull."""

from typing import Any

from ombelle_events.forms.definition import Definition, read_definition


def field(field_id: str, kind: str = "text", **more: Any) -> dict[str, Any]:
    """A field as it is stored."""
    return {"id": field_id, "type": kind, "label": field_id.title(), **more}


def form(*fields: dict[str, Any], **section: Any) -> Definition:
    """A form of one section."""
    return read_definition({"sections": [{"id": "one", "title": "Une", "fields": list(fields), **section}]})


def when(name: str, operator: str, value: Any = None) -> dict[str, Any]:
    """A comparison as it is stored."""
    return {"field": name, "operator": operator, "value": value}


def found(problems: Any) -> list[tuple[str, str]]:
    """Where and what, without the words."""
    return [(one.pointer, one.code) for one in problems]
