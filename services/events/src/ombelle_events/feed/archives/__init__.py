"""Where past editions lie: a file, or the addresses under which an Opendatasoft site shows a data set."""
