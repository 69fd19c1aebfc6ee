"""Invoices of loans, ready for Chorus Pro: numbered without a gap, never changed, cancelled by credit notes."""
