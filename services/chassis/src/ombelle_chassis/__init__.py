"""Mechanism that the services share: no domain word, no table, no setting of a service."""
