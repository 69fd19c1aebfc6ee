"""Answers about one application, and the refusals that every such route has."""

from collections.abc import Mapping
from typing import Any, Final

from fastapi import Response
from ombelle_chassis.errors import Unauthenticated

from ombelle_events.applications.errors import (
    ActionForbidden,
    ActionImpossible,
    AnswerLate,
    ApplicationUnknown,
    CallClosed,
    CallNotOpen,
)
from ombelle_events.applications.schemas import ApplicationOut
from ombelle_events.applications.versions import version_tag
from ombelle_events.policies import ScopeMissing

PRIVATE: Final = "private, no-store"
OF_ONE: Final = (Unauthenticated, ScopeMissing, ApplicationUnknown)
"""What any route about one application may answer."""
ACTING: Final = (*OF_ONE, ActionForbidden, ActionImpossible)
"""What one that changes it may answer."""
IN_TIME: Final = (*ACTING, CallNotOpen, CallClosed, AnswerLate)
"""What one that has a deadline may answer."""


def shown(response: Response, found: Mapping[str, Any]) -> ApplicationOut:
    """Answer with an application and its version."""
    response.headers["etag"] = version_tag(found["version"])
    response.headers["cache-control"] = PRIVATE
    return ApplicationOut.model_validate(found)
