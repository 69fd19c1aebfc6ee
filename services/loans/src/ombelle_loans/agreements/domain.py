"""The words of agreements. Plain Python."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final, Literal, get_args
from uuid import UUID

VoidReason = Literal["replaced", "changed", "cancelled"]
VOID_REASONS: Final[tuple[VoidReason, ...]] = get_args(VoidReason)
"""A newer version was made; the loan has other days, units or another fee; it was cancelled."""
SignedBy = Literal["link", "borrower", "lender"]
SIGNED_BY: Final[tuple[SignedBy, ...]] = get_args(SignedBy)
"""By the link that the signatory got, or on paper, whose scan the borrower or the lender sent."""
PaperKind = Literal["agreement", "invoice"]
PAPER_KINDS: Final[tuple[PaperKind, ...]] = get_args(PaperKind)

AGENCY: Final = UUID(int=0)
"""The agency among those who number their papers: it is no organisation of the directory."""
LINK_LASTS: Final = timedelta(days=30)
SCAN_TYPES: Final = frozenset({"application/pdf", "image/jpeg", "image/png"})
LONGEST_SCAN: Final = 20 * 1024 * 1024
"""Bytes of the scan of a signed agreement."""


def issuer_of(owner_organisation_id: UUID | None) -> UUID:
    """Return whose numbers a lender's papers have."""
    return owner_organisation_id or AGENCY


def reference(year: int, number: int, version: int) -> str:
    """Return how an agreement is called: `2027-012`, then `2027-012 v2`."""
    return f"{year}-{number:03}" + (f" v{version}" if version > 1 else "")


def digest_of(content: Mapping[str, Any]) -> bytes:
    """Return the SHA-256 of what an agreement says, by its canonical JSON: that of the PDF would be typst's too."""
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).digest()


def new_token() -> tuple[str, bytes]:
    """Return a secret for a link, and what is kept of it."""
    token = secrets.token_urlsafe(32)
    return token, token_hash(token)


def token_hash(token: str) -> bytes:
    """Return what is kept of a link's secret."""
    return hashlib.sha256(token.encode()).digest()
