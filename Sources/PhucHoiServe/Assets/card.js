// ---- The card

async function show(item) {
  Object.assign(state, { current: item, word: null, typing: Boolean(item && item.missing), sure: null, note: "" });
  drawCard();
  drawList();
  if (!item) return;
  addReadings(item);
  await loadView(item);
  prefetch();
}

/// Looks for further readings where the run kept hardly any; nobody waits for them.
async function addReadings(item) {
  if (item.field || item.hasReadings || clean(item).length > 2) return;
  item.hasReadings = true;
  const answer = await ask("/api/readings" + query({ of: item.key })).catch(() => ({ readings: [] }));
  item.alternatives = [...new Set([...item.alternatives, ...answer.readings])];
  if (state.current !== item) return;
  const fresh = alternatives(item, decide);
  const old = $("card").querySelector(".alternatives");
  if (old) old.remove();
  if (fresh) $("card").querySelector(".pair").after(fresh);
}

function prefetch() {
  const next = state.rows[state.cursor + 1];
  if (!isItem(next)) return;
  fetchView(next).catch(() => {});
  addReadings(next);
}

async function showWord(row) {
  Object.assign(state, { word: { ...row, places: [], except: new Set() }, current: null, typing: false, note: "" });
  drawCard();
  const answer = await ask("/api/items" + query({ mode: "word", of: row.key }));
  if (!state.word || state.word.key !== row.key) return;
  state.word.places = answer.rows;
  drawCard();
  if (answer.rows.length) await loadView(answer.rows[0]);
}

function drawCard() {
  const card = $("card");
  if (state.word) card.replaceChildren(...wordCard());
  else if (state.current) card.replaceChildren(...itemCard(state.current));
  else card.replaceChildren(emptyCard());
  const input = card.querySelector("input[type=text]");
  if (input) {
    input.focus();
    input.select();
  } else if (document.activeElement && (document.activeElement.tagName === "INPUT" || document.activeElement.closest("#fields"))) {
    // Keys are for the card now.
    document.activeElement.blur();
  }
}

function emptyCard() {
  const row = state.rows[state.cursor];
  if (row && !isItem(row)) {
    return make("div", { class: "done" }, make("b", {}, row.field ? fieldName(row.field) : row.path),
      t("Bấm Enter để mở; ↑ ↓ để chọn.", "Enter opens it; ↑ ↓ choose."));
  }
  if (row) return make("div", { class: "done" }, t("Chọn một chỗ trong văn bản.", "Choose a place in the text."));
  return make("div", { class: "done" }, make("b", {}, t("Đã xong", "All done")),
    state.of !== null ? t("Bấm Esc để về danh sách.", "Esc leads back to the list.") : t("Không còn chỗ nào cần kiểm tra ở đây.", "Nothing is left to check here."));
}

const clean = (item) => [...new Set(item.alternatives)].filter((other) => other !== item.now && other !== item.read).slice(0, 9);

function where(item) {
  return make("div", { class: "where" },
    make("span", {}, item.path), make("span", {}, `${t("trang", "page")} ${item.page} · ${t("dòng", "line")} ${item.line}`));
}

function pair(item) {
  const parts = [];
  if (item.field) {
    parts.push(make("div", {}, make("span", {}, fieldName(item.field)), make("b", {}, item.missing && !item.now ? t("còn thiếu", "missing") : valueOf(item))));
    if (item.read && item.read !== item.now) parts.push(make("div", { class: "old" }, make("span", {}, t("Đã đọc", "Read")), make("b", {}, item.read)));
  } else {
    const isSame = item.read === item.now;
    if (!isSame) parts.push(make("div", { class: "old" }, make("span", {}, t("Đã đọc", "Read")), make("b", {}, shown(item.read))));
    const label = item.decided ? t("Đã quyết", "Decided") : isSame ? t("Đã đọc, để nguyên", "Read, left as it is") : t("Đề xuất", "Proposed");
    parts.push(make("div", {}, make("span", {}, label), make("b", {}, shown(item.now))));
  }
  if (!item.missing && !item.decided) parts.push(make("div", {}, make("span", {}, t("Tin cậy", "Confidence")), percent(item.confidence)));
  const isLong = Math.max(item.now.length, item.read.length) > 32;
  return make("div", { class: isLong ? "pair long" : "pair" }, ...parts);
}

function alternatives(item, choose) {
  const others = clean(item);
  if (!others.length) return null;
  return make("div", { class: "alternatives" }, ...others.map((other, index) =>
    make("button", { onclick: () => act(() => choose(other)) }, shown(other), key(String(index + 1)))));
}

function form(value, label) {
  const input = make("input", { type: "text", value, "aria-label": label, placeholder: label, autocomplete: "off", spellcheck: false });
  return make("form", { onsubmit: (event) => { event.preventDefault(); act(() => submit(input.value)); } }, input,
    make("button", { class: "main", type: "submit" }, t("Ghi", "Save"), key("↵")));
}

function itemCard(item) {
  const acts = make("div", { class: "acts" });
  const add = (text, name, run, main) => acts.append(make("button", { class: main ? "main" : "", onclick: () => act(run) }, text, key(name)));
  if (!item.missing) add(item.decided || item.read === item.now ? t("Giữ nguyên", "Keep") : t("Nhận", "Accept"), "↵", accept, true);
  if (!item.field && item.read !== item.now) add(t("Như đã đọc", "As read"), "0", () => decide(item.read));
  if (!state.typing) add(t("Gõ lại", "Type"), "E", type);
  add(item.missing ? t("Không có", "There is none") : item.field ? t("Bỏ", "Remove") : t("Xóa", "Delete"), "X", () => decide(""));
  if (item.decided) add(t("Mở lại", "Reopen"), "R", () => decide(null));
  add(t("Để sau", "Leave"), "→", next);
  const label = item.field === "date" ? t("ngày/tháng/năm", "day/month/year") : t("Chữ đúng", "The right text");
  return [where(item), make("div", { class: "crop", hidden: true }), pair(item), alternatives(item, decide),
    state.typing ? form(valueOf(item), label) : null, make("div", { class: "note" }, state.note), acts].filter(Boolean);
}

function wordCard() {
  const word = state.word;
  const item = { ...word, field: "", alternatives: word.places.flatMap((place) => place.alternatives), path: "" };
  const places = make("div", { class: "places" });
  for (const place of word.places) {
    const box = make("input", { type: "checkbox", checked: !word.except.has(place.key) });
    box.addEventListener("change", () => (box.checked ? word.except.delete(place.key) : word.except.add(place.key), drawCount()));
    const line = make("span", {});
    const at = place.context.indexOf(place.now);
    if (at >= 0 && place.now) line.append(place.context.slice(Math.max(0, at - 50), at), make("mark", {}, place.now), place.context.slice(at + place.now.length, at + 70));
    else line.append(place.context.slice(0, 120));
    line.append(" ", make("small", {}, place.path));
    places.append(make("label", {}, box, line));
  }
  const count = make("span", {});
  const drawCount = () => (count.textContent = number.format(word.count - word.except.size));
  drawCount();
  const acts = make("div", { class: "acts" });
  const add = (name, run, main, ...text) => acts.append(make("button", { class: main ? "main" : "", onclick: () => act(run) }, ...text, key(name)));
  add("↵", accept, true, word.read === word.now ? t("Giữ ở ", "Keep at ") : t("Nhận ở ", "Accept at "), count, t(" chỗ", " places"));
  if (word.read !== word.now) add("0", () => decide(word.read), false, t("Như đã đọc", "As read"));
  if (!state.typing) add("E", type, false, t("Gõ lại", "Type"));
  add("X", () => decide(""), false, t("Xóa", "Delete"));
  add("→", next, false, t("Để sau", "Leave"));
  return [make("div", { class: "where" }, make("span", {}, t("Một quyết định cho mọi chỗ; bỏ dấu ở chỗ ngoại lệ.", "One decision for all places; untick the exceptions."))),
    pair({ ...item, confidence: word.places.length ? word.places[0].confidence : 0 }), alternatives(item, decide),
    state.typing ? form(word.now, t("Chữ đúng", "The right text")) : null, make("div", { class: "note" }, state.note), places, acts].filter(Boolean);
}
