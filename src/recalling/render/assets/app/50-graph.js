// The network: positions come with the data, nothing moves by itself.
let network = null;
let drawnNodes = null;
let drawnEdges = null;
const cache = new Map();
let theme = {};
let hovered = null;
const big = edges.length > 1500;
const many = edges.length > 400;

function readTheme() {
  theme = { dark: matchMedia("(prefers-color-scheme: dark)").matches };
  for (const name of ["ink", "soft", "surface", "ground", "node", "accent", "line", ...DATA.families]) theme[name] = css(name);
}
function startGraph() {
  readTheme();
  drawnNodes = new vis.DataSet(DATA.network.nodes);
  drawnEdges = new vis.DataSet(DATA.network.edges);
  styleGraph();
  network = new vis.Network($("network"), { nodes: drawnNodes, edges: drawnEdges }, {
    physics: false, autoResize: true, layout: { improvedLayout: false, randomSeed: 1 },
    interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, hideEdgesOnDrag: big, hideEdgesOnZoom: big,
      keyboard: false, tooltipDelay: 1e9, zoomSpeed: 0.6 },
    nodes: { borderWidthSelected: 3, labelHighlightBold: false, chosen: false },
    edges: { selectionWidth: 0, hoverWidth: 0, chosen: false, arrowStrikethrough: false, arrows: { to: { enabled: true, scaleFactor: 0.45 } } },
  });
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) select(nodes[node].iri);
    else if (edge !== undefined) select(firstShown(edge).iri);
    else select("");
  });
  network.on("hoverNode", ({ node, event }) => hover({ node }, event));
  network.on("blurNode", () => hover(null));
  network.on("hoverEdge", ({ edge, event }) => hover({ edge }, event));
  network.on("blurEdge", () => hover(null));
  network.on("afterDrawing", drawLabels);
  network.on("zoom", keepPlace);
  network.on("dragEnd", keepPlace);
  network.on("resize", () => { if (!state.at) requestAnimationFrame(fitGraph); });
  restorePlace();
}
function firstShown(edge) {
  const some = shown.edges.get(edge) || edges[edge].ties;
  return some.find((tie) => tie.lang === state.lang) || some[0];
}
function hover(what, event) {
  hovered = what;
  $("network").style.cursor = what ? "pointer" : "";
  const hint = $("hint");
  hint.hidden = !what;
  if (!what) return;
  if (what.node !== undefined) {
    const node = nodes[what.node];
    hint.replaceChildren(said("span", nameOf(node)), h("small", {}, [symbolOf(node), schemeName("kinds", node.kind)].filter(Boolean).join(" · ")));
  } else {
    const edge = edges[what.edge];
    hint.replaceChildren(h("span", {}, functionName(edge)), said("small", nameOf(nodes[edge.t])));
  }
  const box = $("network").getBoundingClientRect();
  const x = Math.min(event.clientX - box.left + 14, box.width - hint.offsetWidth - 8);
  const y = Math.min(event.clientY - box.top + 16, box.height - hint.offsetHeight - 8);
  hint.style.left = `${Math.max(4, x)}px`;
  hint.style.top = `${Math.max(4, y)}px`;
}
function put(set, changes, item) {
  const key = JSON.stringify(item);
  const name = (set === drawnNodes ? "n" : "e") + item.id;
  if (cache.get(name) !== key) { cache.set(name, key); changes.push(item); }
}
function near() {
  const tie = tieByIri.get(state.sel);
  const node = nodeByIri.get(state.sel);
  if (tie) return { edges: new Set([tie.e]), nodes: new Set([edges[tie.e].s, edges[tie.e].t]), main: edges[tie.e].t };
  if (!node) return null;
  const own = new Set(node.edges.map((edge) => edge.index));
  return { edges: own, nodes: new Set([node.index, ...node.edges.flatMap((edge) => [edge.s, edge.t])]), main: node.index };
}
function styleGraph() {
  const focus = big ? null : near();
  const changedNodes = [];
  for (const node of nodes) {
    const quiet = focus && !focus.nodes.has(node.index);
    const colour = theme[drawnFamily(node)];
    const hollow = hollowNode(node);
    put(drawnNodes, changedNodes, {
      id: node.index, hidden: !shown.nodes.has(node.index), opacity: quiet ? 0.4 : 1,
      color: { background: hollow ? theme.node : colour, border: focus && focus.main === node.index ? theme.accent : hollow || many ? colour : theme.node },
      borderWidth: focus && focus.main === node.index ? 4 : hollow ? 1.8 : many ? 0 : 1.5,
      shapeProperties: { borderDashes: hollow && !(focus && focus.main === node.index) ? [4, 3] : false },
    });
  }
  const changedEdges = [];
  for (const edge of edges) {
    const quiet = focus && !focus.edges.has(edge.index);
    const strong = focus && !quiet && state.sel && focus.edges.size < 40;
    const some = shown.edges.get(edge.index);
    const base = edge.tie === "cites" ? 1.5 : edge.tie === "mentions" ? 0.9 : 1.2;
    put(drawnEdges, changedEdges, {
      id: edge.index, hidden: !some, width: strong ? 3.5 : base + Math.min(some ? some.filter((tie) => tie.counts).length - 1 : 0, 4) * 0.6,
      color: { color: theme[edgeFamily(edge)], opacity: quiet ? 0.2 : strong ? 1 : many || edge.tie === "mentions" ? 0.5 : 0.8 },
      dashes: DASHES[edge.tie] || false,
    });
  }
  drawnNodes.update(changedNodes);
  drawnEdges.update(changedEdges);
  $("nothing").hidden = shown.edges.size > 0 || shown.nodes.size > 0;
}

// In a graph of thousands a selection is drawn over a veil: to restyle every line takes seconds.
function drawFocus(context, focus, scale) {
  const view = network.getViewPosition();
  const canvas = $("network").getBoundingClientRect();
  const [wide, high] = [canvas.width / scale, canvas.height / scale];
  context.globalAlpha = 0.82;
  context.fillStyle = theme.ground;
  context.fillRect(view.x - wide / 2, view.y - high / 2, wide, high);
  context.globalAlpha = 1;
  for (const index of focus.edges) {
    if (!shown.edges.has(index)) continue;
    const edge = edges[index];
    const [from, to] = [DATA.network.nodes[edge.s], DATA.network.nodes[edge.t]];
    context.strokeStyle = theme[edgeFamily(edge)];
    context.lineWidth = Math.max(2, 1.6 / scale);
    context.setLineDash(DASHES[edge.tie] || []);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  context.setLineDash([]);
  for (const index of focus.nodes) {
    if (!shown.nodes.has(index)) continue;
    const { x, y, size, shape } = DATA.network.nodes[index];
    const node = nodes[index];
    const ratio = Math.max(size, 4 / scale) / 8;
    const colour = theme[drawnFamily(node)];
    context.save();
    context.translate(x, y);
    context.scale(ratio, ratio);
    context.translate(-8, -8);
    context.fillStyle = hollowNode(node) ? theme.node : colour;
    context.strokeStyle = index === focus.main ? theme.accent : colour;
    context.lineWidth = index === focus.main ? 3 : 1;
    const path = new Path2D(outline(shape));
    context.fill(path);
    context.stroke(path);
    context.restore();
  }
}

// Labels: of a constant size on the screen, none over another, the most cited first.
function cut(context, text, width) {
  if (context.measureText(text).width <= width) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (context.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= width) low = middle; else high = middle - 1;
  }
  return low ? `${text.slice(0, low).trimEnd()}…` : "";
}
function labelPlace(node, position, size, gap) {
  const side = node.side || "below";
  if (side === "right" || side === "close") return { x: position.x + size + gap, y: position.y, align: "left" };
  if (side === "left") return { x: position.x - size - gap, y: position.y, align: "right" };
  return { x: position.x, y: position.y + size + gap * 1.6, align: "center" };
}
function drawLabels(context) {
  const scale = network.getScale();
  const view = network.getViewPosition();
  const canvas = $("network").getBoundingClientRect();
  const [left, right] = [view.x - canvas.width / 2 / scale, view.x + canvas.width / 2 / scale];
  const [top, bottom] = [view.y - canvas.height / 2 / scale, view.y + canvas.height / 2 / scale];
  const px = 1 / scale;
  const size = Math.min(Math.max(12.5 * scale, 10.5), 14) * px;
  const focus = near();
  if (big && focus) drawFocus(context, focus, scale);
  const taken = [];
  const fan = !hub && nodes.some((node) => node.side !== "below");
  // On an arc labels have 46 units of height each, and the document's own has what is between.
  const tight = fan && 46 < size * 2.3;
  const middleRoom = fan ? Math.min(240, Math.max(192 * scale - 24, 84)) : 190;
  const far = many && scale < 0.3; // symbols are short and hide less
  const most = scale < 0.12 ? 30 : scale < 0.25 ? 60 : 160;
  const free = (box) => taken.every((other) => box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1]);
  const rank = (node) => (hovered && hovered.node === node.index ? 1e6 : 0) + (focus && focus.main === node.index ? 1e5 : 0)
    + (focus && focus.nodes.has(node.index) ? 1e4 : 0) + (node.role === "citing" ? 50 : 0) + node.cited;
  const order = nodes.filter((node) => shown.nodes.has(node.index)).sort((a, b) => rank(b) - rank(a) || a.index - b.index);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const node of order) {
    if (taken.length > most) break;
    if (big && focus && !focus.nodes.has(node.index)) continue;
    const { x, y } = DATA.network.nodes[node.index];
    if (x < left || x > right || y < top || y > bottom) continue;
    const place = labelPlace(node, { x, y }, node.size, 6 * px);
    const room = node.side === "close" ? Math.max(92, 104 * px) : place.align === "left" ? right - place.x - 6 * px : place.align === "right" ? place.x - left - 6 * px : middleRoom * px;
    if (room < 36 * px) continue;
    const short = far || (hub && node !== hub) || (!hub && node.role === "citing" && middleRoom < 110);
    const named = short && node.symbol ? { text: node.symbol, lang: "" } : nameOf(node);
    const name = named.text;
    const strong = hub ? node === hub : node.role === "citing";
    const bold = strong ? "650" : "500";
    context.font = `${bold} ${size}px system-ui, sans-serif`;
    context.direction = named.lang === "ar" ? "rtl" : "ltr";
    const first = cut(context, name, Math.min(room, 360 * px));
    const second = !hub && node.symbol && node.symbol !== name && (!tight || node.role === "citing") ? symbolOf(node) : "";
    let width = context.measureText(first).width;
    context.font = `400 ${size * 0.84}px system-ui, sans-serif`;
    const small = second ? cut(context, second, Math.min(room, 360 * px)) : "";
    width = Math.max(width, small ? context.measureText(small).width : 0);
    const start = place.align === "left" ? place.x : place.align === "right" ? place.x - width : place.x - width / 2;
    const height = size * (small ? 2.05 : 1.1);
    const middle = place.align === "center" ? place.y + height / 2 : place.y;
    const pad = strong && (hub || !many) ? 7 * px : 0;
    let box = [start - pad, middle - height / 2 - pad / 2, start + width + pad, middle + height / 2 + pad / 2];
    const own = context.direction;
    let lines = small ? [[first, -0.5, bold, 1, "ink"], [small, 0.55, "400", 0.84, "soft"]] : [[first, 0, bold, 1, "ink"]];
    if (!free(box) && small) {
      box = [start, middle - size * 0.55, start + width, middle + size * 0.55];
      lines = [[first, 0, bold, 1, "ink"]];
    }
    if (!free(box)) continue;
    taken.push(box);
    context.globalAlpha = focus && !focus.nodes.has(node.index) ? 0.5 : 1;
    if (pad) {
      context.fillStyle = theme.ground;
      context.globalAlpha *= 0.86;
      context.beginPath();
      context.roundRect(box[0], box[1], box[2] - box[0], box[3] - box[1], pad);
      context.fill();
      context.globalAlpha /= 0.86;
    }
    context.textAlign = place.align;
    for (const [text, shift, weight, factor, colour] of lines) {
      context.font = `${weight} ${size * factor}px system-ui, sans-serif`;
      context.direction = text === first ? own : "ltr";
      context.strokeStyle = theme.ground;
      context.lineWidth = 3.5 * px;
      context.strokeText(text, place.x, middle + shift * size);
      context.fillStyle = theme[colour];
      context.fillText(text, place.x, middle + shift * size);
    }
    context.globalAlpha = 1;
  }
}

function fitGraph() {
  const visible = DATA.network.nodes.filter((node) => shown.nodes.has(node.id));
  if (!visible.length || !network) return;
  const [xs, ys] = [visible.map((n) => n.x), visible.map((n) => n.y)];
  if (hub) xs.push(Math.max(...xs) + 92); // the symbol of the last one
  const box = $("network").getBoundingClientRect();
  if (!box.width || !box.height) return;
  const beside = visible.some((n) => ["left", "right"].includes(nodes[n.id].side));
  const margin = beside ? Math.min(230, box.width * 0.3) : 60;
  const wide = Math.max(Math.max(...xs) - Math.min(...xs), 1);
  const high = Math.max(Math.max(...ys) - Math.min(...ys), 1);
  const scale = Math.min((box.width - 2 * margin) / wide, (box.height - (beside ? 104 : 150)) / high, 1.15);
  network.moveTo({ position: { x: (Math.max(...xs) + Math.min(...xs)) / 2, y: (Math.max(...ys) + Math.min(...ys)) / 2 + 16 / Math.max(scale, 0.02) }, scale: Math.max(scale, 0.02), animation: false });
}
function restorePlace() {
  const [x, y, scale] = state.at.split(",").map(Number);
  if (state.at && [x, y, scale].every(Number.isFinite) && scale > 0) network.moveTo({ position: { x, y }, scale, animation: false });
  else fitGraph();
}
function keepPlace() {
  const { x, y } = network.getViewPosition();
  state.at = [x.toFixed(0), y.toFixed(0), network.getScale().toFixed(3)].join(",");
  writeHash();
}
function zoomBy(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.02), 6), animation: false });
  keepPlace();
}
function showAll() {
  state.at = "";
  fitGraph();
  writeHash();
}
function bringIntoView(node) {
  const { x, y } = DATA.network.nodes[node.index];
  const box = $("network").getBoundingClientRect();
  const at = network.canvasToDOM({ x, y });
  if (at.x > 40 && at.y > 40 && at.x < box.width - 40 && at.y < box.height - 40 && network.getScale() > 0.3) return;
  network.moveTo({ position: { x, y }, scale: Math.max(network.getScale(), 0.7), animation: false });
  keepPlace();
}
// Arrow keys go to the nearest node in that direction.
function step(key) {
  const from = selectedNode() || citing[0] || nodes[0];
  if (!from) return;
  const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  const own = DATA.network.nodes[from.index];
  let best = null;
  for (const node of DATA.network.nodes) {
    if (node.id === own.id || !shown.nodes.has(node.id)) continue;
    const [x, y] = [node.x - own.x, node.y - own.y];
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 0 || across > along * 2.2) continue;
    if (!best || along + 2 * across < best.cost) best = { cost: along + 2 * across, id: node.id };
  }
  if (best) { select(nodes[best.id].iri); bringIntoView(nodes[best.id]); }
}
$("network").addEventListener("keydown", (event) => {
  if (event.key.startsWith("Arrow")) step(event.key);
  else if (event.key === "+" || event.key === "=") zoomBy(1.25);
  else if (event.key === "-") zoomBy(0.8);
  else if (event.key === "0") showAll();
  else if (event.key === "Enter" && state.sel) showDetails();
  else return;
  event.preventDefault();
});
$("zoom-in").addEventListener("click", () => zoomBy(1.25));
$("zoom-out").addEventListener("click", () => zoomBy(0.8));
$("zoom-fit").addEventListener("click", showAll);
