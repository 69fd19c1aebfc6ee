"""The association itself: its name, seat and numbers, dated."""
