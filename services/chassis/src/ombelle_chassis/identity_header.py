"""The name of the header by which the gateway tells services who asks; apart, so that it costs no import."""

IDENTITY_HEADER = "Ombelle-Identity"
