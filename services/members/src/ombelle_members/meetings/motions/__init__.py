"""Motions: written, opened to the vote, closed with what was counted; who keeps out of it."""
