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
  const link = (path, query, name) => make("div", { class: "sheet" }, make("span", {}, name), ...["xlsx", "csv"].map((format) =>
    make("a", { href: `/sheets/${path}.${format}${query}`, download: "" }, format.toUpperCase())));
  dialog(t("Bảng", "Sheets"), make("div", {},
    link("review", "", t("Những chỗ cần kiểm tra", "Places to check")),
    link("decisions", "", t("Các quyết định, để dùng cho kho khác", "Decisions, for another archive")),
    link("registry", "?profile=tt05", t("Sổ đăng ký theo Thông tư 05/2025", "Registry by Circular 05/2025")),
    link("registry", "?profile=nd30", t("Sổ đăng ký theo Nghị định 30/2020", "Registry by Decree 30/2020")),
    link("registry", "?profile=dang", t("Sổ đăng ký của Đảng", "Registry of the Party"))),
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
