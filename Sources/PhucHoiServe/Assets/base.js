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
