"""What is committed, which `ombelle_command.openapi` holds to what the services serve, is one valid document together."""

from collections.abc import Callable

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


def differing(
    wanted: Callable[[str, str, str], tuple[object, object]],
) -> list[tuple[str, str, object, object]]:
    """Return the operations of which a rule gives two things that are not the same; one test asks them all."""
    found = []
    for service, path, method in operations():
        is_so, should_be = wanted(service, path, method)
        if is_so != should_be:
            found.append((method.upper(), path, is_so, should_be))
    assert len(operations()) > 500
    return found


def test_the_gateway_finds_every_route() -> None:
    table = RouteTable(DOCUMENTS)

    def found(service: str, path: str, method: str) -> tuple[object, object]:
        concrete = path.replace("{", "").replace("}", "")
        operation = DOCUMENTS[service]["paths"][path][method]
        is_open = not operation.get("security")
        if method == "get":
            is_public = is_open and not operation.get("x-personal")
            return (table.service_for(concrete), table.is_public(concrete)), (service, is_public)
        # only coming in is written by nobody
        return (table.service_for(concrete), is_open), (service, f"{method.upper()} {path}" in OPEN_WRITES)

    assert differing(found) == []


def test_every_refusal_is_documented_as_a_problem() -> None:
    def told(service: str, path: str, method: str) -> tuple[object, object]:
        responses = DOCUMENTS[service]["paths"][path][method]["responses"]
        refusals = {
            status: set(answer["content"]) for status, answer in responses.items() if status[0] in "45"
        }
        return refusals, {status: {"application/problem+json"} for status in refusals}

    assert differing(told) == []


def test_what_may_say_that_nothing_changed_is_the_same_for_everybody() -> None:
    def told(service: str, path: str, method: str) -> tuple[object, object]:
        operation = DOCUMENTS[service]["paths"][path][method]
        is_shared = method == "get" and not operation.get("security") and not operation.get("x-personal")
        # or asked over and over by one person, by a route that reads the header itself: the screens of a meeting
        is_followed = any(told["name"] == "if-none-match" for told in operation.get("parameters", []))
        says_so = "304" in operation["responses"]
        # the public reads of events all say so; of the others', those that may
        return says_so, (is_shared or is_followed) if says_so or service == "events" else False

    assert differing(told) == []
