"""Webhooks: what an organisation's programs asked to be told, signed, retried, in order, and shown."""
