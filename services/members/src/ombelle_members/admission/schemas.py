from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from ombelle_members.typed_days import Day


class MembershipQuery(BaseModel):
    """The day that is asked about."""

    model_config = ConfigDict(extra="forbid")

    on: Day = Field(description="The day, such as 2027-10-04.")


class MembershipOnDay(BaseModel):
    """Whether an organisation is a member of the association on a day."""

    on: date
    is_member: bool | None = Field(description="null as long as no member was ever entered: nothing tells.")
