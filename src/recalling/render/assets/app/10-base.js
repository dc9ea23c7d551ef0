// The data of the page, what the reader chose, and how both are put into words.
const DATA = JSON.parse(document.getElementById("data").textContent);
const { nodes, ties, passages, unresolved, edges, schemes, words } = DATA;
const LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"];
const $ = (id) => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";

// Everything is made through this: text stays text, whatever a document says.
function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

const state = {
  view: "", lang: "en", q: "", sel: "", depth: 0, order: "", sort: "", from: "", to: "",
  fn: new Set(), kind: new Set(), body: new Set(), hide: new Set(), at: "",
};
const SETS = ["fn", "kind", "body", "hide"];
const PLAIN = ["view", "lang", "q", "sel", "depth", "order", "sort", "from", "to", "at"];

nodes.forEach((node, index) => { node.index = index; node.ties = []; node.edges = []; });
ties.forEach((tie, index) => {
  tie.index = index;
  edges[tie.e].ties = edges[tie.e].ties || [];
  edges[tie.e].ties.push(tie);
});
edges.forEach((edge, index) => {
  edge.index = index;
  nodes[edge.s].edges.push(edge);
  nodes[edge.t].edges.push(edge);
});
// The language versions of one paragraph say one thing: only the first of them counts.
const manyLanguages = new Set(passages.map((passage) => passage.lang)).size > 1;
const told = new Set();
for (const tie of ties) {
  const key = `${tie.e} ${tie.label}`;
  tie.counts = !manyLanguages || !told.has(key);
  told.add(key);
}
const citing = nodes.filter((node) => node.role === "citing");
// Where one thing has many about it, they are the subject: they are listed, and drawn by their tie.
const hub = nodes.some((node) => node.side === "close") ? nodes.find((node) => node.side !== "close") : null;
const otherEnd = (edge) => nodes[hub && edge.t === hub.index ? edge.s : edge.t];
const nodeByIri = new Map(nodes.map((node) => [node.iri, node]));
const tieByIri = new Map(ties.map((tie) => [tie.iri, tie]));
const looseByIri = new Map(unresolved.map((loose) => [loose.iri, loose]));
const narrow = matchMedia("(max-width: 940px)");
const defaultView = () => (!narrow.matches ? "graph" : state.sel ? "details" : "list");
const titleOfAll = () => (DATA.titled || citing.length === 1 ? DATA.title : word("title_many", { n: citing.length }));
const defaultOrder = () => (citing.length === 1 || hub ? "verb" : "cited");

// Words: the reader's language first, then English, then the language of the text.
function word(key, values) {
  const own = words[state.lang] || {};
  let text = own[key] || words.en[key] || key;
  for (const [name, value] of Object.entries(values || {})) text = text.replace(`{${name}}`, value);
  return text;
}
function pick(labels) {
  if (!labels) return null;
  for (const tag of [state.lang, "en", DATA.language, ...LANGUAGES, ""]) {
    if (labels[tag]) return { text: labels[tag], lang: tag };
  }
  return null;
}
function nameOf(node) {
  const both = { ...node.titles, ...node.labels };
  if (node.labels[state.lang]) both[state.lang] = node.labels[state.lang];
  return pick(both) || describe(node);
}
// A thing without name or symbol is called by what it is and whose.
function describe(node) {
  if (node.symbol) return { text: node.symbol, lang: "" };
  const kind = pick(schemes.kinds[node.kind]);
  const body = pick(schemes.bodies[node.body]);
  const told = node.ties.filter((tie) => tie.quote);
  const said = [state.lang, "en"].map((lang) => told.find((tie) => tie.lang === lang)).find(Boolean) || told[0];
  if (said) return { text: said.quote, lang: said.lang };
  if (kind && body) return { text: `${kind.text} · ${body.text}`, lang: kind.lang };
  return { text: decodeURIComponent(node.iri.split("/").slice(-2).join("/")), lang: "" };
}
nodes.forEach((node) => { node.edges.forEach((edge) => { if (edge.t === node.index) node.ties.push(...edge.ties); }); });

function functionName(edge) {
  if (edge.tie === "adopted-from") return word("adopted_from");
  if (edge.tie === "mentions") return word("mentioned");
  if (!edge.fn) return word("no_verb");
  if (edge.fn === "contained-in") return word("contained_in");
  const label = pick((schemes.functions[edge.fn] || {}).labels);
  return label ? label.text : edge.fn.replaceAll("-", " ");
}
// The symbol that a thing has, or behind an arrow the document that it stands in.
function symbolOf(node) {
  if (node.identifier || !node.symbol) return node.symbol;
  return `↳ ${node.symbol}${node.part ? `, ${node.part}` : ""}`;
}
function schemeName(scheme, id) {
  const label = pick(schemes[scheme][id]);
  return label ? label.text : (id || word("unknown")).replaceAll("-", " ");
}
function spoken(lang) {
  return { lang: lang || null, dir: lang === "ar" ? "rtl" : lang ? "ltr" : "auto" };
}
function said(tag, name, props) {
  return h(tag, { ...spoken(name.lang), ...props }, name.text);
}
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// A link that restores the view.
function readHash() {
  const asked = new URLSearchParams(location.hash.slice(1));
  for (const key of PLAIN) state[key] = asked.get(key) || "";
  for (const key of SETS) state[key] = new Set(asked.getAll(key));
  state.depth = Math.min(Math.max(parseInt(state.depth, 10) || 0, 0), 4);
  if (!LANGUAGES.includes(state.lang)) state.lang = preferredLanguage();
  if (!["list", "graph", "table", "unresolved", "details"].includes(state.view)) state.view = defaultView();
  if (!["verb", "cited"].includes(state.order)) state.order = defaultOrder();
}
function preferredLanguage() {
  const asked = (navigator.language || "en").slice(0, 2);
  return LANGUAGES.includes(asked) ? asked : "en";
}
function writeHash() {
  const said = new URLSearchParams();
  for (const key of PLAIN) {
    const usual = { view: defaultView(), order: defaultOrder(), lang: preferredLanguage(), depth: 0 }[key];
    if (state[key] && state[key] !== usual) said.set(key, state[key]);
  }
  for (const key of SETS) for (const value of [...state[key]].sort()) said.append(key, value);
  const text = said.toString();
  if (text !== location.hash.slice(1)) history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
}

// What the filters let through: ties, and from them edges and nodes.
let shown = { ties: [], edges: new Map(), nodes: new Set() };
function matches(tie) {
  const edge = edges[tie.e];
  const cited = nodes[edge.t];
  if (state.hide.has(edge.tie)) return false;
  if (state.fn.size && !state.fn.has(edge.fn || `-${edge.tie}`)) return false;
  if (state.kind.size && !state.kind.has(cited.kind)) return false;
  if (state.body.size && !state.body.has(cited.body)) return false;
  if (state.from && !(cited.year >= Number(state.from))) return false;
  if (state.to && !(cited.year && cited.year <= Number(state.to))) return false;
  return !state.q || haystack(tie).includes(folded(state.q));
}
function haystack(tie) {
  if (!tie.hay) {
    const edge = edges[tie.e];
    const [from, to] = [nodes[edge.s], nodes[edge.t]];
    const function_ = schemes.functions[edge.fn];
    tie.hay = folded([
      tie.quote, tie.verb, tie.title, tie.symbol, to.symbol, from.symbol, ...Object.values(to.labels),
      ...Object.values(to.titles), ...Object.values(function_ ? function_.labels : {}),
    ].filter(Boolean).join("\n"));
  }
  return tie.hay;
}
function selectedNode() {
  const tie = tieByIri.get(state.sel);
  return nodeByIri.get(state.sel) || (tie ? nodes[edges[tie.e].t] : null);
}
function neighbourhood(allowed) {
  const start = selectedNode();
  if (!state.depth || !start) return null;
  let edge = new Set([start.index]);
  const reached = new Set(edge);
  for (let step = 0; step < state.depth; step += 1) {
    const next = new Set();
    for (const index of edge) {
      for (const { s, t, index: e } of nodes[index].edges) {
        const other = s === index ? t : s;
        if (allowed.has(e) && !reached.has(other)) next.add(other);
      }
    }
    next.forEach((index) => reached.add(index));
    edge = next;
  }
  return reached;
}
function compute() {
  let visible = ties.filter(matches);
  const near = neighbourhood(new Set(visible.map((tie) => tie.e)));
  if (near) visible = visible.filter((tie) => near.has(edges[tie.e].s) && near.has(edges[tie.e].t));
  shown = { ties: visible, edges: new Map(), nodes: new Set() };
  for (const tie of visible) {
    const edge = edges[tie.e];
    if (!shown.edges.has(tie.e)) shown.edges.set(tie.e, []);
    shown.edges.get(tie.e).push(tie);
    shown.nodes.add(edge.s).add(edge.t);
  }
  if (!ties.length) nodes.forEach((node) => shown.nodes.add(node.index));
  const selected = selectedNode();
  if (selected) shown.nodes.add(selected.index);
}
