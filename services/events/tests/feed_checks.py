"""What tests of the feed ask of a run and of what it left."""

KEYS = {
    "fetched", "created", "updated", "unchanged", "withdrawn", "restored", "quarantined", "conflicts", "duplicates",
    "seconds", "complete",
}  # fmt: skip


def counts(outcome):
    """The counts that are not nothing."""
    found = outcome.summary.as_dict()
    return {k: v for k, v in found.items() if v and k not in {"seconds", "complete", "fetched", "duplicates"}}


def nothing_written(outcome):
    return outcome.summary.complete and not {"created", "updated", "withdrawn", "restored"} & set(
        counts(outcome)
    )


async def everything(connection):
    """Every row of the service, versions of rows included: what a run that changes nothing leaves alone."""
    tables = ("event", "event_session", "venue", "venue_ref", "external_ref", "feed_record", "feed_quarantine",
              "agenda_card", "agenda_day", "edition", "duplicate_candidate", "feed_conflict")  # fmt: skip
    return {t: sorted(map(str, await connection.fetch(f"SELECT xmin, ctid, * FROM {t}"))) for t in tables}
