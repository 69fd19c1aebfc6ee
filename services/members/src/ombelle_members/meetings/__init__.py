"""Assemblies and boards: notice, roll, attendance, proxies, votes, minutes."""
