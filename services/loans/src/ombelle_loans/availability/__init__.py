"""When what is lent is free: what blocks each unit, the rules of its lender, and the one computation over both."""
