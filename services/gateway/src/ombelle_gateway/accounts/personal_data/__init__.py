"""What is held of somebody: handed to them, and erased."""
