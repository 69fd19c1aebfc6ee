"""What members owe and pay."""
