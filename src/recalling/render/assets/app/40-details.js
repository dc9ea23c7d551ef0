// The panel: a document, an instrument, or the very sentence behind an edge.
function drawDetails() {
  const tie = tieByIri.get(state.sel);
  const loose = looseByIri.get(state.sel);
  const node = nodeByIri.get(state.sel);
  let content;
  if (tie) content = edgePanel(edges[tie.e], tie);
  else if (loose) content = loosePanel(loose);
  else if (node) content = nodePanel(node);
  else if (hub) content = nodePanel(hub, true);
  else content = citing.length === 1 ? nodePanel(citing[0], true) : overview();
  $("details").replaceChildren(...content.flat(Infinity).filter(Boolean));
  $("details").scrollTop = 0;
  showMarks($("details").querySelectorAll("blockquote"));
}
// A long passage begins a little before what it is shown for.
function showMarks(quotes) {
  for (const quote of quotes) {
    const mark = quote.querySelector("mark");
    if (mark) quote.scrollTop = Math.max(0, mark.offsetTop - quote.offsetTop - 90);
  }
}
// The first of many, and a press for more of them: nothing is left out for good.
const CARDS = 30;
const LINKS = 80;
function fewOf(things, make, most) {
  const first = things.slice(0, most).map(make);
  const rest = things.slice(most);
  if (!rest.length) return first;
  const more = h("button", { type: "button", class: "more", onclick: () => {
    const next = fewOf(rest, make, most);
    more.replaceWith(...next);
    showMarks(next.flatMap((one) => [...one.querySelectorAll("blockquote")]));
    next[0].tabIndex = -1;
    next[0].focus();
  } }, `${word("more")} (${rest.length})`);
  return [...first, more];
}
function backButton() {
  return h("button", { type: "button", class: "quiet back", id: "back", onclick: () => select("") }, `${state.lang === "ar" ? "→" : "←"} ${word("back")}`);
}
function fact(name, value) {
  return value ? [h("dt", {}, word(name)), h("dd", { dir: "auto" }, value)] : [];
}
// The reader's language first, otherwise in the order of the texts.
function ownTongueFirst(some) {
  return [...some].sort((a, b) => (b.lang === state.lang) - (a.lang === state.lang) || a.index - b.index);
}
function linkTo(node) {
  const language = { zh: "zh", ar: "ar", fr: "fr", ru: "ru", es: "es" }[state.lang] || "en";
  const href = node.link.replace(/^(https:\/\/docs\.un\.org\/)[a-z]{2}\//, `$1${language}/`);
  return { href, target: "_blank", rel: "noopener noreferrer" };
}
function docLink(node) {
  return node.link ? h("a", { ...linkTo(node), class: "out" }, word("open_document"), h("span", { "aria-hidden": "true" }, "↗")) : null;
}
function nameHeading(node) {
  const name = nameOf(node);
  return [
    h("p", { class: "kicker" }, nodeSign(node), h("span", {}, schemeName("kinds", node.kind)),
      node.symbol && node.symbol !== name.text ? h("bdi", { class: "code" }, symbolOf(node)) : null,
      node.anticipated ? h("span", { class: "tag dashed", title: word("anticipated_note") }, word("anticipated")) : null,
      node.role === "entity" ? h("span", { class: "tag dashed" }, word("mentioned")) : null),
    said("h2", name),
  ];
}
function nodeFacts(node) {
  const container = node.container ? node.container.split("/doc/").pop() : "";
  const title = pick(node.titles);
  const name = nameOf(node);
  const inPart = [decodeURIComponent(container), node.part].filter(Boolean).join(", ");
  return h("dl", {},
    title && title.text !== name.text ? fact(node.stated ? "stated_title" : "title", said("span", title)) : [],
    fact("organ", node.body ? schemeName("bodies", node.body) : ""),
    fact("date", node.date), node.container ? fact("contained_in", inPart) : [],
    node.facts.map(([key, texts]) => fact(key, said("span", pick(texts)))));
}
function nodePanel(node, home) {
  const incoming = ownTongueFirst(shown.ties.filter((tie) => edges[tie.e].t === node.index));
  const outgoing = shown.ties.filter((tie) => edges[tie.e].s === node.index);
  return [
    home ? null : backButton(), nameHeading(node),
    node.anticipated ? h("p", {}, word("anticipated_note")) : null,
    node.role === "entity" ? h("p", {}, word("mentioned_note")) : null,
    nodeFacts(node), home && citing.length > 1 ? h("dl", {}, fact("documents", String(citing.length))) : null, docLink(node),
    incoming.length ? h("h3", { class: "section" }, word("where_cited"), h("span", { class: "count" }, String(incoming.length))) : null,
    incoming.length > CARDS ? bars(incoming.filter((tie) => tie.counts)) : null,
    fewOf(incoming, passageCard, CARDS),
    outgoing.length ? cites(node, outgoing) : null,
  ];
}
function cites(node, all) {
  const outgoing = all.filter((tie) => tie.counts);
  const counts = counted(outgoing.map((tie) => tie.e));
  const rows = [...counts].sort(([a], [b]) => functionOrder(edges[a].fn) - functionOrder(edges[b].fn) || a - b);
  return [
    h("h3", { class: "section" }, word("what_it_cites"), h("span", { class: "count" }, String(outgoing.filter((tie) => edges[tie.e].tie === "cites").length))),
    node.role === "citing" ? bars(outgoing) : null,
    node.role !== "citing" || citing.length > 1 ? rowLinks(rows) : null,
  ];
}
// How often under which verb; a press filters by it.
function bars(outgoing) {
  const byVerb = new Map();
  for (const tie of outgoing) {
    const edge = edges[tie.e];
    const key = edge.tie === "cites" ? edge.fn : edge.tie;
    if (!byVerb.has(key)) byVerb.set(key, { edge, count: 0 });
    byVerb.get(key).count += 1;
  }
  const last = ({ edge }) => (edge.tie !== "cites") + !edge.fn;
  const rows = [...byVerb.values()].sort((a, b) => last(a) - last(b) || b.count - a.count);
  const most = Math.max(...rows.map((row) => row.count));
  return h("ul", { class: "bars" }, rows.map(({ edge, count }) => h("li", {}, h("button", {
    type: "button", disabled: edge.tie !== "cites" || !edge.fn, "aria-pressed": String(state.fn.has(edge.fn)),
    onclick: () => { toggle(state.fn, edge.fn); update(); },
  }, h("span", { class: "what" }, functionName(edge)), bar(edge, count / most), h("span", { class: "count" }, String(count))))));
}
function bar(edge, share) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 100 8");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const rect = document.createElementNS(SVG, "rect");
  rect.setAttribute("width", String(Math.max(share * 100, 2)));
  rect.setAttribute("height", "8");
  rect.setAttribute("fill", `var(--${edgeFamily(edge)})`);
  svg.append(rect);
  return svg;
}
function rowLinks(rows) {
  return h("ul", { class: "links" }, fewOf(rows, ([index]) => h("li", {}, h("button", {
    type: "button", onclick: () => select(edges[index].ties[0].iri),
  }, stroke(edgeFamily(edges[index]), edges[index].tie), said("span", nameOf(nodes[edges[index].t])), h("span", { class: "code" }, functionName(edges[index])))), LINKS));
}
function edgePanel(edge, chosen) {
  const [from, to] = [nodes[edge.s], nodes[edge.t]];
  const others = ownTongueFirst(edge.ties.filter((tie) => tie !== chosen));
  const rest = to.ties.filter((tie) => tie.e !== edge.index);
  return [
    backButton(), nameHeading(to),
    to.anticipated ? h("p", {}, word("anticipated_note")) : null,
    edge.tie === "mentions" ? h("p", {}, word("mentioned_note")) : null,
    edge.tie === "adopted-from" ? h("p", {}, word("adopted_note")) : null,
    edge.tie === "states" ? h("p", {}, `${word("stated_note")} `, said("b", nameOf(from)), ` — ${functionName({ tie: "cites", fn: edge.fn })} → `, said("b", nameOf(to))) : null,
    passageCard(chosen), fewOf(others, passageCard, CARDS),
    nodeFacts(to), docLink(to),
    rest.length ? h("h3", { class: "section" }, word("also_cited"), h("span", { class: "count" }, String(rest.length))) : null,
    rest.length ? h("ul", { class: "links" }, fewOf(rest, (tie) => h("li", {}, h("button", { type: "button", onclick: () => select(tie.iri) },
      stroke(edgeFamily(edges[tie.e]), edges[tie.e].tie), h("span", {}, functionName(edges[tie.e])),
      h("span", { class: "code" }, [citing.length > 1 ? nodes[edges[tie.e].s].symbol : "", tie.label].filter(Boolean).join(" · ")))), LINKS)) : null,
  ];
}
// The passage with the citation marked, and the verb that governs it where it stands before it.
function marked(passage, mark, verb) {
  const text = [...passage.text];
  const parts = [];
  let at = 0;
  const [start, end] = mark || [text.length, text.length];
  const before = text.slice(0, start).join("");
  const spot = verb ? before.lastIndexOf(verb) : -1;
  if (spot >= 0) parts.push(before.slice(0, spot), h("span", { class: "said" }, verb), before.slice(spot + verb.length));
  else parts.push(before);
  if (mark) { parts.push(h("mark", {}, text.slice(start, end).join(""))); at = end; parts.push(text.slice(at).join("")); }
  return parts;
}
function passageCard(tie) {
  const edge = edges[tie.e];
  const passage = passages[tie.p];
  const note = passages[tie.n];
  const from = nodes[edge.s];
  return h("figure", { class: "passage" },
    h("header", {}, stroke(edgeFamily(edge), edge.tie), h("span", { class: "verb" }, functionName(edge)),
      tie.verb ? h("span", { ...spoken(tie.lang), class: "tag" }, tie.verb) : null,
      h("span", { class: "label" }, edge.tie !== "states" && (citing.length > 1 || !passage) ? [h("bdi", {}, from.symbol), " "] : "", h("bdi", {}, tie.label))),
    passage ? h("blockquote", { ...spoken(passage.lang) }, marked(passage, tie.m, tie.verb)) : null,
    note ? h("p", { ...spoken(note.lang), class: "note" }, h("b", {}, `${word("footnote")} ${note.label.replace(/^.*note/, "")} · `), note.text) : null,
    h("dl", { class: "more-facts" }, fact("stated_date", tie.date), fact("stated_title", tie.title), fact("part", tie.part)));
}
function loosePanel(loose) {
  const passage = passages[loose.p];
  return [backButton(), h("p", { class: "kicker" }, h("span", { class: "tag dashed" }, word("view_unresolved"))),
    h("h2", spoken(loose.lang), loose.quote),
    h("p", {}, loose.sentence || loose.reason),
    passage ? h("figure", { class: "passage" }, h("header", {}, h("span", {}, nodes[loose.w] ? nodes[loose.w].symbol : ""), h("span", { class: "label" }, loose.label)),
      h("blockquote", spoken(passage.lang), marked(passage, loose.m, ""))) : null];
}
const byText = new Intl.Collator("en", { numeric: true });
function overview() {
  return [h("p", { class: "kicker" }, word("overview")), h("h2", { dir: "auto" }, titleOfAll()),
    h("dl", {}, fact("documents", String(citing.length)), fact("instruments", String(nodes.filter((n) => n.cited).length)),
      fact("citations", String(ties.filter((tie) => edges[tie.e].tie === "cites").length)), fact("view_unresolved", String(unresolved.length))),
    h("h3", { class: "section" }, word("documents")),
    h("ul", { class: "links" }, fewOf([...citing].sort((a, b) => byText.compare(a.symbol, b.symbol)), (node) => h("li", {}, h("button", { type: "button", onclick: () => select(node.iri, { move: true }) },
      nodeSign(node), said("span", nameOf(node)), h("span", { class: "code" }, node.symbol))), LINKS))];
}
