// Colour is the verb, shape is the kind, size is how often cited, dashes are what is no citation.
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const familyOf = (edge) => (edge.fn && schemes.functions[edge.fn] ? schemes.functions[edge.fn].family : "plain");
const DASHES = { "adopted-from": [2, 5], mentions: [6, 5], states: [12, 4] };

function nodeFamily(node) {
  const counts = {};
  for (const tie of node.ties) {
    const edge = edges[tie.e];
    if (edge.tie === "cites" && edge.fn) counts[familyOf(edge)] = (counts[familyOf(edge)] || 0) + 1;
  }
  return Object.keys(counts).sort((a, b) => counts[b] - counts[a])[0] || "plain";
}
function outline(shape) {
  return {
    dot: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z", square: "M3 3H13V13H3Z", diamond: "M8 1.5L14.5 8L8 14.5L1.5 8Z",
    triangle: "M8 2L14.5 13.5H1.5Z", triangleDown: "M8 14L14.5 2.5H1.5Z", hexagon: "M4.7 2.4H11.3L14.6 8L11.3 13.6H4.7L1.4 8Z",
    star: "M8 1.2L10 6H15L11 9.2L12.5 14.4L8 11.3L3.5 14.4L5 9.2L1 6H6Z",
  }[shape] || "M3 3H13V13H3Z";
}
function sign(shape, family, hollow) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("width", "14");
  svg.setAttribute("height", "14");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", outline(shape));
  const colour = `var(--${family})`;
  path.setAttribute("fill", hollow ? "none" : colour);
  path.setAttribute("stroke", colour);
  path.setAttribute("stroke-width", "1.6");
  if (hollow) path.setAttribute("stroke-dasharray", "3 2");
  svg.append(path);
  return svg;
}
function stroke(family, tie) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 10");
  svg.setAttribute("width", "20");
  svg.setAttribute("height", "10");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", "M1 5H19");
  line.setAttribute("stroke", `var(--${family})`);
  line.setAttribute("stroke-width", "3");
  if (DASHES[tie]) line.setAttribute("stroke-dasharray", { "adopted-from": "2 3", mentions: "5 3", states: "9 2" }[tie]);
  svg.append(line);
  return svg;
}
const hollowNode = (node) => node.role === "entity" || node.anticipated;
const drawnFamily = (node) => {
  if (hub && node !== hub && node.edges.length) return edgeFamily(node.edges.reduce((one, other) => (edgeOrder(other, one) < 0 ? other : one)));
  return node.role === "citing" ? "ink" : nodeFamily(node);
};
const nodeSign = (node, family) => sign(node.shape, family || drawnFamily(node), hollowNode(node));
// Citations before what is no citation, in the order of the verbs, as the places have it.
const TIE_ORDER = { cites: 0, "adopted-from": 1, states: 2, mentions: 3 };
const edgeOrder = (a, b) => TIE_ORDER[a.tie] - TIE_ORDER[b.tie] || (a.fn ? 0 : 1) - (b.fn ? 0 : 1)
  || DATA.families.indexOf(familyOf(a)) - DATA.families.indexOf(familyOf(b)) || a.index - b.index;
const edgeFamily = (edge) => (edge.tie === "cites" || edge.tie === "states" ? familyOf(edge) : "plain");
