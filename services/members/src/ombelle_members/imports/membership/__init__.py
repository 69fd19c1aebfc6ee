"""Imports of organisations and members."""
