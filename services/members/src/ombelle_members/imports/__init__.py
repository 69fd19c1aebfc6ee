"""Tables of the association taken in from CSV and XLSX."""
