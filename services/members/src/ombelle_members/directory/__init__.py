"""The public directory, and what is corrected in it."""
