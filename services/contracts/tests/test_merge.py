"""One document out of several, or a clear refusal."""

from typing import Any

import pytest
from ombelle_contracts.merge import ContractsClash, merge_openapi


def document(path: str = "/a", operation: str = "read_a", **schemas: Any) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Jars", "version": "1"},
        "paths": {path: {"get": {"operationId": operation, "responses": {}}}},
        "components": {
            "schemas": schemas,
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }


def merge(*documents: dict[str, Any]) -> dict[str, Any]:
    named = {str(number): one for number, one in enumerate(documents)}
    return merge_openapi(named, title="All", version="2", server="https://here.example")


def test_paths_and_components_come_together() -> None:
    merged = merge(
        document(Same={"type": "string"}), document("/b", "read_b", Same={"type": "string"}, Other={})
    )
    assert list(merged["paths"]) == ["/a", "/b"]
    assert merged["components"]["schemas"] == {"Other": {}, "Same": {"type": "string"}}
    assert merged["info"] == {"title": "All", "version": "2"}
    assert merged["servers"] == [{"url": "https://here.example"}]
    assert merged["components"]["securitySchemes"]["bearer"]["bearerFormat"] == "JWT"


def test_two_services_may_share_a_path_by_method() -> None:
    other = document(operation="write_a")
    other["paths"]["/a"] = {"post": other["paths"]["/a"].pop("get")}
    assert set(merge(document(), other)["paths"]["/a"]) == {"get", "post"}


@pytest.mark.parametrize(
    ("second", "what"),
    [
        (document("/a", "another"), "/a get is published twice"),
        (document("/b", "read_a"), "read_a is already"),
        (document("/b", "read_b", Same={"type": "integer"}), "Same is published twice, differently"),
    ],
)
def test_a_clash_is_refused(second: dict[str, Any], what: str) -> None:
    with pytest.raises(ContractsClash, match=what):
        merge(document(Same={"type": "string"}), second)
