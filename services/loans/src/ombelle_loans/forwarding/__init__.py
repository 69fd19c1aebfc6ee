"""Requests for items whose organisation sees to its own loans: written to it by mail, with a copy to whoever asks."""
