"""The catalogue as everybody sees it: published items, from whoever lends them."""
