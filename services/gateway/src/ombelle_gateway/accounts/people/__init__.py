"""Accounts: name, address, language; what one is told of oneself; another address."""
