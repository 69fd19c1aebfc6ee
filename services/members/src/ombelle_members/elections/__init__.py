"""Who stands, who votes, who is elected."""
