from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field


class DepartmentLoad(BaseModel):
    """What happens in a department in half a day; `department` is null for what has no known place."""

    department: str | None
    sessions: int
    seats: int = Field(description="Of the sessions that say how many they have.")
    without_seats: int = Field(description="Sessions that do not.")


class HalfLoad(BaseModel):
    """What happens in half a day: the morning ends at one o'clock, and what goes on is in both."""

    half: Literal["morning", "afternoon"]
    sessions: int
    seats: int
    without_seats: int
    departments: list[DepartmentLoad]


class DayLoad(BaseModel):
    """A day of the edition."""

    day: date
    halves: list[HalfLoad]


class Arrivals(BaseModel):
    """How many applications were begun and sent on a day, in Paris; days without any are left out."""

    day: date
    begun: int
    sent: int


class CallArrivals(BaseModel):
    """A call of the edition, and when its applications came."""

    id: UUID
    title: str
    opens_at: datetime
    closes_at: datetime
    days: list[Arrivals]


class EditionLoad(BaseModel):
    """How full an edition's days are, drafts of the programme included, and when applications came."""

    year: int
    starts_on: date
    ends_on: date
    days: list[DayLoad]
    calls: list[CallArrivals]
