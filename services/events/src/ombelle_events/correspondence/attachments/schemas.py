from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from ombelle_events.correspondence.domain import Scan


class AttachmentOut(BaseModel):
    """A file of an application. Where who holds it is hidden from the reader, its name is that of its question."""

    id: UUID
    application_id: UUID
    field_id: str | None
    name: str
    media_type: str = Field(description="What the content is, whatever the file was called.")
    size_bytes: int
    sha256: str
    scan: Scan = Field(description="`waiting`: not served until the virus scanner has seen it.")
    uploaded_at: datetime
    allowed_actions: list[str]


class Attachments(BaseModel):
    """A page of files, the oldest first; `next` is null on the last one."""

    items: list[AttachmentOut]
    next: str | None
