"""Maintenance and internal use: what a lender blocks its units for itself."""
