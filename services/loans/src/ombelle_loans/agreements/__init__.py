"""Agreements of loans: made of the lender's text, frozen, numbered, signed by link or on paper."""
