"""Imports of meetings that were held."""
