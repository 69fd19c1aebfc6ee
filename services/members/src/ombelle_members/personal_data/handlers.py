from typing import Any

from fastapi import APIRouter
from ombelle_chassis.retention.routes import retention_router

from ombelle_members.context import Context
from ombelle_members.personal_data.retention import RULES
from ombelle_members.personal_data.service import PersonalDataService
from ombelle_members.policies import Person

router = APIRouter()
rules_router = retention_router(
    "/retention/members",
    RULES,
    name="retention_of_members",
    summary="How long what organisations' people wrote is kept, and why",
)


@router.get("/internal/personal-data", include_in_schema=False)
async def personal_data(context: Context, caller: Person) -> dict[str, Any]:
    sections = await PersonalDataService(context.sessions).held(caller.account_id)
    return {"service": "members", "sections": sections}
