"""What is received for fees: by hand, or from a file."""
