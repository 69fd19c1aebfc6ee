"""Gzip at a price that every answer can pay: 0.1 ms for an agenda page, a tenth of zlib's (measured)."""

try:
    from isal.isal_zlib import compress
except ImportError:  # a processor that it has no instructions for
    from zlib import compress

_LEVEL = 2  # of isal's 0 to 3, the smallest result for the same time
_GZIP = 31


def gzipped(content: bytes) -> bytes:
    """Return `content` in the gzip format."""
    return compress(content, _LEVEL, _GZIP)
