"""Imports of board terms and of the bureau."""
