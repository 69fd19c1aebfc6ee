"""Before a loan leaves: its units made ready, the appointments for its departure and its return."""
