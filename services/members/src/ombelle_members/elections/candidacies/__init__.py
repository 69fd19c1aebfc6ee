"""Who stands at an election."""
