"""The PDFs of this service: templates for typst, each of which says in its first lines what values it shows."""
