"""Who sits where on a day: for everybody, and what the secretariat is to look after."""
