import assert from "node:assert/strict";
import { test } from "node:test";
import { physicalSides, turnSides } from "./sides.js";

const turned = (declaration) => turnSides(`a{${declaration}}`).replace(/^a\{|\}$/g, "");

test("sides become logical", () => {
  assert.equal(turned("margin-left:1px"), "margin-inline-start:1px");
  assert.equal(turned("text-align:right"), "text-align:end");
  assert.equal(turned("border-right-width:2px"), "border-inline-end-width:2px");
  assert.match(turned("padding:1px 2px 3px 4px"), /padding-block:\s*1px 3px;\s*padding-inline:\s*4px 2px/);
  assert.match(turned("inset:var(--a, 1px) 2px 3px 4px"), /inset-inline:\s*4px 2px/);
  assert.match(turned("border-radius:4px 4px 0 0"), /border-start-start-radius:\s*4px/);
});

test("what has no side stays", () => {
  for (const same of ["margin:0", "padding:1px 2px", "border-radius:50%", "text-align:center"]) {
    assert.equal(turned(same), same);
  }
});

test("what was forgotten is found", () => {
  assert.equal(physicalSides("a{left:0}@media print{b{margin:0 1px 0 2px}}").length, 2);
  assert.equal(physicalSides("a{margin:0 1px 0 1px;float:inline-start;inset-inline:0}").length, 0);
});
