"""Organisations and the people of them: who they are, who acts for them, what the team notes of them."""
