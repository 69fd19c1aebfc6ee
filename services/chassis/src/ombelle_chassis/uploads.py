"""Files that people send: `multipart/form-data` with the part `file`, read as it comes, then looked at.

What comes is counted on its way and put on disk beyond a megabyte: whatever somebody sends, the process holds little of it.
"""

import asyncio
import hashlib
from collections.abc import AsyncGenerator, AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import IO, Any, Final

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from ombelle_chassis.errors import DomainError, FieldError, InvalidInput
from ombelle_chassis.file_types import NAMED_TYPES, TYPES, clean_name, lies, media_type_of
from ombelle_chassis.logging import get_logger
from ombelle_chassis.scanning import ScannerAway, pieces_of, scan

_AROUND: Final = 64 * 1024
"""Bytes that the form may take beside the file."""
_PIECE: Final = 256 * 1024
_MEGABYTE: Final = 1024 * 1024
_log = get_logger("uploads")


class FileTooLarge(DomainError):
    """The file is larger than one may be."""

    code = "file_too_large"
    title = "The file is too large"
    status = 413


class FileRefused(InvalidInput):
    """The file is empty, of a type that is not taken, or of another one than its name says."""

    code = "file_refused"
    title = "The file is not accepted"


class FileInfected(InvalidInput):
    """The scanner found a virus in the file: nothing of it is kept."""

    code = "file_infected"
    title = "A virus was found in the file"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: open, and what its sender calls it."""

    file: IO[bytes]
    name: str | None
    size: int


@dataclass(frozen=True, slots=True)
class SentForm:
    """What came: the file, and the other fields that are not empty."""

    upload: Upload
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be kept: what it is by its content, what it is called here, its SHA-256, what the scanner said.

    `scan` is `clean`, `infected`, `waiting` where the scanner is away, `skipped` where there is none.
    """

    upload: Upload
    name: str
    media_type: str
    sha256: bytes
    scan: str


def form_body(longest: int, fields: Mapping[str, Mapping[str, Any]], *required: str) -> dict[str, Any]:
    """Return what a route's `openapi_extra` says of such a request's body."""
    file = {"type": "string", "format": "binary", "description": f"{longest // _MEGABYTE} MB at most."}
    schema = {"type": "object", "required": ["file", *required], "properties": {"file": file, **fields}}
    return {"required": True, "content": {"multipart/form-data": {"schema": schema}}}


@asynccontextmanager
async def sent_form(
    request: Request, *, longest: int, fields: Collection[str] = ()
) -> AsyncIterator[SentForm]:
    """Read the form of a request; its file is there until the end of the context.

    Args:
        request: the request, of which nothing was read.
        longest: bytes of the file, at most.
        fields: what else the form may hold.

    Raises:
        FileTooLarge: the file is larger.
        InvalidInput: it is no such form.

    """
    content_type = request.headers.get("content-type", "")
    if not content_type.lower().startswith("multipart/form-data"):
        raise wrong_field("/body", "form_expected", "Un formulaire multipart/form-data est attendu.")
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > longest + _AROUND:
        raise _too_large(longest)
    # The parser closes what it has written when what comes breaks off.
    parser = MultiPartParser(
        request.headers, _counted(request, longest), max_files=1, max_fields=len(fields) + 1
    )
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, ValueError) as error:
        raise wrong_field(
            "/body", "form_invalid", "Ce formulaire ne se lit pas, ou porte plus d'un fichier."
        ) from error
    try:
        yield _read(dict(form), longest, fields)
    finally:
        await form.close()


async def _counted(request: Request, longest: int) -> AsyncGenerator[bytes, None]:
    seen = 0
    async for piece in request.stream():
        seen += len(piece)
        if seen > longest + _AROUND:
            raise _too_large(longest)
        yield piece


def _read(form: dict[str, Any], longest: int, fields: Collection[str]) -> SentForm:
    for name in form.keys() - {"file", *fields}:
        raise wrong_field(f"/body/{name[:100]}", "extra_forbidden", "Ce nom n'est pas connu ici.")
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise wrong_field("/body/file", "missing", "Joignez un fichier.")
    for name in form.keys() - {"file"}:
        if not isinstance(form[name], str):
            raise wrong_field(f"/body/{name}", "string_type", "Un texte est attendu.")
    size = file.size or 0
    if size > longest:
        raise _too_large(longest)
    return SentForm(
        Upload(file.file, file.filename, size), {name: form[name] for name in fields if name in form}
    )


def wrong_field(pointer: str, code: str, detail: str) -> InvalidInput:
    """Return the refusal of a form whose field at `pointer` is wrong; `detail` is a French sentence."""
    return InvalidInput(
        f"La demande n'est pas valable : {detail}", errors=[FieldError(pointer, code, detail)]
    )


def _too_large(longest: int) -> FileTooLarge:
    most = f"{longest // _MEGABYTE} Mo au plus."
    return FileTooLarge(
        f"Ce fichier est trop lourd : {most}", errors=[FieldError("/body/file", "file_too_large", most)]
    )


async def looked_at(upload: Upload, clamd: str | None) -> Checked:
    """Return what a file is, by its content and by the scanner at `clamd`, where there is one.

    Raises:
        FileRefused: it is empty, not of a type that is taken, or lies about it.

    """
    media_type, digest = await asyncio.to_thread(_type_and_digest, upload)
    verdict = "skipped"
    if clamd is not None:
        try:
            verdict = await scan(clamd, pieces_of(upload.file))
        except ScannerAway as error:
            _log.warning("scanner_away", reason=str(error))
            verdict = "waiting"
    return Checked(upload, clean_name(upload.name, media_type), media_type, digest, verdict)


def infected(checked: Checked) -> FileInfected:
    """Return the refusal of a file in which a virus was found."""
    return FileInfected(
        f"Un virus a été trouvé dans « {checked.name} » : ce fichier n'a pas été gardé.",
        errors=[FieldError("/body/file", "file_infected", "Virus trouvé.")],
    )


def _type_and_digest(upload: Upload) -> tuple[str, bytes]:
    """Return what a file is and its SHA-256. Raises FileRefused."""
    if not upload.size:
        raise refused("Ce fichier est vide.", "file_empty")
    media_type = media_type_of(upload.file, upload.name or "")
    if media_type is None:
        raise refused(
            f"Ce type de fichier n'est pas accepté. Sont acceptés : {NAMED_TYPES}.", "file_type_unknown"
        )
    if lies(upload.name or "", media_type):
        raise refused(
            "Le nom de ce fichier annonce un autre type que son contenu "
            f"({TYPES[media_type][0].lstrip('.').upper()}) : enregistrez-le dans le bon format, puis renvoyez-le.",
            "file_type_lies",
        )
    upload.file.seek(0)
    digest = hashlib.sha256()
    while piece := upload.file.read(_PIECE):
        digest.update(piece)
    return media_type, digest.digest()


def refused(detail: str, code: str) -> FileRefused:
    """Return the refusal of the file of a form; `detail` is a French sentence."""
    return FileRefused(detail, errors=[FieldError("/body/file", code, detail)])
