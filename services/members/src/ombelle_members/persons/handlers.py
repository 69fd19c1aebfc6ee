from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from ombelle_chassis.app import SIGNED_IN
from ombelle_chassis.errors import Forbidden, Unauthenticated
from ombelle_chassis.paging import FIRST, after, page, text_value
from ombelle_chassis.problems import responses_for

from ombelle_members.context import Context
from ombelle_members.persons.schemas import Persons, PersonsQuery
from ombelle_members.persons.service import PersonService
from ombelle_members.policies import Keeper, ScopeMissing

router = APIRouter(prefix="/api/v1", tags=["persons"])


@router.get(
    "/persons",
    summary="People with an account, by name",
    responses=responses_for(Unauthenticated, Forbidden, ScopeMissing),
    openapi_extra=SIGNED_IN,
)
async def persons(asked: Annotated[PersonsQuery, Query()], context: Context, _: Keeper) -> Persons:
    name, person_id = after(asked, "persons", text_value, UUID) or ("", FIRST)
    rows = await PersonService(context.sessions).page(
        q=asked.q, name=name, after=person_id, count=asked.limit + 1
    )
    return Persons.model_validate(page(asked, rows, "persons", "folded_name", "id"))
