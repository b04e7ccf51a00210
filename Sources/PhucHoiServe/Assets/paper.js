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
