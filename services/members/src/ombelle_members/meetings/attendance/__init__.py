"""Who came to a meeting and when they left; the sheet that they sign."""
