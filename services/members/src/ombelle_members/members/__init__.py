"""The members of the association, their colleges and who represents them."""
