// Filters, the list, and the search box with its suggestions.
const LIST_STEP = 200;
let listLimit = LIST_STEP;

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return counts;
}
function chip(set, id, name, count, icon, props) {
  return h("button", {
    type: "button", class: "chip", "aria-pressed": String(state[set].has(id)), "data-chip": `${set}:${id}`,
    onclick: () => { toggle(state[set], id); update(); }, ...props,
  }, icon, h("span", { dir: "auto" }, name), h("span", { class: "count" }, String(count)));
}
function toggle(set, id) {
  if (set.has(id)) set.delete(id); else set.add(id);
}
// A group is made once and filled again and again: what the reader has opened or is typing stays.
const groups = new Map();
function group(name, key, open, fill) {
  if (!groups.has(key)) groups.set(key, h("details", { class: "group", "data-group": key, open }, h("summary"), h("div")));
  const made = groups.get(key);
  const chosen = key === "year" ? [state.from, state.to].filter(Boolean).join("–") : state[key].size || "";
  made.firstChild.replaceChildren(name, chosen ? h("span", { class: "chosen" }, `· ${chosen}`) : "");
  fill(made.lastChild, name);
  return made;
}
// The most used first; the rest behind one press.
const MOST_CHIPS = 14;
const allChips = new Set();
const rank = (made) => (made.getAttribute("aria-pressed") === "true" ? 1e9 : 0) + Number(made.lastChild.textContent);
const chips = (made) => (box, name) => {
  box.className = "chips";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", name);
  const most = allChips.has(name) ? made.length : MOST_CHIPS;
  const kept = [...made].sort((a, b) => rank(b) - rank(a)).slice(0, most);
  box.replaceChildren(...made.filter((one) => kept.includes(one)));
  if (made.length > most + 1) {
    box.append(h("button", { type: "button", class: "chip more-chips", onclick: () => { allChips.add(name); drawFilters(); } }, `+${made.length - most}`));
  } else box.replaceChildren(...made);
};
function functionOrder(id) {
  const known = schemes.functions[id];
  return known ? known.order : 10000;
}
function drawFilters() {
  const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.chip : null;
  const cites = ties.filter((tie) => tie.counts && edges[tie.e].tie === "cites" && edges[tie.e].fn);
  const byFunction = [...counted(cites.map((tie) => edges[tie.e].fn))].sort((a, b) => functionOrder(a[0]) - functionOrder(b[0]) || b[1] - a[1]);
  const byKind = [...counted(nodes.filter((n) => n.role !== "citing" || n.cited).map((n) => n.kind))].sort((a, b) => b[1] - a[1]);
  const byBody = [...counted(nodes.filter((n) => n.body && n.ties.length).map((n) => n.body))].sort((a, b) => b[1] - a[1]);
  const byTie = counted(ties.filter((tie) => tie.counts).map((tie) => edges[tie.e].tie));
  const shapes = new Map(nodes.map((node) => [node.kind, node]));
  const years = nodes.map((node) => node.year).filter(Boolean);
  const verbs = byFunction.map(([id, count]) => chip("fn", id, schemeFunction(id), count, stroke(familyOf({ fn: id }), "cites")));
  const kinds = byKind.map(([id, count]) => chip("kind", id, schemeName("kinds", id), count,
    sign(shapes.get(id).shape, "plain", shapes.get(id).role === "entity")));
  const bodies = byBody.map(([id, count]) => chip("body", id, schemeName("bodies", id), count, null));
  const kindsOfTie = [["cites", "cited"], ["mentions", "mentioned"], ["adopted-from", "adopted_from"], ["states", "stated"]]
    .filter(([tie]) => byTie.has(tie))
    .map(([tie, name]) => chip("hide", tie, word(name), byTie.get(tie), stroke("plain", tie), { "aria-pressed": String(!state.hide.has(tie)) }));
  const drawn = [
    group(word("filter_verb"), "fn", !narrow.matches, chips(verbs)),
    group(word("filter_kind"), "kind", false, chips(kinds)),
    bodies.length ? group(word("filter_organ"), "body", false, chips(bodies)) : null,
    years.length ? group(word("filter_year"), "year", false, yearFields(Math.min(...years), Math.max(...years))) : null,
    kindsOfTie.length > 1 ? group(word("filter_show"), "hide", !narrow.matches, chips(kindsOfTie)) : null,
    depthRow(),
  ].filter(Boolean);
  if (!$("filters").childElementCount) $("filters").append(...drawn);
  if (focused) document.querySelector(`[data-chip="${CSS.escape(focused)}"]`)?.focus();
}
function schemeFunction(id) {
  return functionName({ tie: "cites", fn: id });
}
const yearFields = (least, most) => (box) => {
  box.className = "years";
  if (!box.childElementCount) {
    for (const [key, bound] of [["from", least], ["to", most]]) {
      box.append(h("label", {}, h("span"), h("input", { type: "number", id: `year-${key}`, min: least, max: most, placeholder: bound,
        oninput: (event) => { state[key] = /^\d{4}$/.test(event.target.value) ? event.target.value : ""; update(); } })));
    }
  }
  for (const [at, key] of ["from", "to"].entries()) {
    const [name, input] = box.children[at].children;
    name.textContent = word(key);
    if (input !== document.activeElement) input.value = state[key];
  }
};
let row = null;
function depthRow() {
  if (!row) {
    row = h("div", { class: "row" },
      h("label", {}, h("span"), " ", h("select", { id: "depth", onchange: (event) => { state.depth = Number(event.target.value); state.at = ""; update({ fit: true }); } },
        [0, 1, 2, 3, 4].map((n) => h("option", { value: n }, String(n))))),
      h("button", { type: "button", class: "quiet", id: "clear", onclick: clearFilters }));
  }
  const active = SETS.some((key) => state[key].size) || state.from || state.to || state.q || state.depth;
  row.querySelector("span").textContent = word("depth");
  row.querySelector("option").textContent = word("depth_all");
  row.querySelector("select").value = String(state.depth);
  row.querySelector("button").textContent = word("clear");
  row.querySelector("button").hidden = !active;
  return row;
}
function clearFilters() {
  SETS.forEach((key) => state[key].clear());
  Object.assign(state, { from: "", to: "", q: "", depth: 0 });
  $("search").value = "";
  update({ fit: true });
}

function where(edge, some) {
  const labels = [...new Set(some.map((tie) => tie.label).filter(Boolean))];
  const text = labels.slice(0, 4).join(", ") + (labels.length > 4 ? ` +${labels.length - 4}` : "");
  const from = !hub && (citing.length > 1 || edge.tie === "states") ? nodes[edge.s].symbol || nameOf(nodes[edge.s]).text : "";
  return [from ? h("bdi", {}, from) : null, text ? h("bdi", { class: "code" }, text) : null];
}
function edgeItem([index, some]) {
  const edge = edges[index];
  const cited = otherEnd(edge);
  const name = nameOf(cited);
  return h("button", {
    type: "button", class: "item", "data-select": firstShown(index).iri, "aria-current": some.some((tie) => tie.iri === state.sel) ? "true" : null,
    onclick: () => select(firstShown(index).iri),
  }, nodeSign(cited, edgeFamily(edge)), said("span", name, { class: "what" }),
  h("span", { class: "where" }, cited.symbol && cited.symbol !== name.text ? h("bdi", { class: "code" }, symbolOf(cited)) : null, where(edge, some),
    cited.anticipated ? h("span", { class: "tag dashed" }, word("anticipated")) : null));
}
function nodeItem([node, count]) {
  const name = nameOf(node);
  return h("button", {
    type: "button", class: "item", "data-select": node.iri, "aria-current": node.iri === state.sel ? "true" : null, onclick: () => select(node.iri),
  }, nodeSign(node), said("span", name, { class: "what" }),
  h("span", { class: "where" }, node.symbol && node.symbol !== name.text ? h("bdi", { class: "code" }, symbolOf(node)) : null,
    h("span", {}, `${word("citations")}: ${count}`), node.role === "entity" ? h("span", { class: "tag dashed" }, word("mentioned")) : null));
}
function listRows() {
  if (state.order === "cited" && !hub) {
    const counts = new Map();
    for (const tie of shown.ties) {
      const edge = edges[tie.e];
      counts.set(edge.t, (counts.get(edge.t) || 0) + (edge.tie === "cites" && tie.counts ? 1 : 0));
    }
    return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([index, count]) => () => nodeItem([nodes[index], count]));
  }
  const rank = { cites: 0, states: 2, mentions: 3, "adopted-from": 4 };
  const key = (edge) => (edge.tie === "cites" ? edge.fn : `-${edge.tie}`);
  const sorted = [...shown.edges].sort(([a], [b]) => {
    const [x, y] = [edges[a], edges[b]];
    return rank[x.tie] - rank[y.tie] || (x.fn ? 0 : 1) - (y.fn ? 0 : 1) || functionOrder(x.fn) - functionOrder(y.fn) || a - b;
  });
  const rows = [];
  let last = null;
  const totals = counted(sorted.map(([index]) => key(edges[index])));
  for (const pair of sorted) {
    const edge = edges[pair[0]];
    if (key(edge) !== last) {
      last = key(edge);
      const total = totals.get(last);
      const name = edge.tie === "states" ? word("stated") : functionName(edge);
      rows.push(() => h("h2", {}, stroke(edgeFamily(edge), edge.tie), h("span", {}, name), h("span", { class: "count" }, String(total))));
    }
    rows.push(() => edgeItem(pair));
  }
  return rows;
}
function drawList() {
  const focused = document.activeElement && $("list").contains(document.activeElement) ? document.activeElement.dataset.select : null;
  const rows = listRows();
  const order = (key, name) => h("button", { type: "button", "data-order": key, "aria-pressed": String(state.order === key),
    onclick: () => { state.order = key; listLimit = LIST_STEP; update(); } }, word(name));
  $("list").replaceChildren(
    hub ? "" : h("div", { class: "order", role: "group", "aria-label": word("order") }, order("verb", "by_verb"), order("cited", "most_cited")),
    ...rows.slice(0, listLimit).map((row) => row()),
    rows.length ? "" : h("p", { class: "nothing" }, word("nothing")),
    rows.length > listLimit ? h("button", { type: "button", class: "more", onclick: () => { listLimit += LIST_STEP; drawList(); } },
      `${word("more")} (${rows.length - listLimit})`) : "");
  if (focused) $("list").querySelector(`[data-select="${CSS.escape(focused)}"]`)?.focus();
}
$("list").addEventListener("keydown", (event) => {
  if (!["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
  const items = [...$("list").querySelectorAll(".item")];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (items[to]) { items[to].focus(); event.preventDefault(); }
});

// Search: a combobox after the ARIA Authoring Practices.
let options = [];
let active = -1;
function suggestions(text) {
  const wanted = folded(text.trim());
  if (!wanted) return [];
  const scored = [];
  for (const node of nodes) {
    node.hay = node.hay || [node.symbol, ...Object.values(node.labels), ...Object.values(node.titles), nameOf(node).text].map(folded);
    const places = node.hay.map((hay) => hay.indexOf(wanted)).filter((at) => at >= 0);
    if (places.length) scored.push([Math.min(...places) === 0 ? 0 : 1, -node.ties.length, node.index]);
  }
  return scored.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, 10).map((row) => nodes[row[2]]);
}
function drawSuggestions() {
  options = suggestions($("search").value);
  active = Math.min(active, options.length - 1);
  $("suggestions").replaceChildren(...options.map((node, at) => h("li", {
    role: "option", id: `option-${at}`, "aria-selected": String(at === active),
    onpointerdown: (event) => { event.preventDefault(); choose(at); },
  }, nodeSign(node), said("span", nameOf(node), { class: "what" }), h("bdi", { class: "code" }, symbolOf(node) || schemeName("kinds", node.kind)))));
  const open = options.length > 0 && document.activeElement === $("search");
  $("suggestions").hidden = !open;
  $("search").setAttribute("aria-expanded", String(open));
  if (open && active >= 0) $("search").setAttribute("aria-activedescendant", `option-${active}`);
  else $("search").removeAttribute("aria-activedescendant");
}
function choose(at) {
  const node = options[at];
  state.q = "";
  $("search").value = "";
  closeSuggestions();
  select(node.iri, { move: true });
}
function closeSuggestions() {
  active = -1;
  $("suggestions").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
  $("search").removeAttribute("aria-activedescendant");
}
let typing = 0;
$("search").addEventListener("input", () => {
  active = -1;
  drawSuggestions();
  clearTimeout(typing);
  typing = setTimeout(() => { state.q = $("search").value.trim(); listLimit = LIST_STEP; update(); }, 120);
});
$("search").addEventListener("blur", closeSuggestions);
$("search").addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if ($("suggestions").hidden) drawSuggestions();
    const step = event.key === "ArrowDown" ? 1 : -1;
    active = options.length ? (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length : -1;
    drawSuggestions();
    event.preventDefault();
  } else if (event.key === "Enter") {
    clearTimeout(typing);
    if (active >= 0) choose(active);
    else { state.q = $("search").value.trim(); closeSuggestions(); update(); }
  } else if (event.key === "Escape") {
    if (!$("suggestions").hidden) closeSuggestions();
    else { $("search").value = ""; state.q = ""; update(); }
    event.stopPropagation();
  }
});
