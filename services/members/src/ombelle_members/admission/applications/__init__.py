"""Applications for membership: from a public form to the decision of the board."""
