"""How often one may try: counted in PostgreSQL, for every process at once."""
