"""The house's command: what starts, watches, tests and asks the whole of Ombelle."""
