from typing import Any

from fastapi import APIRouter

from ombelle_loans.context import Context
from ombelle_loans.personal_data.service import held_of
from ombelle_loans.policies import Person

router = APIRouter()


@router.get("/internal/personal-data", include_in_schema=False)
async def personal_data(context: Context, caller: Person) -> dict[str, Any]:
    return {"service": "loans", "sections": await held_of(context.sessions, caller.account_id)}
