"""What is asked of the operations of the directory, of figures and of imports."""

from roles.asks import NO_ID, STALE, Ask

_NO_CORRECTION = {"correction_id": NO_ID}
DIRECTORY_ASKS: dict[str, Ask] = {
    "GET /api/v1/directory/{key}": Ask({"key": "rien"}, beyond="entry_unknown"),
    "POST /api/v1/directory/{key}/corrections": Ask(
        {"key": "rien"}, {"message": "Vous avez déménagé."}, beyond="entry_unknown"
    ),
    "PUT /api/v1/organisations/{organisation_id}/directory-contact": Ask(
        body={"shows_email": False, "shows_phone": False}
    ),
    "GET /api/v1/directory-corrections/{correction_id}": Ask(_NO_CORRECTION, beyond="correction_unknown"),
    "POST /api/v1/directory-corrections/{correction_id}/decision": Ask(
        _NO_CORRECTION, {"decisions": {}}, STALE, beyond="correction_unknown"
    ),
    "GET /api/v1/reports/members/{year}": Ask({"year": "2019"}),
    "GET /api/v1/reports/members/{year}.xlsx": Ask({"year": "2019"}),
    "GET /api/v1/reports/members/{year}/rows/{figure}": Ask({"year": "2019", "figure": "members"}),
    "POST /api/v1/imports/members": Ask(body={}),
}
