from uuid import UUID

from ombelle_members.meetings.fields import Input


class ProxyGiven(Input):
    """Who gives a proxy to whom."""

    giver_id: UUID
    holder_id: UUID
