"""Documents of meetings: what members read before they come."""
