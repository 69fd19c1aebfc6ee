"""One OpenAPI document out of those of the services, as the gateway publishes it."""

from collections.abc import Mapping
from typing import Any

from ombelle_contracts import Document

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_BEARER = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "JWT",
    "description": "`Authorization: Bearer …`; on one's own machine, `./ombelle token` prints one.",
}


class ContractsClash(ValueError):
    """Two services publish the same thing differently."""


def merge_openapi(documents: Mapping[str, Document], *, title: str, version: str, server: str) -> Document:
    """Merge paths, components and tags of the services' documents.

    Args:
        documents: service name → its document.
        title: of the whole.
        version: of the whole.
        server: the public address, without a slash at the end.

    Raises:
        ContractsClash: a path's method, an operation id, or a component with another content is there twice.

    """
    paths: dict[str, dict[str, Any]] = {}
    components: dict[str, dict[str, Any]] = {"securitySchemes": {"bearer": _BEARER}}
    operation_ids: dict[str, str] = {}
    for service in sorted(documents):
        document = documents[service]
        for path, item in document.get("paths", {}).items():
            _add_operations(paths.setdefault(path, {}), item, f"{service}: {path}", operation_ids)
        for kind, named in document.get("components", {}).items():
            _add_components(components.setdefault(kind, {}), named, f"{service}: {kind}", kind)
    tags = {tag["name"]: tag for service in sorted(documents) for tag in documents[service].get("tags", [])}
    merged: Document = {
        "openapi": "3.1.0",
        "info": {"title": title, "version": version},
        "servers": [{"url": server}],
        "paths": dict(sorted(paths.items())),
        "components": {kind: dict(sorted(named.items())) for kind, named in sorted(components.items())},
    }
    if tags:
        merged["tags"] = [tags[name] for name in sorted(tags)]
    return merged


def _add_operations(
    into: dict[str, Any], item: Mapping[str, Any], where: str, operation_ids: dict[str, str]
) -> None:
    for name, value in item.items():
        if name in into:
            raise ContractsClash(f"{where} {name} is published twice")
        into[name] = value
        operation_id = value.get("operationId") if name in METHODS else None
        if operation_id is not None:
            if operation_id in operation_ids:
                raise ContractsClash(f"{where}: {operation_id} is already {operation_ids[operation_id]}")
            operation_ids[operation_id] = where


def _add_components(into: dict[str, Any], named: Mapping[str, Any], where: str, kind: str) -> None:
    for name, value in named.items():
        if kind == "securitySchemes" and name == "bearer":
            continue  # the gateway's: it is the one that verifies bearers
        if name in into and into[name] != value:
            raise ContractsClash(f"{where}.{name} is published twice, differently")
        into[name] = value
