"""The offices of the bureau as the secretariat keeps them."""
