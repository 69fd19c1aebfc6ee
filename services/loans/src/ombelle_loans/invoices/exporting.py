"""Invoices for other programs: a table, and the XML of EN 16931 (UN/CEFACT Cross Industry Invoice, D16B).

What Chorus Pro reads of it: the debtor's SIRET (BT-47, scheme 0009), the service code (BT-10) and the commitment number
(BT-13). No tax is added: category O, with the issuer's note as its reason.
"""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO
from typing import Any, Final
from xml.etree import ElementTree as ET

_URN: Final = "urn:un:unece:uncefact:"
_NAMES: Final[Mapping[str, str]] = {
    "rsm": f"{_URN}data:standard:CrossIndustryInvoice:100",
    "ram": f"{_URN}data:standard:ReusableAggregateBusinessInformationEntity:100",
    "udt": f"{_URN}data:standard:UnqualifiedDataType:100",
}
_TYPES: Final[Mapping[str, str]] = {"invoice": "380", "credit_note": "381"}
_COLUMNS: Final[tuple[tuple[str, str], ...]] = (
    ("numero", "reference"), ("type", "kind"), ("date", "issued_on"), ("echeance", "due_on"),
    ("annule", "cancels"), ("annulee_par", "cancelled_by"),
)  # fmt: skip
_DEBTOR: Final[tuple[tuple[str, str], ...]] = (
    ("debiteur", "name"), ("siret", "siret"), ("adresse", "address"), ("code_postal", "postcode"), ("ville", "city"),
    ("code_service", "service_code"), ("numero_engagement", "commitment_number"),
)  # fmt: skip
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")


def as_csv(invoices: Iterable[Mapping[str, Any]]) -> bytes:
    """Return invoices as a table for spreadsheets: amounts in euros, those of credit notes below zero."""
    written = StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    columns = [name for name, _ in (*_COLUMNS, *_DEBTOR)]
    table.writerow([*columns, "objet", "montant"])
    for invoice in invoices:
        sign = -1 if invoice["kind"] == "credit_note" else 1
        cells = [invoice[key] for _, key in _COLUMNS] + [invoice["debtor"][key] for _, key in _DEBTOR]
        cells.append("; ".join(line["label"] for line in invoice["lines"]))
        amount = _amount(sign * invoice["total_cents"]).replace(".", ",")
        table.writerow([_safe(cell) for cell in cells] + [amount])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _safe(cell: Any) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    shown = "" if cell is None else str(cell)
    return f"'{shown}" if shown.startswith(_RISKY) else shown


def as_xml(invoice: Mapping[str, Any]) -> bytes:
    """Return an invoice or a credit note as a Cross Industry Invoice."""
    for prefix, name in _NAMES.items():
        ET.register_namespace(prefix, name)
    root = ET.Element(_tag("rsm:CrossIndustryInvoice"))
    context = _add(root, "rsm:ExchangedDocumentContext")
    _add(_add(context, "ram:GuidelineSpecifiedDocumentContextParameter"), "ram:ID", "urn:cen.eu:en16931:2017")
    head = _add(root, "rsm:ExchangedDocument")
    _add(head, "ram:ID", invoice["reference"])
    _add(head, "ram:TypeCode", _TYPES[invoice["kind"]])
    _day(_add(head, "ram:IssueDateTime"), invoice["issued_on"])
    for note in (invoice["issuer"]["vat_note"], invoice["reason"]):
        if note:
            _add(_add(head, "ram:IncludedNote"), "ram:Content", note)
    deal = _add(root, "rsm:SupplyChainTradeTransaction")
    for place, line in enumerate(invoice["lines"], 1):
        _line(deal, place, line)
    _agreement(deal, invoice)
    _add(deal, "ram:ApplicableHeaderTradeDelivery")
    _settlement(deal, invoice)
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return content


def _line(deal: ET.Element, place: int, line: Mapping[str, Any]) -> None:
    one = _add(deal, "ram:IncludedSupplyChainTradeLineItem")
    _add(_add(one, "ram:AssociatedDocumentLineDocument"), "ram:LineID", str(place))
    _add(_add(one, "ram:SpecifiedTradeProduct"), "ram:Name", line["label"])
    price = _add(_add(one, "ram:SpecifiedLineTradeAgreement"), "ram:NetPriceProductTradePrice")
    _add(price, "ram:ChargeAmount", _amount(line["cents"]))
    _add(_add(one, "ram:SpecifiedLineTradeDelivery"), "ram:BilledQuantity", "1", unitCode="C62")
    settled = _add(one, "ram:SpecifiedLineTradeSettlement")
    tax = _add(settled, "ram:ApplicableTradeTax")
    _add(tax, "ram:TypeCode", "VAT")
    _add(tax, "ram:CategoryCode", "O")
    sums = _add(settled, "ram:SpecifiedTradeSettlementLineMonetarySummation")
    _add(sums, "ram:LineTotalAmount", _amount(line["cents"]))


def _agreement(deal: ET.Element, invoice: Mapping[str, Any]) -> None:
    agreed, debtor = _add(deal, "ram:ApplicableHeaderTradeAgreement"), invoice["debtor"]
    if debtor["service_code"]:
        _add(agreed, "ram:BuyerReference", debtor["service_code"])
    _party(_add(agreed, "ram:SellerTradeParty"), invoice["issuer"])
    _party(_add(agreed, "ram:BuyerTradeParty"), debtor)
    if debtor["commitment_number"]:
        order = _add(agreed, "ram:BuyerOrderReferencedDocument")
        _add(order, "ram:IssuerAssignedID", debtor["commitment_number"])


def _party(party: ET.Element, who: Mapping[str, Any]) -> None:
    _add(party, "ram:Name", who["name"])
    _add(_add(party, "ram:SpecifiedLegalOrganization"), "ram:ID", who["siret"], schemeID="0009")
    address = _add(party, "ram:PostalTradeAddress")
    _add(address, "ram:PostcodeCode", who["postcode"])
    _add(address, "ram:LineOne", who["address"])
    _add(address, "ram:CityName", who["city"])
    _add(address, "ram:CountryID", "FR")


def _settlement(deal: ET.Element, invoice: Mapping[str, Any]) -> None:
    settled, total = _add(deal, "ram:ApplicableHeaderTradeSettlement"), _amount(invoice["total_cents"])
    _add(settled, "ram:InvoiceCurrencyCode", "EUR")
    if invoice["issuer"]["iban"]:
        means = _add(settled, "ram:SpecifiedTradeSettlementPaymentMeans")
        _add(means, "ram:TypeCode", "30")
        _add(_add(means, "ram:PayeePartyCreditorFinancialAccount"), "ram:IBANID", invoice["issuer"]["iban"])
    tax = _add(settled, "ram:ApplicableTradeTax")
    _add(tax, "ram:CalculatedAmount", "0.00")
    _add(tax, "ram:TypeCode", "VAT")
    _add(tax, "ram:ExemptionReason", invoice["issuer"]["vat_note"])
    _add(tax, "ram:BasisAmount", total)
    _add(tax, "ram:CategoryCode", "O")
    _day(_add(_add(settled, "ram:SpecifiedTradePaymentTerms"), "ram:DueDateDateTime"), invoice["due_on"])
    sums = _add(settled, "ram:SpecifiedTradeSettlementHeaderMonetarySummation")
    _add(sums, "ram:LineTotalAmount", total)
    _add(sums, "ram:TaxBasisTotalAmount", total)
    _add(sums, "ram:TaxTotalAmount", "0.00", currencyID="EUR")
    _add(sums, "ram:GrandTotalAmount", total)
    _add(sums, "ram:DuePayableAmount", total)
    if invoice["cancels"]:
        _add(_add(settled, "ram:InvoiceReferencedDocument"), "ram:IssuerAssignedID", invoice["cancels"])


def _day(parent: ET.Element, day: date) -> None:
    _add(parent, "udt:DateTimeString", f"{day:%Y%m%d}", format="102")


def _amount(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02}"


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


def _add(parent: ET.Element, name: str, words: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, _tag(name), attributes)
    element.text = words
    return element
