from fastapi import APIRouter

from ombelle_gateway.accounts.retention.rules import RULES
from ombelle_gateway.accounts.retention.schemas import RuleOut, Rules

router = APIRouter(prefix="/api/v1/retention", tags=["personal data"])


@router.get("", summary="How long what is held of people is kept, and why")
async def retention() -> Rules:
    return Rules(items=[RuleOut.model_validate(rule, from_attributes=True) for rule in RULES])
