"""How long what is held of people is kept here: rules as data, the statements that carry them out, their nightly job."""
