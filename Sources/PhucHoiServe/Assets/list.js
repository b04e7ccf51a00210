// ---- The list

async function open(mode, of = null, title = "") {
  const left = mode === state.mode && of === null ? state.of : null;
  Object.assign(state, { mode, of, ofTitle: title, cursor: 0, word: null, current: null });
  drawTabs();
  await reload();
  // Back in the list, where one was.
  const index = left === null ? -1 : state.rows.findIndex((row) => String(row.input) === left || row.field === left);
  if (index > 0) await choose(index);
}

async function reload() {
  const { mode, of } = state;
  const path = of === null && mode !== "worst" ? "/api/queue" : "/api/items";
  const answer = await ask(path + query(of === null ? { mode } : { mode, of }));
  state.rows = answer.rows;
  state.seen = state.server ? state.server.action : 0;
  state.cursor = Math.min(state.cursor, Math.max(0, state.rows.length - 1));
  await choose(state.cursor);
}

const isItem = (row) => row !== undefined && row.now !== undefined && row.input !== undefined;

/// Makes the row at `index` the one that is worked on.
async function choose(index) {
  state.cursor = Math.max(0, Math.min(index, state.rows.length - 1));
  const row = state.rows[state.cursor];
  if (isItem(row)) return show(row);
  drawList();
  if (!row) {
    if (state.of !== null && state.mode !== "word") return show(null);
    state.word = null;
    return show(null);
  }
  if (state.mode === "word") return showWord(row);
  state.current = null;
  state.word = null;
  drawCard();
  if (state.mode === "document") await loadView({ input: row.input, page: 1, line: 1 });
}

function drawList() {
  const rows = [];
  if (state.of !== null) {
    rows.push(make("button", { class: "back", onclick: () => act(() => open(state.mode)) }, "← " + state.ofTitle));
  }
  state.rows.forEach((row, index) => {
    const button = make("button", {
      "aria-current": String(index === state.cursor && !(state.current && state.current.detached)),
      onclick: () => act(() => (isItem(row) || state.mode === "word" ? choose(index) : enter(index))),
    });
    button.append(...listRow(row));
    rows.push(button);
  });
  if (!state.rows.length) rows.push(make("div", { class: "none" }, t("Không còn gì ở đây.", "Nothing left here.")));
  $("list").replaceChildren(...rows);
  const here = $("list").querySelector("[aria-current=true]");
  if (here) here.scrollIntoView({ block: "nearest" });
}

function listRow(row) {
  if (row.key !== undefined && row.count !== undefined) {
    return [change(row), make("span", { class: "n" }, "× " + number.format(row.count))];
  }
  if (isItem(row)) {
    const place = state.mode === "document" ? t("dòng ", "line ") + row.line : row.path;
    const what = row.field ? make("span", { class: "w" }, fieldName(row.field) + (row.missing ? "" : ": " + valueOf(row))) : change(row);
    return [what, make("span", { class: "n" }, row.missing ? t("thiếu", "missing") : percent(row.confidence)), make("small", {}, place)];
  }
  const counts = [row.open ? number.format(row.open) : "", row.missing ? "+" + number.format(row.missing) : ""].filter(Boolean).join(" ");
  if (row.field) return [make("span", { class: "w" }, fieldName(row.field)), make("span", { class: "n" }, counts)];
  return [make("span", { class: "w" }, row.path), make("span", { class: "n" }, counts || "✓"), make("small", {}, row.subject || "")];
}

function change(row) {
  const word = make("span", { class: "w" });
  if (row.read !== row.now) word.append(make("s", {}, shown(row.read)), " → ");
  word.append(shown(row.now));
  return word;
}

async function enter(index) {
  state.cursor = index;
  const row = state.rows[index];
  if (!row) return;
  if (state.mode === "document") await open("document", String(row.input), row.path);
  else if (state.mode === "field") await open("field", row.field, fieldName(row.field));
}
