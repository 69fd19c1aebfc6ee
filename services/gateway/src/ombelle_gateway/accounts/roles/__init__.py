"""Roles of the agency, and who may not come in any more."""
