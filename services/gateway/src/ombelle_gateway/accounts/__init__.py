"""Accounts: who signs in, with what, and what they may be. A process of its own beside the gateway's."""
