"use strict";
// The review page. The catalogue on the server is what holds; this only shows it and asks.

const vi = document.documentElement.lang !== "en";
const t = (a, b) => (vi ? a : b);
const $ = (id) => document.getElementById(id);
const number = new Intl.NumberFormat(vi ? "vi" : "en");
const fieldNames = {
  document_number: ["Số, ký hiệu", "Number"], document_type: ["Tên loại", "Type"], date: ["Ngày ban hành", "Date"],
  place: ["Địa danh", "Place"], issuing_body: ["Cơ quan ban hành", "Issuing body"],
  superior_body: ["Cơ quan chủ quản", "Superior body"], subject: ["Trích yếu", "Subject"],
  addressees: ["Kính gửi", "Addressee"], signers: ["Người ký", "Signer"], recipients: ["Nơi nhận", "Recipient"],
  archive_note: ["Lưu", "Archive note"], deadlines: ["Thời hạn", "Deadline"], attachments: ["Phụ lục", "Attachment"],
  urgency: ["Độ khẩn", "Urgency"], secrecy: ["Độ mật", "Secrecy"], copy_form: ["Hình thức sao", "Copy"],
};
const fieldName = (key) => (fieldNames[key] ? t(...fieldNames[key]) : key);
const modes = [
  ["worst", t("Đáng ngờ", "Least sure")], ["document", t("Văn bản", "Documents")],
  ["field", t("Trường", "Fields")], ["word", t("Từ lặp lại", "Repeated words")],
];

const state = {
  mode: "worst", rows: [], cursor: 0, of: null, ofTitle: "", current: null, view: null, word: null, person: "", seen: 0,
  typing: false, sure: null, note: "", server: null,
};
const views = new Map();

// ---- Asking the server

async function ask(path, body) {
  const options = body === undefined ? {} : {
    method: "POST", headers: { "X-PhucHoi": "1", "Content-Type": "application/json" },
    body: typeof body === "string" || body instanceof Blob ? body : JSON.stringify(body),
  };
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw { status: 0, error: "gone", message: t("Không liên lạc được với phuchoi serve.", "phuchoi serve cannot be reached.") };
  }
  const json = await response.json().catch(() => ({}));
  if (!response.ok) throw { status: response.status, ...json };
  return json;
}

const query = (parts) => "?" + new URLSearchParams(parts).toString();

async function loadState() {
  try {
    state.server = await ask("/api/state");
    drawHead();
  } catch (problem) {
    if (problem.status === 401) toast(t("Phiên đã hết: mở lại địa chỉ mà phuchoi serve in ra.", "Open the address that phuchoi serve printed again."));
    else if (problem.status === 0) toast(problem.message);
  }
}

// ---- Building elements

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
const key = (name) => make("kbd", {}, name);
const percent = (confidence) => Math.round(confidence * 100) + " %";
const shown = (text) => (text === "" ? "∅" : text);
const date = (value) => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts && vi ? `${parts[3]}/${parts[2]}/${parts[1]}` : value;
};
const valueOf = (item) => (item.field === "date" ? date(item.now) : item.now);

let toastTimer;
function toast(text) {
  $("toast").textContent = text;
  $("toast").classList.add("on");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $("toast").classList.remove("on"), 2600);
}

// ---- The head

function drawHead() {
  const server = state.server;
  if (!server) return;
  $("archive").textContent = server.archive;
  document.title = server.archive + " · PhucHoi";
  const parts = [make("b", {}, number.format(server.open)), " " + t("chỗ cần kiểm tra", "to check")];
  if (server.missing) parts.push(", ", make("b", {}, number.format(server.missing)), " " + t("trường còn thiếu", "missing fields"));
  parts.push(" · " + number.format(server.documents) + " " + t("văn bản", "documents"));
  $("todo").replaceChildren(...parts);
  const run = server.run;
  $("run").replaceChildren(...(run ? [
    make("progress", { max: Math.max(1, run.total), value: run.finished }),
    ` ${t("đang phục hồi", "repairing")} ${number.format(run.finished)}/${number.format(run.total)}`] : []));
  const redo = server.redo;
  const isBusy = redo.state === "running";
  $("write").disabled = isBusy || !server.waiting || redo.state === "none";
  $("write").textContent = isBusy ? t("Đang ghi…", "Writing…")
    : t("Ghi vào văn bản", "Write into texts") + (server.waiting ? ` (${number.format(server.waiting)})` : "");
  if (redo.state !== drawHead.last && drawHead.last === "running") {
    toast(redo.state === "done" ? t(`Đã ghi ${redo.count} văn bản.`, `${redo.count} documents written.`)
      : t("Chưa ghi được: ", "Not written: ") + redo.message);
    views.clear();
    reload();
  }
  drawHead.last = redo.state;
  $("person").textContent = state.person || t("Tên?", "Name?");
}

function drawTabs() {
  $("tabs").replaceChildren(...modes.map(([mode, name]) => make("button", {
    role: "tab", "aria-selected": String(mode === state.mode), id: "tab-" + mode, onclick: () => act(() => open(mode)),
  }, name)));
}

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

// ---- A page of a document

async function fetchView(item) {
  const name = `${item.input}:${item.page}:${Math.floor((item.line || 1) / 150)}`;
  let view = views.get(name);
  if (!view) {
    view = ask("/api/page" + query({ input: item.input, page: item.page || 1, line: item.line || 1 }));
    views.set(name, view);
    view.catch(() => views.delete(name));
    if (views.size > 40) views.delete(views.keys().next().value);
  }
  return view;
}

function forget(input) {
  for (const name of [...views.keys()]) if (name.startsWith(input + ":")) views.delete(name);
}

async function loadView(item) {
  try {
    const view = await fetchView(item);
    const isNew = view !== state.view;
    state.view = view;
    if (isNew) {
      drawText();
      drawFields();
      drawPicture();
    }
    markHere();
  } catch (problem) {
    state.view = null;
    $("text").replaceChildren(make("p", {}, problem.message || ""));
    $("fields").replaceChildren();
    $("picture").replaceChildren();
  }
}

function drawText() {
  const view = state.view;
  const text = view.text;
  const bar = make("div", { class: "bar" }, make("span", {}, view.path));
  if (text.pages > 1) {
    bar.append(make("span", {},
      make("button", { class: "quiet", disabled: text.page < 2, title: t("Trang trước", "Previous page"), onclick: () => act(() => turn(-1)) }, "‹"),
      ` ${t("trang", "page")} ${text.page}/${text.pages} `,
      make("button", { class: "quiet", disabled: text.page >= text.pages, title: t("Trang sau", "Next page"), onclick: () => act(() => turn(1)) }, "›")));
  }
  const lines = make("div", { class: "lines" });
  for (const line of text.lines) {
    const p = make("p");
    for (const piece of line.p) {
      if (typeof piece === "string") p.append(piece);
      else p.append(markElement(text.marks[piece], piece));
    }
    if (!line.p.length) p.append("\u00a0");
    lines.append(make("div", { class: "l", "data-line": line.n }, make("i", {}, String(line.n)), p));
  }
  $("text").replaceChildren(bar, lines);
}

function markElement(mark, index) {
  return make("span", {
    class: "m " + mark.state + (mark.now === "" ? " gone" : ""), "data-mark": index,
    title: mark.read === mark.now ? "" : `${shown(mark.read)} → ${shown(mark.now)}`,
    onclick: () => act(() => show(itemOfMark(mark))),
  }, shown(mark.now));
}

function itemOfMark(mark) {
  const known = state.rows.findIndex((row) => row.key === mark.key && isItem(row));
  if (known >= 0) {
    state.cursor = known;
    return state.rows[known];
  }
  const view = state.view;
  const line = view.text.lines.find((one) => one.p.includes(view.text.marks.indexOf(mark)));
  return {
    key: mark.key, input: view.input, path: view.path, page: view.text.page, line: line ? line.n : 1, field: "", read: mark.read,
    now: mark.now, confidence: mark.confidence, alternatives: mark.alternatives, missing: false, detached: true,
    decided: mark.state === "decided",
  };
}

async function turn(step) {
  state.current = null;
  drawCard();
  await loadView({ input: state.view.input, page: state.view.text.page + step, line: 0 });
  $("text").scrollTop = 0;
}

/// The mark of the current item on the page, if it is there.
function here() {
  if (!state.view || !state.current || state.current.field || state.current.input !== state.view.input) return -1;
  return state.view.text.marks.findIndex((mark) => mark.key === state.current.key);
}

function markHere() {
  for (const old of document.querySelectorAll("#text .here")) old.classList.remove("here");
  const index = here();
  let element = index >= 0 ? document.querySelector(`#text [data-mark="${index}"]`) : null;
  if (element) element.classList.add("here");
  else if (state.current && state.current.field && state.view && state.current.input === state.view.input && state.current.read) {
    element = document.querySelector(`#text [data-line="${state.current.line}"]`);
    if (element) element.classList.add("here");
  }
  if (element) {
    const box = $("text");
    if (box.scrollHeight > box.clientHeight + 4) {
      box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
    }
  }
  for (const row of document.querySelectorAll("#fields .f")) {
    row.setAttribute("aria-current", String(Boolean(state.current && row.dataset.place === state.current.key)));
  }
  drawBox();
}

// ---- The picture

function drawPicture() {
  const view = state.view;
  const name = `${view.input}:${view.text.page}`;
  if ($("picture").dataset.name === name) return;
  $("picture").dataset.name = name;
  const image = make("img", { alt: t("Ảnh trang", "Picture of the page"), src: "/api/image" + query({ input: view.input, page: view.text.page }) });
  image.addEventListener("load", () => drawBox());
  image.addEventListener("error", () => {
    if ($("picture").dataset.name === name) $("picture").replaceChildren(make("div", { class: "none" }, t("Không có ảnh của trang này.", "There is no picture of this page.")));
  });
  $("picture").replaceChildren(make("div", { class: "sheet" }, image));
}

/// Where the current item stands on the picture.
function boxHere() {
  if (!state.view || !state.current || state.current.input !== state.view.input) return null;
  if (state.current.field) {
    const field = state.view.documents.flatMap((document) => document.fields).find((one) => one.key === state.current.key);
    return field ? field.box : null;
  }
  const index = here();
  return index >= 0 && state.view.boxes ? state.view.boxes[index] : null;
}

function drawBox() {
  const sheet = $("picture").querySelector(".sheet");
  const crop = $("card").querySelector(".crop");
  if (!sheet) return;
  for (const old of sheet.querySelectorAll(".box")) old.remove();
  const image = sheet.querySelector("img");
  const box = boxHere();
  if (crop) crop.hidden = true;
  if (!box || !image.naturalWidth) return;
  const element = make("div", { class: "box" });
  const [left, top, right, bottom] = box;
  const margin = 0.003;
  Object.assign(element.style, {
    left: (left - margin) * 100 + "%", top: (top - margin / 2) * 100 + "%", width: (right - left + 2 * margin) * 100 + "%",
    height: (bottom - top + margin) * 100 + "%",
  });
  sheet.append(element);
  const frame = $("picture");
  frame.scrollTop = top * image.clientHeight - frame.clientHeight / 2;
  if (crop) drawCrop(crop, image, box);
}

function drawCrop(crop, image, [left, top, right, bottom]) {
  const [w, h] = [image.naturalWidth, image.naturalHeight];
  const height = Math.max(4, (bottom - top) * h);
  const room = Math.max(180, $("card").clientWidth - 40);
  // As large as a word is easily read at, and as the whole place fits in.
  const scale = Math.max(0.4, Math.min(4, 46 / height, room / ((right - left) * w + 24), 150 / height));
  const width = Math.min(w, room / scale);
  const x = Math.max(0, Math.min(w - width, ((left + right) / 2) * w - width / 2));
  const margin = Math.min(height * 0.55, 24);
  const y = Math.max(0, top * h - margin);
  const tall = Math.min(h - y, height + 2 * margin);
  const canvas = make("canvas", { width: Math.round(width * scale), height: Math.round(tall * scale), role: "img" });
  canvas.setAttribute("aria-label", t("Chỗ này trên ảnh", "The place on the picture"));
  const pen = canvas.getContext("2d");
  pen.drawImage(image, x, y, width, tall, 0, 0, canvas.width, canvas.height);
  pen.strokeStyle = "#1f6f5c";
  pen.lineWidth = 2;
  pen.strokeRect((left * w - x) * scale - 3, (top * h - y) * scale - 3, (right - left) * w * scale + 6, (bottom - top) * h * scale + 6);
  crop.replaceChildren(canvas);
  crop.hidden = false;
}

// ---- The fields

function drawFields() {
  const view = state.view;
  const parts = [];
  view.documents.forEach((document, index) => {
    const pages = view.documents.length > 1 ? ` ${index + 1} · ${t("trang", "page")} ${document.first}–${document.last}` : "";
    parts.push(make("h2", {}, t("Thông tin văn bản", "Fields") + pages));
    parts.push(...document.fields.filter((field) => field.state !== "empty").map(fieldRow));
    // What is not there and need not be: one line of buttons to add it.
    const empty = document.fields.filter((field) => field.state === "empty");
    if (empty.length) {
      parts.push(make("div", { class: "add" }, t("Thêm:", "Add:"), ...empty.map((field) => make("button", {
        class: "quiet", "data-place": field.key, onclick: () => act(() => show(itemOfField(field))) }, fieldName(field.field)))));
    }
  });
  $("fields").replaceChildren(...parts);
}

function fieldRow(field) {
  const value = field.value || (field.state === "missing" ? t("còn thiếu", "missing") : t("không có", "none"));
  const note = field.state === "decided" ? "✓" : field.value ? percent(field.confidence) : "";
  return make("button", {
    class: "f " + field.state, "data-place": field.key, title: field.read,
    onclick: () => act(() => show(itemOfField(field))),
  }, make("span", {}, fieldName(field.field)), make("b", {}, field.field === "date" ? date(value) : value), make("em", {}, note));
}

function itemOfField(field) {
  const known = state.rows.findIndex((row) => isItem(row) && row.key === field.key);
  if (known >= 0) {
    state.cursor = known;
    return state.rows[known];
  }
  return {
    key: field.key, input: state.view.input, path: state.view.path, page: field.value ? field.page : state.view.text.page,
    line: field.line, field: field.field, read: field.read, now: field.value, confidence: field.confidence, alternatives: [],
    missing: !field.value, detached: true, decided: field.state === "decided",
  };
}

/// Goes to the next field of this document that wants a look.
async function nextField() {
  if (!state.view) return;
  const all = state.view.documents.flatMap((document) => document.fields);
  const wanted = all.filter((field) => field.state === "open" || field.state === "missing");
  if (!wanted.length) return toast(t("Các trường của văn bản này đã xong.", "The fields of this document are done."));
  const index = state.current ? wanted.findIndex((field) => field.key === state.current.key) : -1;
  await show(itemOfField(wanted[(index + 1) % wanted.length]));
}

// ---- The card

async function show(item) {
  Object.assign(state, { current: item, word: null, typing: Boolean(item && item.missing), sure: null, note: "" });
  drawCard();
  drawList();
  if (!item) return;
  await loadView(item);
  prefetch();
}

function prefetch() {
  const next = state.rows[state.cursor + 1];
  if (isItem(next)) fetchView(next).catch(() => {});
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

// ---- Deciding

async function accept() {
  const row = state.rows[state.cursor];
  if (state.word) return decide(state.word.now);
  if (!state.current) return row && !isItem(row) ? enter(state.cursor) : undefined;
  if (state.current.decided) return next();
  if (state.current.missing) return type();
  return decide(state.current.now);
}

async function type() {
  if (!state.current && !state.word) return;
  state.typing = true;
  drawCard();
  drawBox();
}

const submit = (text) => decide(text.normalize("NFC"));

async function decide(text) {
  if (!state.person && !(await meet())) return;
  const word = state.word;
  const item = state.current;
  if (!word && !item) return;
  if (!word && item.missing && text !== "" && text !== null && !text.trim()) return;
  const body = word
    ? { person: state.person, seen: state.seen, word: word.key, except: [...word.except], text }
    : { person: state.person, seen: state.view ? state.view.seen : undefined,
        changes: [{ key: item.key, text, read: item.read, sure: state.sure === text }] };
  let answer;
  try {
    answer = await ask("/api/decide", body);
  } catch (problem) {
    return refuse(problem, text);
  }
  Object.assign(state.server, { open: answer.open, missing: answer.missing, action: answer.action });
  if (state.server.waiting === 0) state.server.waiting = 1;
  drawHead();
  if (word) {
    views.clear();
    toast(t(`Đã quyết ${answer.changed} chỗ · U: hoàn tác`, `${answer.changed} places decided · U: undo`));
    state.rows.splice(state.cursor, 1);
    return choose(state.cursor);
  }
  apply(item, text === null ? null : answer.values[0]);
  toast((text === null ? t("Đã mở lại", "Reopened") : shown(item.field === "date" ? date(answer.values[0]) : answer.values[0])) + t(" · U: hoàn tác", " · U: undo"));
  await advance(item);
}

/// Puts a decision into what is on the screen.
function apply(item, text) {
  forgetOthers(item);
  if (!state.view || state.view.input !== item.input) return;
  if (text === null) {
    forget(item.input);
    return;
  }
  if (item.field) {
    for (const field of state.view.documents.flatMap((document) => document.fields)) {
      if (field.key !== item.key) continue;
      Object.assign(field, { value: text, state: "decided", confidence: 1 });
    }
    drawFields();
    return;
  }
  const index = state.view.text.marks.findIndex((mark) => mark.key === item.key);
  if (index < 0) return forget(item.input);
  Object.assign(state.view.text.marks[index], { now: text, state: "decided", confidence: 1 });
  const old = document.querySelector(`#text [data-mark="${index}"]`);
  if (old) old.replaceWith(markElement(state.view.text.marks[index], index));
}

/// Other pages of the same document show the old state.
function forgetOthers(item) {
  for (const [name, view] of [...views]) {
    if (!name.startsWith(item.input + ":")) continue;
    view.then((one) => { if (one !== state.view) views.delete(name); }).catch(() => {});
  }
}

async function advance(item) {
  const index = state.rows.findIndex((row) => row.key === item.key && isItem(row));
  if (index >= 0) {
    state.rows.splice(index, 1);
    state.cursor = index;
  } else if (item.detached && item.field) {
    const all = state.view.documents.flatMap((document) => document.fields);
    const wanted = all.find((field) => field.state === "open" || field.state === "missing");
    if (wanted) return show(itemOfField(wanted));
  }
  if (!state.rows.length && (state.mode === "worst" || state.of !== null)) {
    await reload();
    if (!state.rows.length && state.mode === "document" && state.of !== null) return nextDocument();
    return;
  }
  return choose(state.cursor);
}

/// After the last place of a document comes the next document.
async function nextDocument() {
  const answer = await ask("/api/queue" + query({ mode: "document" }));
  const row = answer.rows.find((one) => one.open || one.missing);
  if (row) await open("document", String(row.input), row.path);
}

function refuse(problem, text) {
  if (problem.status === 409 && problem.error === "conflict") {
    const who = problem.person || t("người khác", "somebody else");
    const what = problem.text === null ? t("mở lại", "reopened") : shown(problem.text);
    toast(t(`${who} vừa quyết chỗ này: ${what}`, `${who} has just decided this: ${what}`));
    views.clear();
    return reload();
  }
  if (problem.status === 409) {
    views.clear();
    toast(t("Văn bản đã đổi; tải lại.", "The document has changed; loaded again."));
    return reload();
  }
  if (problem.error === "date") state.note = t("Không có ngày này. Viết ngày/tháng/năm, ví dụ 05/03/2020.", "There is no such day. Write day/month/year, as 05/03/2020.");
  else if (problem.error === "number") {
    state.note = t("Số, ký hiệu thường có dạng 12/2020/QĐ-UBND. Bấm Enter lần nữa nếu đúng như vậy.", "Numbers look like 12/2020/QĐ-UBND. Press Enter again if it is right as it is.");
    state.sure = text;
  } else state.note = problem.message || problem.error || "";
  const note = $("card").querySelector(".note");
  if (note) note.textContent = state.note;
}

async function next() {
  if (state.current && state.current.detached && state.rows.length) return choose(state.cursor);
  return choose(state.cursor + 1);
}
const previous = () => choose(state.cursor - 1);

async function reverse(path) {
  if (!state.person && !(await meet())) return;
  let answer;
  try {
    answer = await ask(path, { person: state.person });
  } catch (problem) {
    return toast(problem.error === "conflict" ? t("Người khác đã quyết lại chỗ này.", "Somebody has decided otherwise since.")
      : problem.error === "nothing" ? t("Không còn gì để hoàn tác.", "Nothing to undo.") : problem.message);
  }
  views.clear();
  state.view = null;
  Object.assign(state.server, { open: answer.open, missing: answer.missing, action: answer.action });
  drawHead();
  toast(path === "/api/undo" ? t("Đã hoàn tác", "Undone") : t("Đã làm lại", "Done again"));
  await reload();
  if (path === "/api/undo" && answer.place) {
    const index = state.rows.findIndex((row) => row.key === answer.place.key);
    if (index >= 0) await choose(index);
    else if (state.mode !== "word") await show({ ...answer.place, detached: true });
  }
}

// ---- Dialogs

function dialog(title, ...children) {
  const box = $("dialog");
  box.replaceChildren(make("h1", {}, title), ...children);
  if (!box.open) box.showModal();
  return box;
}
const closeRow = () => make("div", { class: "row end" }, make("button", { onclick: () => $("dialog").close() }, t("Đóng", "Close"), key("Esc")));

/// Asks for the name, once.
function meet() {
  return new Promise((resolve) => {
    const input = make("input", { type: "text", "aria-label": t("Tên", "Name"), maxLength: 60, value: state.person, autocomplete: "name" });
    const take = async (name) => {
      try {
        const answer = await ask("/api/person", { person: name });
        state.person = answer.person;
        localStorage.setItem("phuchoi.person", state.person);
        drawHead();
        $("dialog").close();
        resolve(true);
      } catch (problem) { toast(problem.message || problem.error); }
    };
    const known = (state.server ? state.server.people : []).filter((name) => name !== state.person);
    const box = dialog(t("Ai đang kiểm tra?", "Who is checking?"),
      make("form", { onsubmit: (event) => { event.preventDefault(); if (input.value.trim()) take(input.value); } },
        input, make("button", { class: "main", type: "submit" }, t("Bắt đầu", "Begin"), key("↵"))),
      known.length ? make("div", { class: "row" }, ...known.map((name) => make("button", { type: "button", onclick: () => take(name) }, name))) : "",
      make("p", {}, t("Tên được ghi cùng mỗi quyết định.", "The name is kept with every decision.")));
    box.addEventListener("close", () => resolve(Boolean(state.person)), { once: true });
    input.focus();
  });
}

const kinds = {
  decide: ["quyết", "decided"], sheet: ["bảng", "sheet"], take_back: ["rút lại", "taken back"], undo: ["hoàn tác", "undone"], redo: ["làm lại", "done again"],
};

async function showHistory() {
  const answer = await ask("/api/history");
  const rows = answer.actions.map((action) => {
    const first = action.changes[0];
    const what = first ? `${first.field ? fieldName(first.field) + ": " : ""}${shown(first.read)} → ${first.after === null ? "?" : shown(first.after)}` : "";
    const canUndo = !action.undone && !action.target;
    return make("tr", { class: action.undone ? "undone" : "" },
      make("td", { class: "t" }, new Date(action.time).toLocaleString(vi ? "vi" : "en", { dateStyle: "short", timeStyle: "short" })),
      make("td", { class: "t" }, action.person), make("td", { class: "t" }, t(...(kinds[action.kind] || [action.kind, action.kind]))),
      make("td", {}, what + (action.count > 1 ? ` (× ${action.count})` : ""), make("div", { class: "t" }, first ? first.path : "")),
      make("td", {}, canUndo ? make("button", { onclick: () => act(async () => { await undoOne(action.id); await showHistory(); }) }, t("Hoàn tác", "Undo")) : ""));
  });
  dialog(t("Nhật ký", "History"), rows.length ? make("table", {}, ...rows) : t("Chưa có gì.", "Nothing yet."), closeRow());
}

async function undoOne(id) {
  try {
    await ask("/api/undo", { person: state.person, id });
    views.clear();
    await loadState();
    await reload();
  } catch (problem) { toast(problem.message || t("Đã có quyết định khác ở chỗ này.", "It was decided otherwise since.")); }
}

async function showLexicon() {
  const answer = await ask("/api/lexicon");
  const boxes = answer.offers.map((offer) => {
    const box = make("input", { type: "checkbox", value: offer.text });
    return [box, make("tr", {}, make("td", {}, make("label", {}, box, " ", offer.text)), make("td", { class: "t" }, "× " + offer.count))];
  });
  const add = async () => {
    await ask("/api/lexicon", { add: boxes.filter(([box]) => box.checked).map(([box]) => box.value) });
    await showLexicon();
  };
  dialog(t("Từ riêng của kho", "The archive's own words"),
    make("p", {}, t("Những từ đã được nhận từ hai lần trở lên. Từ được thêm sẽ được giữ nguyên ở các lượt chạy sau.", "Words accepted twice or more. Those that are added stay as they are in later runs.")),
    boxes.length ? make("table", {}, ...boxes.map(([, row]) => row)) : t("Chưa có từ nào.", "None yet."),
    make("div", { class: "row end" }, make("button", { class: "main", disabled: !boxes.length, onclick: () => act(add) }, t("Thêm", "Add"))),
    make("h2", {}, t("Đang có", "In the lexicon")),
    make("div", { class: "row" }, ...answer.words.map((word) => make("button", {
      title: t("Bỏ", "Remove"), onclick: () => act(async () => { await ask("/api/lexicon", { remove: word }); await showLexicon(); }) }, word, " ×"))),
    closeRow());
}

function showSheets() {
  const file = make("input", { type: "file", accept: ".csv,.xlsx", "aria-label": t("Bảng đã sửa", "Edited sheet") });
  const take = async () => {
    if (!file.files.length) return;
    let answer;
    try {
      answer = await ask("/api/sheet" + query({ person: state.person }), file.files[0]);
    } catch (problem) {
      const reasons = {
        foreign: t("Đây không phải bảng của phuchoi: thiếu cột.", "This is no sheet of phuchoi: columns are missing."),
        recoded: t("Bảng đã mất chữ có dấu khi lưu: hãy lưu lại bằng UTF-8 hoặc XLSX.", "Letters were lost when the sheet was saved: save it as UTF-8 or XLSX."),
        damaged: t("Không đọc được bảng này.", "The sheet cannot be read."),
        otherFormat: t("Chỉ nhận CSV và XLSX.", "CSV and XLSX only."),
      };
      return toast(reasons[problem.message] || problem.message || problem.error);
    }
    views.clear();
    await loadState();
    await reload();
    toast(t(`Nhận ${answer.taken} quyết định`, `${answer.taken} decisions taken`) + (answer.refused ? t(`, từ chối ${answer.refused} dòng`, `, ${answer.refused} rows refused`) : ""));
  };
  const link = (path, name) => make("div", {}, make("a", { href: path, download: "" }, name));
  dialog(t("Bảng", "Sheets"), make("div", {},
    link("/sheets/review.csv", t("Những chỗ cần kiểm tra (CSV)", "Places to check (CSV)")),
    link("/sheets/decisions.csv", t("Các quyết định (CSV), để dùng cho kho khác", "Decisions (CSV), for another archive")),
    link("/sheets/registry.csv?profile=tt05", t("Sổ đăng ký theo Thông tư 05/2025 (CSV)", "Registry by Circular 05/2025 (CSV)")),
    link("/sheets/registry.csv?profile=nd30", t("Sổ đăng ký theo Nghị định 30/2020 (CSV)", "Registry by Decree 30/2020 (CSV)")),
    link("/sheets/registry.csv?profile=dang", t("Sổ đăng ký của Đảng (CSV)", "Registry of the Party (CSV)"))),
    make("h2", {}, t("Nhận bảng đã sửa", "Take an edited sheet")),
    make("div", { class: "row" }, file, make("button", { onclick: () => act(take) }, t("Nhận", "Take"))), closeRow());
}

function showMenu() {
  const keys = [
    ["↵", t("nhận điều đề xuất", "accept what is proposed")], ["1–9", t("chọn cách đọc khác", "take another reading")],
    ["0", t("như đã đọc", "as it was read")], ["E", t("gõ chữ đúng", "type the right text")], ["X", t("xóa; với trường: không có", "delete; of a field: there is none")],
    ["→ ←", t("chỗ sau, chỗ trước", "next, previous")], ["F", t("trường cần xem của văn bản này", "fields of this document")],
    ["U  ⇧U", t("hoàn tác, làm lại", "undo, redo")], ["M", t("đổi cách xếp", "another order")], ["Esc", t("thôi gõ, về danh sách", "stop typing, back to the list")],
    ["W", t("ghi vào văn bản", "write into the texts")], ["H L S", t("nhật ký, từ riêng, bảng", "history, own words, sheets")],
  ];
  dialog(t("Thêm", "More"), make("div", { class: "row" },
    make("button", { onclick: () => act(showHistory) }, t("Nhật ký", "History"), key("H")),
    make("button", { onclick: () => act(showLexicon) }, t("Từ riêng của kho", "Own words"), key("L")),
    make("button", { onclick: () => act(showSheets) }, t("Bảng", "Sheets"), key("S"))),
  make("h2", {}, t("Phím", "Keys")), make("dl", {}, ...keys.flatMap(([name, what]) => [make("dt", {}, key(name)), make("dd", {}, what)])), closeRow());
}

async function write() {
  try {
    await ask("/api/write", {});
    await loadState();
  } catch (problem) { toast(problem.message); }
}

async function nextMode() {
  const index = modes.findIndex(([mode]) => mode === state.mode);
  await open(modes[(index + 1) % modes.length][0]);
}

// ---- Keys: one after another, however fast they come

let chain = Promise.resolve();
function act(run) {
  chain = chain.then(run).catch((problem) => toast(problem.message || problem.error || String(problem)));
  return chain;
}

const commands = {
  Enter: accept, ArrowRight: next, ArrowDown: next, n: next, ArrowLeft: previous, ArrowUp: previous, p: previous, e: type, F2: type,
  x: () => decide(""), Delete: () => decide(""), r: () => (state.current && state.current.decided ? decide(null) : undefined),
  u: () => reverse("/api/undo"), U: () => reverse("/api/redo"), f: nextField, m: nextMode, w: write, h: showHistory, l: showLexicon,
  s: showSheets, "?": showMenu,
  0: () => (state.word ? decide(state.word.read) : state.current && !state.current.field ? decide(state.current.read) : undefined),
};

function choice(digit) {
  const item = state.word ? { ...state.word, alternatives: state.word.places.flatMap((place) => place.alternatives) } : state.current;
  const other = item ? clean(item)[digit - 1] : undefined;
  return other === undefined ? undefined : decide(other);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || $("dialog").open || event.isComposing) return;
  const target = event.target;
  if (target.tagName === "INPUT" && target.type === "text") {
    if (event.key === "Escape") {
      event.preventDefault();
      act(() => { state.typing = false; drawCard(); drawBox(); });
    } else if (event.key === "Enter") {
      // The form's own submit, but in its turn: what is typed is read when the key comes.
      event.preventDefault();
      const value = target.value;
      act(() => submit(value));
    }
    return;
  }
  if (target.tagName === "INPUT" && event.key === " ") return;
  if ((target.tagName === "BUTTON" || target.tagName === "A") && event.key === "Enter") return;
  if (event.key === "Escape") {
    event.preventDefault();
    if (state.of !== null) act(() => open(state.mode));
    return;
  }
  const run = /^[1-9]$/.test(event.key) ? () => choice(Number(event.key)) : commands[event.key];
  if (!run) return;
  event.preventDefault();
  act(run);
});

// ---- Beginning

async function begin() {
  if (location.search) history.replaceState(null, "", "/");
  const button = (id, text, run, name) => {
    $(id).replaceChildren(text, ...(name ? [key(name)] : []));
    $(id).addEventListener("click", () => { $(id).blur(); act(run); });
  };
  button("undo", t("Hoàn tác", "Undo"), () => reverse("/api/undo"), "U");
  button("redo", t("Làm lại", "Redo"), () => reverse("/api/redo"));
  button("write", t("Ghi vào văn bản", "Write into texts"), write);
  button("more", t("Thêm", "More"), showMenu, "?");
  button("person", "", meet);
  state.person = localStorage.getItem("phuchoi.person") || "";
  await loadState();
  await open("worst");
  if (!state.person) meet();
  setInterval(() => { if (!document.hidden) loadState(); }, 4000);
  document.body.dataset.ready = "1";
}
act(begin);
