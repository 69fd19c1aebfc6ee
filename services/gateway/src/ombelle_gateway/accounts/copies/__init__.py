"""Copies of what the members service owns: organisations, and who belongs to which."""
