"""The season of loans: what the agency and its contributors lend, who borrowed it for two years, what is under way."""
