"""Every route of reviews."""

from fastapi import APIRouter

from ombelle_events.reviews.assignments.handlers import router as assignments_router
from ombelle_events.reviews.committee.handlers import router as committee_router
from ombelle_events.reviews.conflicts.handlers import router as conflicts_router
from ombelle_events.reviews.own.handlers import router as own_router
from ombelle_events.reviews.progress.handlers import router as progress_router

router = APIRouter()
for part in (committee_router, assignments_router, own_router, conflicts_router, progress_router):
    router.include_router(part)
