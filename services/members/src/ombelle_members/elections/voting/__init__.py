"""The vote of an election: urns, paper, count, lots, second rounds."""
