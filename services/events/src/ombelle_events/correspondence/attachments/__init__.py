"""Files of an application: uploaded, looked at, served, removed."""
