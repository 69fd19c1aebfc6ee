"""A demo programme of an October edition, and the small server that gives it as OpenAgenda v2 does."""
