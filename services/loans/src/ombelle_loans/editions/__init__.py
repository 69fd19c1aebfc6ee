"""Editions of the common catalogue: what it held on a day, frozen, to cite and to reuse."""
