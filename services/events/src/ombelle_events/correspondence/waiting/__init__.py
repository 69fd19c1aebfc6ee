"""What waits for somebody in the applications that they may know of."""
