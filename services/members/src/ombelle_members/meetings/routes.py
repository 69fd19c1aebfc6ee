"""The routers of meetings: those of a seat first, whose addresses would else be read as those of a meeting."""

from ombelle_members.meetings.handlers import router as meetings_router
from ombelle_members.meetings.seats.handlers import router as seats_router

MEETING_ROUTERS = (seats_router, meetings_router)
