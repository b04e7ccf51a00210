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
