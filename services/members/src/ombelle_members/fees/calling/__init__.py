"""Fees are called for a year, and asked for again."""
