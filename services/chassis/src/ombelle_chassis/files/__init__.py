"""Files that people sent: what is told of them stands in a service's table `stored_file`, their bytes in the storage."""
