from ombelle_chassis.retention.routes import retention_router

from ombelle_events.retention.rules import RULES

router = retention_router(
    "/retention/events",
    RULES,
    name="retention_of_events",
    summary="How long what dossiers say of people is kept, and why",
)
