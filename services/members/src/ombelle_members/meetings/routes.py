"""The routers of meetings: those of a seat first, whose addresses would else be read as those of a meeting."""

from ombelle_members.meetings.attendance.handlers import router as attendance_router
from ombelle_members.meetings.convening.handlers import router as convening_router
from ombelle_members.meetings.documents.handlers import router as documents_router
from ombelle_members.meetings.handlers import router as meetings_router
from ombelle_members.meetings.minutes.handlers import router as minutes_router
from ombelle_members.meetings.motions.handlers import router as motions_router
from ombelle_members.meetings.proxies.handlers import router as proxies_router
from ombelle_members.meetings.seats.handlers import router as seats_router
from ombelle_members.meetings.sitting.handlers import router as sitting_router
from ombelle_members.meetings.tasks.handlers import router as tasks_router

MEETING_ROUTERS = (
    seats_router,
    meetings_router,
    documents_router,
    convening_router,
    sitting_router,
    attendance_router,
    proxies_router,
    motions_router,
    minutes_router,
    tasks_router,
)
