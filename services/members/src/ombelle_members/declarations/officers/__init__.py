"""Those who administer the association, and what the form asks of them."""
