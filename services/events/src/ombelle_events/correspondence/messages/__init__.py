"""What holder and coordination write to one another about an application."""
