"""Past editions as Opendatasoft sites publish them: records of one programme, column names changing with the year."""
