"""The planning of whoever lends: every unit on a line of time, what is at risk, what leaves and comes back today."""
