"""From the shelf to the borrower and back: preparation, appointments, hand-overs, condition reports, incidents, labels."""
