"""Organisations and people: who belongs to which structure."""
