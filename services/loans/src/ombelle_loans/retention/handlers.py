from ombelle_chassis.retention.routes import retention_router

from ombelle_loans.retention.rules import RULES

router = retention_router(
    "/retention/loans",
    RULES,
    name="retention_of_loans",
    summary="How long what loans say of people is kept, and why",
)
