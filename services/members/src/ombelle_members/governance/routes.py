"""Every route of governance."""

from ombelle_members.governance.composition.handlers import router as composition_router
from ombelle_members.governance.offices.handlers import router as offices_router
from ombelle_members.governance.posts.handlers import router as posts_router
from ombelle_members.governance.terms.handlers import router as terms_router
from ombelle_members.governance.versions.handlers import router as versions_router

GOVERNANCE_ROUTERS = (composition_router, versions_router, posts_router, terms_router, offices_router)
