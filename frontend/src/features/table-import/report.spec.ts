import { expect, it } from "vitest";
import { Problem } from "@/lib/problem";
import type { ImportReport } from "./calls";
import { emptyTable, faultsOf, sums } from "./report";

it("adds up what became of the rows of all tables", () => {
  const table = { ignored_columns: [], rows: 3, created: 1, updated: 1, unchanged: 1 };
  const report: ImportReport = { dry_run: true, changed: true, faults: [], fault_count: 0, tables: [{ ...table, table: "items" }, { ...table, table: "loans", rows: 5, created: 4, updated: 0 }] };
  expect(sums(report)).toEqual({ rows: 8, created: 5, updated: 1, unchanged: 2 });
});

it("reads the cells that were refused, and leaves the file's own troubles alone", () => {
  const errors = [{ pointer: "/loans/12/starts_on", code: "date", detail: "Une date est attendue." }, { pointer: "/items/3", code: "x", detail: "La ligne." }, { pointer: "/body/file", code: "file_unreadable", detail: "Illisible." }];
  expect(faultsOf(new Problem(422, { errors }), ["items", "loans"])).toEqual([
    { table: "loans", row: 12, column: "starts_on", code: "date", detail: "Une date est attendue." }, { table: "items", row: 3, column: "", code: "x", detail: "La ligne." },
  ]);
});

it("makes a table to fill in, as spreadsheets read it", () => {
  expect(emptyTable({ needed: ["loan_id"], optional: ["fee_eur"] })).toBe("\uFEFFloan_id;fee_eur\r\n");
});
