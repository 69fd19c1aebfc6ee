"""Signing in by a link or a code sent by mail, and as somebody of the demo."""
