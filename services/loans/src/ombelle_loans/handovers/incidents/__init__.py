"""Damage and loss in loans: told by either side, or found between two condition reports."""
