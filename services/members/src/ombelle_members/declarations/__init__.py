"""What is declared to the State, by when, and what came back."""
