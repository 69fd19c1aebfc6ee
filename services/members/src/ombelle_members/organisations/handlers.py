from fastapi import APIRouter

from ombelle_members.organisations.schemas import OrganisationKinds, described_kinds

router = APIRouter(prefix="/api/v1", tags=["organisations"])


@router.get("/organisation-kinds", summary="The closed lists of organisations, with their labels")
async def organisation_kinds() -> OrganisationKinds:
    return described_kinds()
