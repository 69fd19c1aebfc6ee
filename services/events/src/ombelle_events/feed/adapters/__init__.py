"""One module per format of feed: raw rows in, `SourceEvent` or `RowRejected` out. No input or output here."""
