// The same as a table, for reading row by row, and what is unresolved.
const TABLE_STEP = 300;
let tableLimit = TABLE_STEP;
let looseLimit = TABLE_STEP;
const COLUMNS = [
  ["citing", (tie) => nodes[edges[tie.e].s].symbol || nameOf(nodes[edges[tie.e].s]).text],
  ["language", (tie) => tie.lang],
  ["paragraph", (tie) => tie.label],
  ["function", (tie) => functionName(edges[tie.e])],
  ["verb", (tie) => tie.verb],
  ["cited", (tie) => nameOf(nodes[edges[tie.e].t]).text],
  ["symbol", (tie) => nodes[edges[tie.e].t].symbol],
  ["quote", (tie) => tie.quote],
  ["footnote", (tie) => (passages[tie.n] ? passages[tie.n].label.replace(/^.*note/, "") : "")],
  ["date", (tie) => tie.date || nodes[edges[tie.e].t].date],
];
function tableRows() {
  const rows = [...shown.ties];
  const [key, way] = state.sort.split("-");
  const column = COLUMNS.find(([name]) => name === key);
  if (!column) return rows;
  const order = new Intl.Collator(state.lang, { numeric: true });
  return rows.map((tie) => [column[1](tie), tie]).sort((a, b) => (way === "down" ? -1 : 1) * order.compare(a[0], b[0]) || a[1].index - b[1].index).map(([, tie]) => tie);
}
function headCell([key]) {
  const [sorted, way] = state.sort.split("-");
  const direction = sorted === key ? (way === "down" ? "descending" : "ascending") : "none";
  return h("th", { scope: "col", "aria-sort": direction }, h("button", { type: "button", "data-sort": key, onclick: () => {
    state.sort = direction === "ascending" ? `${key}-down` : direction === "descending" ? "" : `${key}-up`;
    update();
    $("table-view").querySelector(`[data-sort="${key}"]`).focus();
  } }, word(key === "language" ? key : `column_${key}`)));
}
function bodyRow(tie, columns) {
  const edge = edges[tie.e];
  const cited = nodes[edge.t];
  const cells = columns.map(([key, value]) => {
    if (key === "cited") return h("th", { scope: "row" }, h("button", { type: "button", "data-select": tie.iri, onclick: () => { select(tie.iri); showDetails(); }, ...spoken(nameOf(cited).lang) }, value(tie)));
    if (key === "function") {
      const subject = edge.tie === "states" ? [said("i", nameOf(nodes[edge.s])), " → "] : "";
      return h("td", { class: "fn" }, stroke(edgeFamily(edge), edge.tie), " ", subject, value(tie));
    }
    if (key === "verb" || key === "quote") return h("td", spoken(tie.lang), value(tie));
    return h("td", { class: "code" }, h("bdi", {}, value(tie) || ""));
  });
  const link = cited.link ? h("a", { ...linkTo(cited), "aria-label": `${word("open_document")}: ${cited.symbol}` }, "↗") : "";
  return h("tr", { "aria-current": tie.iri === state.sel ? "true" : null }, cells, h("td", {}, link));
}
function drawTable() {
  const columns = COLUMNS.filter(([key]) => (key !== "citing" || citing.length > 1) && (key !== "language" || manyLanguages));
  const rows = tableRows();
  $("table-view").replaceChildren(h("table", {},
    h("caption", {}, `${titleOfAll()} · ${counts()}`),
    h("thead", {}, h("tr", {}, columns.map(headCell), h("th", { scope: "col" }, word("column_link")))),
    h("tbody", {}, rows.slice(0, tableLimit).map((tie) => bodyRow(tie, columns)))),
  rows.length > tableLimit ? h("button", { type: "button", class: "more", onclick: () => { tableLimit += TABLE_STEP; drawTable(); } }, `${word("more")} (${rows.length - tableLimit})`) : "",
  rows.length ? "" : h("p", { class: "nothing" }, word("nothing")));
}
function drawUnresolved() {
  if (!unresolved.length) {
    $("unresolved-view").replaceChildren(h("p", { class: "nothing" }, word("unresolved_none")));
    return;
  }
  $("unresolved-view").replaceChildren(h("table", {},
    h("caption", {}, `${word("view_unresolved")}: ${unresolved.length}`),
    h("thead", {}, h("tr", {}, ["quote", "citing", "paragraph", "reason"].map((key) => h("th", { scope: "col" }, word(key === "language" ? key : `column_${key}`))))),
    h("tbody", {}, unresolved.slice(0, looseLimit).map((loose) => h("tr", { "aria-current": loose.iri === state.sel ? "true" : null },
      h("th", { scope: "row" }, h("button", { type: "button", "data-select": loose.iri, ...spoken(loose.lang), onclick: () => { select(loose.iri); showDetails(); } }, loose.quote)),
      h("td", { class: "code" }, h("bdi", {}, nodes[loose.w] ? nodes[loose.w].symbol : "")), h("td", { class: "code" }, h("bdi", {}, loose.label)),
      h("td", { dir: "auto" }, loose.sentence || loose.reason))))),
  unresolved.length > looseLimit ? h("button", { type: "button", class: "more", onclick: () => { looseLimit += TABLE_STEP; drawUnresolved(); } }, `${word("more")} (${unresolved.length - looseLimit})`) : "");
}
function counts() {
  const instruments = new Set(shown.ties.map((tie) => edges[tie.e].t)).size;
  return word("showing", { n: shown.ties.length, m: ties.length, k: instruments });
}
