"""Imports of fees and of what was paid of them."""
