"""Labels with QR codes, and what they open."""
