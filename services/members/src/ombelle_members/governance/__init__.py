"""The bylaws, the posts, who holds them, and the bureau."""
