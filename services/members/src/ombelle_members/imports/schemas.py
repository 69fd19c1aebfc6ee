from typing import Literal

from pydantic import BaseModel, Field

from ombelle_members.imports.domain import Table


class ImportedMemberTable(BaseModel):
    """What became of the rows of one table."""

    table: Table
    rows: int = Field(description="Rows that can be read.")
    created: int
    updated: int
    unchanged: int = Field(description="What was known already, or is wrong.")
    ignored_columns: list[str]


class MemberImportFault(BaseModel):
    """What is wrong in a cell; in the whole row where `column` is empty. The header is row 1."""

    table: Table
    row: int
    column: str
    code: str
    detail: str


class MemberImportReport(BaseModel):
    """What an import did, or would do. An import with faults is refused; a rehearsal tells them."""

    dry_run: bool
    changed: bool
    tables: list[ImportedMemberTable]
    faults: list[MemberImportFault] = Field(description="The first 500.")
    fault_count: int


class ImportForm(BaseModel):
    """What is sent beside the file."""

    table: Table | None = None
    dry_run: Literal["true", "false"] = "true"
