"""Board terms as the secretariat keeps them: ended, filled by co-option, ratified."""
