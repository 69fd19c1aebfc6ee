"""What somebody is to do after a meeting."""
