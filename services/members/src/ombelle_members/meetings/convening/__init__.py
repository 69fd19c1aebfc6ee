"""The roll of a meeting and its notice: who is to come, who votes, what was sent to whom."""
