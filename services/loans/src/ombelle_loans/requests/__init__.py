"""What an organisation asks to borrow: who asks, for where, who signs, and by which channel. Its loans are in `loans`."""
