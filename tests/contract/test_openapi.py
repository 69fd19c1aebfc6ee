"""What is committed, which `ombelle_command.openapi` holds to what the services serve, is one valid document together."""

import pytest
from ombelle_contracts import openapi_documents
from ombelle_contracts.merge import METHODS, merge_openapi
from ombelle_gateway.routing import RouteTable
from openapi_spec_validator import OpenAPIV31SpecValidator
from roles.table import YES, read_table

DOCUMENTS = openapi_documents()
OPEN_WRITES = {row.operation for row in read_table() if row.method != "GET" and row.cells["anonymous"] == YES}


def test_the_merged_document_is_valid() -> None:
    merged = merge_openapi(DOCUMENTS, title="Ombelle", version="1", server="https://ombelle.example")
    OpenAPIV31SpecValidator(merged).validate()
    references = set(find_references(merged))
    known = {f"#/components/schemas/{name}" for name in merged["components"]["schemas"]}
    assert references <= known


def find_references(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [one for inner in value.values() for one in find_references(inner)]
    if isinstance(value, list):
        return [one for inner in value for one in find_references(inner)]
    return []


def operations() -> list[tuple[str, str, str]]:
    return [
        (service, path, method)
        for service, document in DOCUMENTS.items()
        for path, item in document["paths"].items()
        for method in item
        if method in METHODS
    ]


@pytest.mark.parametrize(("service", "path", "method"), operations())
def test_the_gateway_finds_every_route(service: str, path: str, method: str) -> None:
    table = RouteTable(DOCUMENTS)
    concrete = path.replace("{", "").replace("}", "")
    assert table.service_for(concrete) == service
    operation = DOCUMENTS[service]["paths"][path][method]
    is_open = not operation.get("security")
    if method == "get":
        assert table.is_public(concrete) is (is_open and not operation.get("x-personal"))
    else:
        assert is_open is (f"{method.upper()} {path}" in OPEN_WRITES), "only coming in is written by nobody"


@pytest.mark.parametrize(("service", "path", "method"), operations())
def test_every_refusal_is_documented_as_a_problem(service: str, path: str, method: str) -> None:
    for status, answer in DOCUMENTS[service]["paths"][path][method]["responses"].items():
        if status.startswith(("4", "5")):
            assert set(answer["content"]) == {"application/problem+json"}, status


@pytest.mark.parametrize(("service", "path", "method"), operations())
def test_what_may_say_that_nothing_changed_is_the_same_for_everybody(
    service: str, path: str, method: str
) -> None:
    operation = DOCUMENTS[service]["paths"][path][method]
    is_shared = method == "get" and not operation.get("security") and not operation.get("x-personal")
    # or asked over and over by one person, by a route that reads the header itself: the screens of a meeting
    is_followed = any(told["name"] == "if-none-match" for told in operation.get("parameters", []))
    if "304" in operation["responses"] or service == "events":  # whose public reads all say so
        assert ("304" in operation["responses"]) is (is_shared or is_followed)
