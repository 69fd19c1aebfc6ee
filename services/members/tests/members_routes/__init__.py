"""Every route of the service: who gets in.

By method and path: what anybody, a program with every scope but of another organisation, and another account get.
"""

from members_routes import association, governance, meetings, organisations

ROUTES = {**organisations.ROUTES, **association.ROUTES, **governance.ROUTES, **meetings.ROUTES}
"""What each route answers."""
BODIES = {**organisations.BODIES, **association.BODIES, **governance.BODIES, **meetings.BODIES}
"""What is sent to those that refuse an empty body, by the end of their path."""
QUERIES = {"/membership": "?on=2027-10-04", "/fees/chorus-pro.csv": "?year=2027"}
"""What those that need one are asked."""
