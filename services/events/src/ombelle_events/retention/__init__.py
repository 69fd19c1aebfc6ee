"""How long what dossiers say of people is kept, and the job that keeps to it."""
