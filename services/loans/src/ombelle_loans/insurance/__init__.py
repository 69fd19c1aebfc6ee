"""What a lender asks of a borrower as insurance: certificates, accepted or refused, and waivers."""
