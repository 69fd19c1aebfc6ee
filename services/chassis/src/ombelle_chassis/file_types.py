"""What a file is, by its content; what it may be called."""

import re
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import IO, Final

NAME_LENGTH: Final = 200
"""Characters of a file's name, at most."""
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_OPEN: Final = "application/vnd.oasis.opendocument."

TYPES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "application/pdf": (".pdf",),
        "image/jpeg": (".jpg", ".jpeg"),
        "image/png": (".png",),
        "image/webp": (".webp",),
        "image/gif": (".gif",),
        f"{_OFFICE}wordprocessingml.document": (".docx",),
        f"{_OFFICE}spreadsheetml.sheet": (".xlsx",),
        f"{_OFFICE}presentationml.presentation": (".pptx",),
        f"{_OPEN}text": (".odt",),
        f"{_OPEN}spreadsheet": (".ods",),
        f"{_OPEN}presentation": (".odp",),
        "text/csv": (".csv",),
        "text/plain": (".txt",),
    }
)
"""What is taken, with the ends of names that say so, the usual one first. Nothing that a browser would run."""
NAMED_TYPES: Final = (
    "PDF, image (JPEG, PNG, WebP, GIF), document ou tableau (DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV, TXT)"
)

_BY_SIGNATURE: Final = frozenset({"application/pdf", "image/jpeg", "image/png", "image/webp", "image/gif"})
_HEAD: Final = 4096
_SMALL: Final = 256 * 1024  # bytes read of what describes an archive: more is no document
_MOST_ENTRIES: Final = 10_000
_TEXT_TYPES: Final = ("text/csv", "text/plain")


def media_type_of(file: IO[bytes], name: str) -> str | None:
    """Return what a file is by its content: one of `TYPES`, or `None`.

    A text has no signature: it is one when every byte of it is text, and it is no markup; its name then says whether it
    is a table.

    Args:
        file: open for reading; its place is moved.
        name: what it is called.

    """
    file.seek(0)
    head = file.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _document_type(file)
    known = next((one for one in _claimed(head) if one in _BY_SIGNATURE), None)
    if known is not None and _begins_as(known, head):
        return known
    if _is_text(file):
        return "text/csv" if _end_of(name) == ".csv" else "text/plain"
    return None


def _claimed(head: bytes) -> list[str]:
    """Return what known signatures take a file for."""
    import puremagic  # noqa: PLC0415 -- its table is large, and few processes ever see a file

    try:
        return [match.mime_type for match in puremagic.magic_string(head)]
    except (puremagic.PureError, ValueError):
        return []


def _begins_as(media_type: str, head: bytes) -> bool:
    """Say whether a file begins, at its first byte, as its type does: what comes before could be another type's."""
    begins = {"application/pdf": b"%PDF-", "image/gif": b"GIF8", "image/jpeg": b"\xff\xd8\xff"}
    return head.startswith(begins.get(media_type, b""))


def _document_type(file: IO[bytes]) -> str | None:
    """Return which office document an archive is, by what it says of itself; one with macros is none."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if len(names) > _MOST_ENTRIES:
                return None
            if "mimetype" in names:
                said = _small(archive, "mimetype").decode("ascii").strip()
                return said if said.startswith(_OPEN) and said in TYPES else None
            content = _small(archive, "[Content_Types].xml").decode("utf-8")
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
        return None
    if "macroEnabled" in content or any(PurePosixPath(one).name == "vbaProject.bin" for one in names):
        return None
    return next((one for one in TYPES if one.startswith(_OFFICE) and f"{one}.main+xml" in content), None)


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    """Read an entry that must be small, whatever it says of its size. Raises ValueError."""
    with archive.open(name) as entry:
        read = entry.read(_SMALL + 1)
    if len(read) > _SMALL:
        raise ValueError("too long for what it is")
    return read


def _is_text(file: IO[bytes]) -> bool:
    """Say whether every byte is text, in UTF-8 or as Windows writes it, without a control character."""
    file.seek(0)
    content = file.read()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return re.search(r"[\x00-\x08\x0b\x0e-\x1f]", text) is None and not _is_markup(text)
    return False


def _is_markup(text: str) -> bool:
    return text.lstrip().startswith("<")


def _end_of(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def lies(name: str, media_type: str) -> bool:
    """Say whether a name ends as another type's; one without an end says nothing, and a text may be a table."""
    end = _end_of(name)
    ends = (".csv", ".txt") if media_type in _TEXT_TYPES else TYPES[media_type]
    return bool(end) and end not in ends


def clean_name(name: str | None, media_type: str) -> str:
    """Return what a file is called here: one line without a path or what other systems give a meaning, with an end."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name or ""))[-1]
    # Controls, and what turns the way that text is written: « gnp.exe » must not be shown as « exe.png ».
    shown = "".join(one for one in last if unicodedata.category(one)[0] != "C")
    kept = re.sub(r"\s+", " ", re.sub(r'[<>:"|?*]', "_", shown)).strip(" .")
    end = _end_of(kept)
    if end not in TYPES[media_type] and not (media_type in _TEXT_TYPES and end in (".csv", ".txt")):
        end = TYPES[media_type][0]
        kept += end
    stem = kept[: -len(end)].strip(" .") or "fichier"
    return stem[: NAME_LENGTH - len(end)] + kept[-len(end) :]
