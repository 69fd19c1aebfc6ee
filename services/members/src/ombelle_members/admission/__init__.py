"""Who is a member of the association, and since when."""
