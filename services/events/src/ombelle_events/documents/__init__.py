"""PDFs out of frozen values: letters, minutes, dossiers.

A document's words come to typst as data, never as markup, so that `#` or `*` in what somebody typed is a `#` or a `*`.
The same values give the same bytes, whatever the machine: typst's own fonts, and the moment of the values.
"""
