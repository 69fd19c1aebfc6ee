"""The routers of elections."""

from ombelle_members.elections.candidacies.handlers import router as candidacies_router
from ombelle_members.elections.handlers import router as elections_router
from ombelle_members.elections.proclaiming.handlers import router as proclaiming_router
from ombelle_members.elections.voting.handlers import router as voting_router

ELECTION_ROUTERS = (elections_router, candidacies_router, voting_router, proclaiming_router)
