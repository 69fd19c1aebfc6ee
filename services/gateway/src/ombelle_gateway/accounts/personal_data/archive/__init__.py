"""The archive that somebody takes away: the data as JSON, and a page to read them by."""
