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
