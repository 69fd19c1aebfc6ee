"""Sign-in sessions: the cookie, and where one is signed in."""
