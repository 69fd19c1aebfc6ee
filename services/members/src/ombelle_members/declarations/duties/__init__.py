"""The calendar of duties: what is due when, reminded of, and done."""
