"""Days on which a lender is closed."""
