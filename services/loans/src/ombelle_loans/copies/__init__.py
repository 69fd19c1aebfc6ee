"""Copies of what the service members owns: organisations, and who acts for which."""
