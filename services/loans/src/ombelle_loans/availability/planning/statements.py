"""The planning's largest statement: the units, and what blocks each, of which PostgreSQL writes the JSON by itself.

Three hundred units have thousands of blocks. Making rows, objects and dictionaries of them, to be validated and written,
takes many times what it takes to read them.
"""

from typing import Final

from sqlalchemy import Date, Integer, Text, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

# `schemas.PlannedBlock`, with `domain.Risk`. What is late blocks longer, and what comes too soon after it is at risk.
_BLOCK: Final = """
'{"id":"' || b.id || '","kind":"' || b.kind || '","loan_id":' || coalesce('"' || b.loan_id || '"', 'null')
|| ',"starts_on":' || to_json(b.first) || ',"ends_on":' || to_json(b.last)
|| ',"blocked_from":' || to_json(b.blocked_first) || ',"blocked_until":'
|| to_json(CASE WHEN b.is_late THEN greatest(b.blocked_last, u.late_until) ELSE b.blocked_last END)
|| ',"expires_at":' || coalesce(replace(CAST(to_json(b.expires_at) AS text), '+00:00"', 'Z"'), 'null')
|| ',"is_released":' || b.is_released || ',"is_late":' || b.is_late || ',"risks":['
|| CASE WHEN b.is_released OR b.kind NOT IN ('hold', 'loan') OR b.first < :today THEN '' ELSE concat_ws(',',
  CASE WHEN u.has_late AND b.blocked_first <= u.late_until THEN '"late_before"' END,
  CASE WHEN u.state <> 'usable' THEN '"unit_unusable"' END,
  CASE WHEN b.first <@ u.closures OR b.last <@ u.closures THEN '"closed"' END) END
|| '],"reason":' || coalesce(CAST(to_json(b.reason) AS text), 'null') || '}'
"""
_COLUMNS: Final = """
b.id, b.kind, b.loan_id, b.reason, b.expires_at, lower(b.period) AS first, upper(b.period) - 1 AS last,
lower(b.blocked) AS blocked_first, upper(b.blocked) - 1 AS blocked_last, b.released_at IS NOT NULL AS is_released,
b.released_at IS NULL AND b.kind = 'loan' AND upper(b.period) <= :today AS is_late
"""
# What was released is history: it blocked until then, and a loan that was cancelled before it began never did.
_BLOCKS: Final = f"""
SELECT {_COLUMNS} FROM unit_block b WHERE b.unit_id = u.id AND b.released_at IS NULL
  AND b.blocked && daterange(:first, :last, '[]')
UNION ALL
SELECT {_COLUMNS} FROM unit_block b WHERE b.unit_id = u.id AND b.released_at IS NULL AND b.kind = 'loan'
  AND upper(b.period) <= :today AND NOT b.blocked && daterange(:first, :last, '[]')
UNION ALL
SELECT b.id, b.kind, b.loan_id, b.reason, b.expires_at, b.first, least(b.last, b.released_on), b.blocked_first,
  least(b.blocked_last, b.released_on), b.is_released, b.is_late
FROM (SELECT {_COLUMNS}, CAST(b.released_at AT TIME ZONE 'Europe/Paris' AS date) AS released_on
  FROM unit_block b WHERE b.unit_id = u.id AND b.released_at IS NOT NULL
    AND b.period && daterange(:first, :last, '[]') AND upper(b.period) > :first) b
WHERE b.released_on >= greatest(b.first, :first)
"""
# The blocks are looked up by unit, each with indexes: nothing here depends on how many rows the planner expects.
UNITS: Final = text(f"""
WITH calendar AS MATERIALIZED (
  SELECT number, CAST(days AS datemultirange) AS closures FROM unnest(:calendars) WITH ORDINALITY AS c (days, number)
), line AS MATERIALIZED (
  SELECT u.format_id, u.id, u.code, coalesce(u.name, '') AS name, u.copy_number, u.module_number, u.state,
    r.late_until, c.closures, EXISTS (SELECT FROM unit_block b WHERE b.unit_id = u.id AND b.released_at IS NULL
      AND b.kind = 'loan' AND upper(b.period) <= :today) AS has_late
  FROM unnest(:formats, :late_until, :calendar_of) AS r (format_id, late_until, calendar)
  JOIN unit u ON u.format_id = r.format_id JOIN calendar c ON c.number = r.calendar
)
SELECT u.format_id, CAST(u.id AS text) AS id, u.code, u.name, u.copy_number, u.module_number, u.state, b.blocks, b.loans
FROM line u, LATERAL (
  SELECT '[' || coalesce(string_agg({_BLOCK}, ',' ORDER BY b.first, b.last, b.id), '') || ']' AS blocks,
    array_agg(b.loan_id) FILTER (WHERE b.loan_id IS NOT NULL) AS loans FROM ({_BLOCKS}) b
) b
ORDER BY u.copy_number, u.module_number, u.id
""").bindparams(
    bindparam("calendars", type_=ARRAY(Text)),
    bindparam("formats", type_=ARRAY(Uuid)),
    bindparam("late_until", type_=ARRAY(Date)),
    bindparam("calendar_of", type_=ARRAY(Integer)),
)
"""Takes `first`, `last`, `today`; of each format `formats`, `late_until` and `calendar_of`, the place, from 1, of its
lender's closures among `calendars`, each the text of a datemultirange."""
