"""What people say is wrong in the directory: asked for by anybody, decided field by field."""
