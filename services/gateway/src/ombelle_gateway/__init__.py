"""The gateway: the one door. Routing, identity, hot memory, page heads, the SPA; no business rule."""
