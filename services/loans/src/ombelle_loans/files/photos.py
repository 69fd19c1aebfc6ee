"""Photographs as they are shown: no larger than a screen, without what a camera writes beside the picture (the place)."""

import asyncio
import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO, Final

from ombelle_chassis.uploads import Checked, Upload, refused

TYPES: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
_LONGEST_SIDE: Final = 1600
_MOST_PIXELS: Final = 80_000_000
_QUALITY: Final = 82


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph to keep: `checked` tells of its new content."""

    checked: Checked
    width: int
    height: int


async def prepared_photo(checked: Checked) -> Photo:
    """Return a photograph as WebP, upright, 1,600 pixels long at most, without metadata.

    Raises:
        FileRefused: it is no photograph, cannot be read, or has too many pixels to be opened safely.

    """
    if checked.media_type not in TYPES:
        raise refused("Une photo est attendue : JPEG, PNG ou WebP.", "photo_expected")
    return await asyncio.to_thread(_prepared, checked)


def _prepared(checked: Checked) -> Photo:
    content, width, height = _redrawn(checked.upload.file)
    size = content.getbuffer().nbytes
    name = f"{PurePosixPath(checked.name).stem}.webp"
    digest = hashlib.sha256(content.getbuffer()).digest()
    kept = Checked(Upload(content, name, size), name, "image/webp", digest, checked.scan)
    return Photo(kept, width, height)


def _redrawn(file: IO[bytes]) -> tuple[BytesIO, int, int]:
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 -- few processes ever see a photograph

    file.seek(0)
    try:
        with Image.open(file, formats=("JPEG", "PNG", "WEBP")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise refused(
                    "Cette photo a trop de pixels : réduisez-la, puis renvoyez-la.", "photo_too_large"
                )
            opened.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
            is_clear = "A" in upright.getbands() or "transparency" in upright.info
            shown = upright.convert("RGBA" if is_clear else "RGB")
    except (
        *(UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning),
        *(OSError, ValueError, SyntaxError),
    ) as error:
        raise refused("Cette photo ne se lit pas : enregistrez-la à nouveau.", "photo_unreadable") from error
    content = BytesIO()
    shown.info.clear()
    shown.save(content, "WEBP", quality=_QUALITY)
    return content, shown.width, shown.height
