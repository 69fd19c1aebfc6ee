"""Files that people send, for whatever aggregate: looked at, kept in the storage, told by a row."""
