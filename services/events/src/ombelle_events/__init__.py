"""The festival and the year round: editions, events, the public agenda, the national feed."""
