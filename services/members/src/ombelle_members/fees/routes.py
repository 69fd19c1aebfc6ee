"""The routes of fees, in the order in which addresses are compared: names before ids."""

from typing import Final

from ombelle_members.fees.calling.handlers import router as calling_router
from ombelle_members.fees.handlers import router as fees_router
from ombelle_members.fees.papers.handlers import router as papers_router
from ombelle_members.fees.paying.handlers import router as paying_router
from ombelle_members.fees.tariffs.handlers import router as tariffs_router

FEE_ROUTERS: Final = (papers_router, tariffs_router, calling_router, paying_router, fees_router)
