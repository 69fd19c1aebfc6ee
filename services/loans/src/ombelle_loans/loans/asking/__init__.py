"""Requests as they are sent: several items at once, each of which is held, waits or asks for an exception."""
