"""A meeting while it is held: opened, seen live, closed or adjourned."""
