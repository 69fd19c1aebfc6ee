"""The exhibitions and kits that the agency and its members lend: catalogue, availability, loans and their papers."""
