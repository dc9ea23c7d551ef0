// What is shown, as a picture, a table or a graph.
function save(name, blob) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
function csvCell(value) {
  let text = String(value ?? "");
  if (/^[\s\u0000-\u001f]*[=+\-@＝＋－＠]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
function asCsv() {
  const rows = tableRows().map((tie) => {
    const edge = edges[tie.e];
    const [from, to] = [nodes[edge.s], nodes[edge.t]];
    const note = passages[tie.n];
    return [from.symbol || from.iri, tie.lang, tie.label, edge.tie, edge.fn, tie.verb, to.iri, to.symbol, nameOf(to).text, to.kind,
      to.body, tie.part, tie.date, tie.quote, note ? note.text : "", to.link, passages[tie.p] ? passages[tie.p].text : ""];
  });
  const head = ["citing", "language", "paragraph", "tie", "function", "verb", "instrument", "symbol", "name", "kind", "body", "part", "date",
    "quote", "footnote", "link", "text"];
  return `\ufeff${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
const iriRef = (iri) => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`)}>`;
function literal(text, lang) {
  const escaped = text.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
  return `"${escaped}"${lang ? `@${lang}` : ""}`;
}
function block(subject, pairs) {
  const lines = pairs.filter(([, value]) => value).map(([predicate, value]) => `${predicate} ${value}`);
  return lines.length ? `${iriRef(subject)} ${lines.join(" ;\n    ")} .\n` : "";
}
function tieTurtle(tie) {
  const edge = edges[tie.e];
  const [from, to] = [nodes[edge.s], nodes[edge.t]];
  const function_ = edge.fn ? iriRef(schemes.functions[edge.fn] ? schemes.functions[edge.fn].iri : "") : "";
  const place = [
    ["rec:quote", tie.quote && literal(tie.quote, tie.lang)], ["rec:inParagraph", passages[tie.p] && iriRef(passages[tie.p].iri)],
    ["rec:footnote", passages[tie.n] && iriRef(passages[tie.n].iri)],
  ];
  if (edge.tie === "mentions") return block(tie.iri, [["a", "rec:EntityMention"], ["rec:names", iriRef(to.iri)], ...place]) + block(from.iri, [["schema:mentions", iriRef(to.iri)]]);
  if (edge.tie === "adopted-from") return block(tie.iri, [["a", "rec:DraftReference"], ["rec:names", iriRef(to.iri)], ...place]) + block(from.iri, [["rec:adoptedFrom", iriRef(to.iri)]]);
  if (edge.tie === "states") return block(tie.iri, [["a", "rec:StatedRelation"], ["rdf:subject", iriRef(from.iri)], ["rdf:predicate", iriRef(edge.predicate)], ["rdf:object", iriRef(to.iri)], ...place]);
  return block(tie.iri, [
    ["a", "cito:Citation"], ["cito:hasCitingEntity", iriRef(from.iri)], ["cito:hasCitedEntity", iriRef(to.iri)],
    ["rec:function", function_], ["rec:verb", tie.verb && literal(tie.verb, tie.lang)], ...place,
    ["rec:citedSymbol", tie.symbol && literal(tie.symbol)], ["rec:citedPart", tie.part && literal(tie.part)], ["rec:how", tie.how && literal(tie.how)],
  ]) + block(from.iri, [["cito:cites", iriRef(to.iri)]]);
}
function asTurtle() {
  const prefixes = Object.entries(DATA.prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .`).join("\n");
  const used = new Set(shown.ties.flatMap((tie) => [edges[tie.e].s, edges[tie.e].t]));
  const things = [...used].sort((a, b) => a - b).map((index) => nodes[index]).map((node) => block(node.iri, [
    ...(node.identifier ? [["dcterms:identifier", literal(node.identifier)]] : []),
    ...Object.entries(node.titles).map(([lang, text]) => [node.stated ? "rec:statedTitle" : "dcterms:title", literal(text, lang)]),
    ...Object.entries(node.labels).map(([lang, text]) => ["skos:prefLabel", literal(text, lang)]),
  ]));
  const texts = [...new Set(shown.ties.flatMap((tie) => [tie.p, tie.n]))].filter((at) => passages[at]).sort((a, b) => a - b).map((at) => block(passages[at].iri, [
    ["rec:label", literal(passages[at].label)], ["rec:text", literal(passages[at].text, passages[at].lang)],
  ]));
  return `${prefixes}\n\n${things.filter(Boolean).join("\n")}\n${texts.join("\n")}\n${shown.ties.map(tieTurtle).join("\n")}`;
}
function asPicture(done) {
  network.redraw();
  const source = network.canvas.frame.canvas;
  const picture = document.createElement("canvas");
  const ratio = source.width / source.clientWidth || 1;
  const foot = Math.round(54 * ratio);
  picture.width = source.width;
  picture.height = source.height + foot;
  const context = picture.getContext("2d");
  context.fillStyle = theme.ground;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(source, 0, 0);
  context.fillStyle = theme.ink;
  context.font = `600 ${13 * ratio}px system-ui, sans-serif`;
  context.fillText(cut(context, titleOfAll(), picture.width - 32 * ratio), 16 * ratio, source.height + 20 * ratio);
  context.fillStyle = theme.soft;
  context.font = `400 ${11.5 * ratio}px system-ui, sans-serif`;
  context.fillText(`${counts()} · Recalling`, 16 * ratio, source.height + 40 * ratio);
  picture.toBlob(done, "image/png");
}
function saveAs(kind) {
  const name = DATA.name || "graph";
  if (kind === "png") asPicture((blob) => save(`${name}.png`, blob));
  else if (kind === "csv") save(`${name}.csv`, new Blob([asCsv()], { type: "text/csv;charset=utf-8" }));
  else save(`${name}.ttl`, new Blob([asTurtle()], { type: "text/turtle;charset=utf-8" }));
  $("save").open = false;
}
