from datetime import date
from typing import Annotated
from uuid import UUID

from ombelle_chassis.lists import ListQuery
from ombelle_chassis.typed_texts import LINE
from pydantic import BaseModel, Field

from ombelle_members.meetings.fields import Input, OptionalName
from ombelle_members.meetings.schemas import MeetingTask
from ombelle_members.typed_days import Day


class MeetingTaskWrite(Input):
    """What somebody is to do, by when."""

    what: Annotated[str, Field(max_length=500), *LINE]
    who: OptionalName = None
    due_on: Day | None = None


class MeetingTaskPatch(MeetingTaskWrite):
    """A task, and since when it is done."""

    done_on: Day | None = None


class MeetingTaskRow(MeetingTask):
    """A task with its meeting."""

    meeting_id: UUID
    meeting_title: str
    held_on: date
    allowed_actions: list[str]


class MeetingTasksQuery(ListQuery):
    """Which tasks are asked for."""

    waiting: bool = Field(default=True, description="Only those that are not done.")


class MeetingTasks(BaseModel):
    """A page of tasks, the oldest first."""

    items: list[MeetingTaskRow]
    next: str | None
    total: int
