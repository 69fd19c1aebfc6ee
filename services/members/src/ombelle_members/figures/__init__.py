"""What a year counts, and the rows that it counts."""
