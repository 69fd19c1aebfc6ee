"""The rows in a file or an answer, in whichever of the usual wrappings."""

from typing import Any, Final

import orjson

from ombelle_events.feed.fetching import TryAgain, count_of, parse

MAX_FILE: Final = 512 * 1024 * 1024
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_WRAPPINGS: Final = (("results", "total_count"), ("records", "nhits"), ("records", "total_count"))


def read_rows(body: bytes) -> tuple[list[Any], int]:
    """The rows and how many there are at all by what is announced: 0 when nothing is.

    A list, `{total_count, results}` of API v2.1, `{nhits, records}` of v1, or one object a line.

    Raises:
        TryAgain: none of these, or it was cut.

    """
    body = body.removeprefix(_BYTE_ORDER_MARK)
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        rows = _lines(body)
        if rows is not None:
            return rows, 0
        answer = parse(body)
    if isinstance(answer, list):
        return answer, 0
    if isinstance(answer, dict):
        for rows_key, total_key in _WRAPPINGS:
            if isinstance(answer.get(rows_key), list) and total_key in answer:
                return answer[rows_key], count_of(answer[total_key])
        if not {"error", "error_code", "errorcode"} & answer.keys():
            return [answer], 0
    raise TryAgain("la réponse n'a pas de liste d'enregistrements")


def _lines(body: bytes) -> list[Any] | None:
    """One object a line; `None` when the first line is none."""
    rows: list[Any] = []
    for number, line in enumerate(body.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            if not rows:
                return None
            raise TryAgain(f"ligne {number} : un JSON illisible ou coupé") from error
        if not rows and not isinstance(row, dict):
            return None
        rows.append(row)
    return rows or None
