"""What is held of an account in committees and reviews, by sections of the archive that its owner asks for.

Of an application its number alone is told, and of a conflict its kind: whose it is may not know more.
"""

from typing import Final

from sqlalchemy import text

JUDGED: Final = {
    "committees": text("""
SELECT g.title AS call, m.name, m.email, m.themes, m.departments, m.is_chair, m.joined_at, m.left_at
FROM committee_member m JOIN call g ON g.id = m.call_id
WHERE m.account_id::text = :account ORDER BY m.joined_at, g.id
"""),
    "reviews": text("""
SELECT g.title AS call, a.number, s.assigned_at, s.due_on, s.recused_at, s.recusal_reason, v.comment, v.recommendation,
  v.submitted_at
FROM assignment s JOIN application a ON a.id = s.application_id JOIN call g ON g.id = s.call_id
LEFT JOIN review v ON (v.application_id, v.account_id) = (s.application_id, s.account_id)
WHERE s.account_id::text = :account ORDER BY s.assigned_at, a.number
"""),
    "conflicts_of_interest": text("""
SELECT g.title AS call, a.number, c.kind, c.declared_at, c.dismissed_at, c.dismissal_reason
FROM conflict_of_interest c JOIN application a ON a.id = c.application_id JOIN call g ON g.id = a.call_id
WHERE c.account_id::text = :account ORDER BY c.declared_at, c.id
"""),
    "memberships": text("""
SELECT o.name AS organisation, m.role, m.ended_at
FROM membership_copy m LEFT JOIN organisation_copy o USING (organisation_id)
WHERE m.account_id::text = :account ORDER BY o.name, m.organisation_id
"""),
    "team": text("SELECT name, email, roles FROM team_copy WHERE account_id::text = :account"),
}
