"""Minutes: drafted from what happened, edited, approved, printed, corrected by another version."""
