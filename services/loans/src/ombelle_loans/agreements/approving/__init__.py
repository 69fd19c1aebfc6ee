"""Before a lender answers: what is free, what stands against it, what it costs, what the agreement would say."""
