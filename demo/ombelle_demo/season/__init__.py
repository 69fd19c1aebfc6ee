"""The demo season's people and organisations, and what fills a running stack with them."""
