"""What is asked of the operations of fees: no fee and no payment is there, and nobody owes one."""

from roles.asks import NO_ID, STALE, Ask

_FEE = "/api/v1/fees/{fee_id}"
_NO_FEE, _NO_MEMBER = {"fee_id": NO_ID}, {"member_id": NO_ID}
_REASON = {"reason": "Erreur."}
FEES_ASKS: dict[str, Ask] = {
    "GET /api/v1/fees/chorus-pro.csv": Ask(query="?year=2019"),
    "POST /api/v1/fees/call": Ask(body={"year": 2019}),
    "POST /api/v1/fees/remind": Ask(body={}),
    "POST /api/v1/fees/payments/import": Ask(body={}),
    f"GET {_FEE}": Ask(_NO_FEE),
    f"GET {_FEE}/receipt.pdf": Ask(_NO_FEE),
    f"GET {_FEE}/call.pdf": Ask(_NO_FEE),
    f"POST {_FEE}/payments": Ask(
        _NO_FEE, {"method": "cash", "received_on": "2019-01-01", "amount_cents": 1}, beyond="fee_unknown"
    ),
    f"POST {_FEE}/waive": Ask(_NO_FEE, _REASON, STALE, beyond="fee_unknown"),
    f"POST {_FEE}/void": Ask(_NO_FEE, _REASON, STALE, beyond="fee_unknown"),
    f"POST {_FEE}/postpone": Ask(_NO_FEE, {"due_on": "2019-01-01"}, STALE, beyond="fee_unknown"),
    "POST /api/v1/payments/{payment_id}/void": Ask({"payment_id": NO_ID}, _REASON, beyond="payment_unknown"),
    "POST /api/v1/members/{member_id}/fees": Ask(_NO_MEMBER, {"year": 2019}, beyond="member_unknown"),
    "GET /api/v1/members/{member_id}/billing": Ask(_NO_MEMBER, beyond="member_unknown"),
    "PUT /api/v1/members/{member_id}/billing": Ask(
        _NO_MEMBER, {"uses_chorus_pro": False}, STALE, beyond="member_unknown"
    ),
    "PUT /api/v1/fee-tariffs": Ask(body={}),
    "PUT /api/v1/fee-settings": Ask(body={}, headers=STALE),
}
