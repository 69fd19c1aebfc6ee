"""Proxies that one member gives another for a meeting."""
