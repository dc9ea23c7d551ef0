// One way through: the state changes, the page is drawn from it, the link follows.
function select(iri, how) {
  const same = state.sel === iri;
  state.sel = iri;
  update({ fit: state.depth > 0, keep: same });
  if (how && how.move && network) { const node = selectedNode(); if (node) bringIntoView(node); }
  if (iri && narrow.matches) { state.view = "details"; update(); }
}
function showDetails() {
  if (narrow.matches) { state.view = "details"; update(); }
  $("details").focus();
}
function update(how) {
  compute();
  drawView();
  drawFilters();
  drawList();
  drawDetails();
  if (state.view === "table") drawTable();
  if (state.view === "unresolved") drawUnresolved();
  if (network) {
    styleGraph();
    if (big) network.redraw();
    if (how && how.fit && !state.at) fitGraph();
  }
  $("status").textContent = counts();
  writeHash();
}
function drawView() {
  document.body.dataset.view = state.view;
  document.body.dataset.selected = String(Boolean(state.sel));
  for (const button of document.querySelectorAll(".views button")) {
    button.setAttribute("aria-current", String(button.dataset.view === state.view || (button.dataset.view === "graph" && state.view === "details" && !narrow.matches)));
  }
}
function speak() {
  document.documentElement.lang = state.lang;
  document.documentElement.dir = state.lang === "ar" ? "rtl" : "ltr";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-word-label]")) element.setAttribute("aria-label", word(element.dataset.wordLabel));
  for (const element of document.querySelectorAll("[data-word-placeholder]")) element.placeholder = word(element.dataset.wordPlaceholder);
  $("network").setAttribute("aria-label", word("graph_label"));
  $("language").value = state.lang;
  $("unresolved-count").textContent = String(unresolved.length);
  const heading = citing.length === 1 && !DATA.titled ? nameOf(citing[0]) : null;
  const symbol = citing.length === 1 ? citing[0].symbol : "";
  $("heading").textContent = heading ? [symbol, heading.text].filter((v, i, all) => v && all.indexOf(v) === i).join(" · ") : titleOfAll();
  drawHelp();
}
function drawHelp() {
  const rows = [["/", "key_search"], ["G  T  U", "key_views"], ["← ↑ ↓ →", "key_arrows"], ["Enter", "key_enter"], ["+ −", "key_zoom"], ["0", "key_all"], ["Esc", "key_escape"]];
  $("help").setAttribute("aria-labelledby", "help-title");
  $("help").replaceChildren(h("h2", { id: "help-title" }, word("help")),
    h("dl", {}, rows.map(([keys, name]) => [h("dt", {}, h("kbd", {}, keys)), h("dd", {}, word(name))])),
    h("p", {}, word("help_signs")), h("br", {}),
    h("button", { type: "button", class: "close", onclick: () => $("help").close() }, word("close")));
}
function view(name) {
  state.view = name;
  update();
}
const LANGUAGE_NAMES = { ar: "العربية", zh: "中文", en: "English", fr: "Français", ru: "Русский", es: "Español" };
$("language").append(...LANGUAGES.map((tag) => h("option", { value: tag, lang: tag }, LANGUAGE_NAMES[tag])));
$("language").addEventListener("change", (event) => { state.lang = event.target.value; speak(); update(); if (network) network.redraw(); });
document.querySelectorAll(".views button").forEach((button) => button.addEventListener("click", () => view(button.dataset.view)));
document.querySelectorAll("[data-save]").forEach((button) => button.addEventListener("click", () => saveAs(button.dataset.save)));
$("help-open").addEventListener("click", () => $("help").showModal());
document.addEventListener("pointerdown", (event) => { if (!$("save").contains(event.target)) $("save").open = false; });
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
  if (event.key === "Escape") {
    if ($("save").open) { $("save").open = false; $("save").querySelector("summary").focus(); } else if (state.sel) select("");
    return;
  }
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
  const views = { g: "graph", t: "table", u: "unresolved" };
  if (event.key === "/") { $("search").focus(); event.preventDefault(); }
  else if (event.key === "?") $("help").showModal();
  else if (views[event.key.toLowerCase()]) view(views[event.key.toLowerCase()]);
});
addEventListener("hashchange", () => { readHash(); $("search").value = state.q; speak(); update(); if (network) restorePlace(); });
// Paper is white, whatever the screen was.
for (const media of ["(prefers-color-scheme: dark)", "print"]) {
  matchMedia(media).addEventListener("change", () => { readTheme(); cache.clear(); styleGraph(); network.redraw(); });
}

readHash();
$("search").value = state.q;
compute();
speak();
drawView();
update();
startGraph();
document.body.dataset.ready = "true";
