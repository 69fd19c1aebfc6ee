"""Loans: one item that goes out once. `transitions` says what may be done when, by whom; `moves` does it."""
