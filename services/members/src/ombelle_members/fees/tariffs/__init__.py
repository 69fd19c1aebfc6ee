"""What membership costs: dated tariffs."""
