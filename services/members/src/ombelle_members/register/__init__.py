"""The register of the association: read, printed, proved."""
