"""Receipts, calls on paper, and what Chorus Pro is told."""
