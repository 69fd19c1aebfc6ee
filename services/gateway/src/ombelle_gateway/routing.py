"""Which service answers a path: read from the published OpenAPI documents, whatever is up or down."""

import re
from collections.abc import Mapping

from ombelle_contracts import Document


class RouteTable:
    """Prefixes of published paths → service; the longest wins.

    A path's prefix is what stands before its first parameter: `/events` for `/events/{event_id}`.
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._service_of: dict[str, str] = {}
        public: list[str] = []
        for service, document in documents.items():
            for path, item in document.get("paths", {}).items():
                self._service_of[_prefix(path)] = service
                if "get" in item and _is_for_everybody(item["get"], document):
                    public.append(_pattern(path))
        self._public = re.compile("|".join(public) or r"(?!)")

    def service_for(self, path: str) -> str | None:
        """Return the service that publishes this path or something above it, if any."""
        while path:
            if (service := self._service_of.get(path)) is not None:
                return service
            path = path.rpartition("/")[0]
        return None

    def is_public(self, path: str) -> bool:
        """Say whether a GET of this path is published as open to anyone, and the same for everybody."""
        return self._public.fullmatch(path) is not None


def _is_for_everybody(operation: Document, document: Document) -> bool:
    """Say whether everybody gets the same answer: nobody need sign in, and it is not marked as personal."""
    return not operation.get("security", document.get("security")) and not operation.get("x-personal")


def _prefix(path: str) -> str:
    return path.partition("{")[0].rpartition("/")[0] if "{" in path else path


def _pattern(path: str) -> str:
    """Turn `/agenda/{slug}.ics` into a regular expression that matches one segment for the parameter."""
    return "".join(
        "[^/]+" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{[^}]*\})", path)
    )


def is_plain_path(path: str) -> bool:
    """Refuse paths that two programs could read differently: `..`, `.`, empty segments, backslashes, NUL."""
    return not any(part in {"", ".", ".."} for part in path.split("/")[1:-1]) and not (
        path.endswith(("/.", "/..")) or "\\" in path or "\0" in path
    )
