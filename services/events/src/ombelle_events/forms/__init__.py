"""Forms that a coordinator writes: what they may hold, what is shown, and what answers must be. Plain Python."""
