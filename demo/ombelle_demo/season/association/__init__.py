"""The season's association: sixty members, a board with its history, an assembly under way, what waits for the team."""
