"""Changes made on what somebody read: the version they name must be the present one."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import to_jsonable_python

from ombelle_chassis.errors import FieldError, PreconditionFailed, PreconditionRequired


class ChangedMeanwhile(PreconditionFailed):
    """Somebody else saved first; both versions are told."""

    code = "changed_meanwhile"
    title = "It has changed since it was read"


class VersionNeeded(PreconditionRequired):
    """A change must say which version it is made on."""

    code = "version_needed"
    title = "If-Match is required"


def version_tag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"v{version}"'


def require_version(if_match: str | None) -> str:
    """Return the version that a change is made on.

    Raises:
        VersionNeeded: it is not told.

    """
    if if_match is None:
        raise VersionNeeded(
            "Dites sur quelle version porte la modification, par l'en-tête If-Match.",
            errors=[FieldError("/header/If-Match", "missing", "En-tête obligatoire.")],
        )
    return if_match


def refuse_stale(
    if_match: str, version: int, *, current: Mapping[str, Any], yours: Mapping[str, Any]
) -> None:
    """Refuse a change that is made on another version than the present one.

    Raises:
        ChangedMeanwhile: the problem carries both versions.

    """
    tags = {tag.strip() for tag in if_match.split(",")}
    if "*" in tags or version_tag(version) in tags:
        return
    raise ChangedMeanwhile(
        "Cette fiche a été modifiée entre-temps : comparez les deux versions, puis recommencez.",
        headers={"ETag": version_tag(version)},
        current=to_jsonable_python(current),
        yours=to_jsonable_python(yours),
    )
