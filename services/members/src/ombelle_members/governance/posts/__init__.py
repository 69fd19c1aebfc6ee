"""The elected posts: created, abolished, held or vacant."""
