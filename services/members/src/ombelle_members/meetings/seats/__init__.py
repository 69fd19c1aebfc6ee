"""Somebody's own place at a meeting: by the link that a mail brought them, or by their account."""
