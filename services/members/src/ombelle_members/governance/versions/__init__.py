"""The versions of the bylaws."""
