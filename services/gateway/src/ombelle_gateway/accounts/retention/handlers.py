from ombelle_chassis.retention.routes import retention_router

from ombelle_gateway.accounts.retention.rules import RULES

router = retention_router(
    "/retention", RULES, name="retention", summary="How long what accounts hold of people is kept, and why"
)
