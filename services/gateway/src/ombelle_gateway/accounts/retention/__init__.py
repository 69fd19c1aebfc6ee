"""How long each kind of data is kept, as data, and the job that keeps to it."""
