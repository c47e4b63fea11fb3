/* The form page: one delegated script. Rows carry data-oid; the queue stores; this file shows. */
(function () {
  "use strict";

  const form = document.getElementById("case-form");
  if (!form) {
    return;
  }
  const F = window.CaseFormFields;
  const words = document.getElementById("form-words").dataset;
  const rows = new Map([...form.querySelectorAll(".item")].map((row) => [row.dataset.oid, row]));
  const visible = () => [...rows.values()].filter((row) => !row.hidden);
  const correctable = form.dataset.correctable === "true";
  const reasonNeeded = form.dataset.reasonNeeded === "true";
  const blankWord = (code) => words["blank" + code.toLowerCase().replace(/(^|_)(\w)/g, (all, gap, letter) => letter.toUpperCase())] || code;
  const missing = new Set();

  const queue = new window.CaseFormQueue(form.dataset.form, {
    sign, saved, conflict, reason: (oid) => quiet().then(() => askReason(oid)),
    superseded: (oid) => { if (!dirty(oid)) { back(rows.get(oid)); } },
    typing: (oid) => rows.get(oid).contains(document.activeElement),
    dirty,
  });
  rows.forEach((row, oid) => {
    queue.revisions[oid] = Number(row.dataset.revision);
    // what is empty is no attribute at all
    row.dataset.stored ??= "";
    row.dataset.blank ??= "";
    row.dataset.notAsked = String(row.hidden);
    F.slide(row);
    sign(oid, queue.revisions[oid] > 0 ? "stored" : "idle");
    showBlank(row, row.dataset.blank || null);
  });

  /** What is not asked is hidden, unless something is stored there, or something typed is not: that can be seen and taken back. */
  function reveal(row) {
    row.hidden = row.dataset.notAsked === "true" && !row.dataset.stored && !queue?.entries[row.dataset.oid];
  }

  /** Whether something else stands in the field than what is stored. */
  function dirty(oid) {
    const row = rows.get(oid);
    return Boolean(row) && correctable && row.contains(document.activeElement) && !row.querySelector("output") && (F.read(row) ?? "") !== row.dataset.stored;
  }

  // ---- signs ----
  /** @param again when it is tried the next time, if it is */
  function sign(oid, state, why, again) {
    const row = rows.get(oid);
    if (!row) {
      return;
    }
    const mark = row.querySelector(".sign");
    mark.dataset.sign = state;
    mark.querySelector(".sign-icon").className = "sign-icon pi " + ({ typing: "pi-pencil", storing: "pi-sync", stored: "pi-check", failed: "pi-exclamation-circle" }[state] || "");
    mark.querySelector(".sign-word").textContent = { typing: words.waiting, storing: words.storing, stored: words.stored, failed: words.notStored }[state] || "";
    // a file that was refused is refused again: another one is chosen, or it is taken back
    const refusedFile = queue?.entries[oid]?.file && queue.entries[oid].final;
    row.querySelectorAll(".sign-retry").forEach((button) => { button.hidden = state !== "failed" || (refusedFile && button.dataset.formAct === "retry"); });
    const told = again ? why + " " + words.nextTry.replace("{0}", again.toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "short" })) : why;
    say(row, "NOT_STORED", state === "failed" ? told : null);
    const before = row.classList.contains("not-stored");
    row.classList.toggle("not-stored", state === "failed");
    reveal(row);
    foot();
    if (before || state === "failed") {
      summary();
    }
  }

  function foot() {
    const box = document.getElementById("form-stored");
    const word = document.getElementById("form-stored-word");
    const failed = queue ? queue.failed().length : 0;
    const busy = queue ? queue.unsent().length - failed : 0;
    const typed = queue ? Object.keys(queue.entries).length - busy - failed : 0;
    const state = !correctable ? "idle" : failed ? "failed" : busy ? "storing" : typed ? "typing" : form.dataset.seat && !form.dataset.form ? "empty" : "stored";
    box.dataset.sign = state;
    box.querySelector(".pi").className = "pi " + { idle: "pi-eye", failed: "pi-exclamation-circle", storing: "pi-sync", typing: "pi-pencil", empty: "pi-file", stored: "pi-check-circle" }[state];
    const text = { idle: words.readOnly, failed: words.someNotStored.replace("{0}", failed), storing: words.storing, typing: words.waiting, empty: words.notBegun, stored: words.allStored }[state];
    if (word.textContent !== text) {
      word.textContent = text;
    }
  }

  // ---- messages ----
  /** Sets or takes away one message of our own below an item. */
  function say(row, check, text) {
    const list = row.querySelector(".item-messages");
    list.querySelector('[data-check="' + check + '"]')?.remove();
    if (text) {
      list.append(message(row, { check, severity: "HARD", text }));
    }
  }

  function message(row, one) {
    const line = document.createElement("li");
    line.className = "message severity-" + one.severity;
    line.dataset.check = one.check;
    const text = document.createElement("span");
    text.textContent = one.text;
    if (one.check === "NOT_STORED") {
      line.title = one.text;
    }
    line.append(text, ...(one.offers || []).map((offer) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "reading-button", textContent: offer.words });
      Object.assign(button.dataset, { formAct: "reading", text: offer.text });
      return button;
    }));
    window.CaseFormWhy?.dress(line, row);
    return line;
  }

  function summary() {
    const entries = visible().flatMap((row) => [...row.querySelectorAll(".message")].map((line) => ({ row, text: line.firstElementChild.textContent })));
    const button = document.getElementById("form-look-button");
    const count = new Set(entries.map((entry) => entry.row)).size;
    button.hidden = count === 0;
    if (count === 0) {
      look(false);
    }
    document.getElementById("form-summary-title").textContent = count === 1 ? words.oneLook : words.look.replace("{0}", count);
    document.getElementById("form-summary-list").replaceChildren(...entries.map(({ row, text }) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = "#" + row.id;
      link.dataset.jump = row.dataset.oid;
      link.textContent = row.querySelector(".item-label").textContent;
      line.append(link, text.startsWith(link.textContent + ":") ? text.slice(link.textContent.length) : ": " + text);
      return line;
    }));
    rows.forEach((row) => {
      const bad = row.querySelector(".message.severity-HARD") !== null;
      row.querySelectorAll(".item-field input, .item-field textarea, .item-field select").forEach((input) => input.toggleAttribute("aria-invalid", bad) && input.setAttribute("aria-invalid", "true"));
    });
  }

  /** The list of what needs a look lies over the page, above the bar at its foot, and pushes nothing. */
  function look(open) {
    document.getElementById("form-summary").hidden = !open;
    document.getElementById("form-look-button").setAttribute("aria-expanded", String(open));
  }

  const looking = () => !document.getElementById("form-summary").hidden;

  // ---- what the server answered ----
  /** Changes the page without moving what the person looks at. */
  function keepPlace(change) {
    const anchor = document.activeElement?.closest(".item") || null;
    const before = anchor?.getBoundingClientRect().top;
    change();
    if (anchor && !anchor.hidden) {
      scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
    }
  }

  function saved(oid, entry, data) {
    const items = [data.item, ...(data.items || [])].filter(Boolean);
    // queries and ticks can only have moved where something stood or stands against an item
    const stirred = items.some((item) => item.messages?.length || rows.get(item.oid)?.querySelector(".message, .item-badges > *"));
    const before = visible();
    keepPlace(() => {
      items.forEach((item) => show(item, item.oid === oid));
      summary();
    });
    tellOpened(rows.get(oid), before);
    form.dispatchEvent(new CustomEvent("casebook:stored", { detail: { oid, stirred, missed: data.missed } }));
    const state = data.form?.state;
    if (state && state !== form.dataset.state) {
      renew();
    }
  }

  /** The form became another one, as when a colleague completed it: drawn anew, but never under the hands of who is typing. */
  const REST = 2500;
  let lastKey = 0;
  let renewing = null;
  function renew() {
    const rested = () => Date.now() - lastKey > REST && Object.keys(queue.entries).length === 0 && !document.querySelector("dialog[open]");
    if (!renewing && rested()) {
      location.reload();
    } else if (!renewing) {
      Casebook.toast(words.changedState);
      renewing = setInterval(() => rested() && location.reload(), 500);
    }
  }
  addEventListener("keydown", () => { lastKey = Date.now(); }, true);

  /** On a slow line the person may have gone on before the questions came that his answer asks: they are named then. */
  function tellOpened(answered, before) {
    const here = document.activeElement?.closest(".item");
    const list = visible();
    const passed = list.slice(list.indexOf(answered) + 1, Math.max(list.indexOf(here), 0)).filter((row) => !before.includes(row) && !row.querySelector("output"));
    if (answered && passed.length) {
      Casebook.toast(words.opened.replace("{0}", passed.map((row) => row.querySelector(".item-label").textContent).join(", ")));
    }
  }

  /** @param own whether it answers what was entered into this very item */
  function show(item, own) {
    const row = rows.get(item.oid);
    if (!row) {
      return;
    }
    // of an item in which the person has begun to type, what stands stays the ground on which his entry is judged
    const held = queue.holds(item.oid);
    if (own || !held) {
      Object.assign(row.dataset, { revision: item.revision, stored: item.text ?? "", blank: item.leftBlank ?? "", unit: item.unit ?? "" });
    }
    row.dataset.value = item.value ?? "";
    // said of what still stands in the field, not of what is being typed now
    row.querySelector(".understood").textContent = F.read(row) === (item.text ?? null) ? item.understood ?? "" : "";
    row.dataset.notAsked = String(Boolean(item.hidden));
    reveal(row);
    window.CaseFormCalendar?.heard(row, item.value);
    const output = row.querySelector("output.derived");
    if (output) {
      output.textContent = item.shown ?? item.value ?? "";
      output.dataset.value = item.value ?? "";
    }
    if (!held) {
      showBlank(row, item.leftBlank ?? null);
    }
    const ours = [...row.querySelectorAll('.message[data-check="NOT_STORED"]')];
    row.querySelector(".item-messages").replaceChildren(...(item.messages || []).map((one) => message(row, one)), ...ours);
    if ((item.text ?? null) !== null || item.leftBlank) {
      missing.delete(item.oid);
    }
    if (missing.has(item.oid) && !row.hidden) {
      say(row, "MISSING", words.missing);
    }
  }

  function showBlank(row, code) {
    const chip = row.querySelector(".blank-chip");
    chip.textContent = code ? blankWord(code) : "";
    row.classList.toggle("is-blank", Boolean(code));
  }

  // ---- entry ----
  /** @param pause stored while it is being typed: no question is asked then */
  async function commit(row, pause) {
    const oid = row.dataset.oid;
    if (!correctable) {
      return;
    }
    if (F.unfinished(row)) {
      sign(oid, "failed", words.badDate);
      row.querySelectorAll(".sign-retry").forEach((button) => { button.hidden = true; });
      summary();
      return;
    }
    const text = F.read(row);
    const waiting = queue.entries[oid];
    const last = waiting && !waiting.draft ? waiting.text : F.asShown(row, row.dataset.stored || null);
    // what was sent and not heard of may be stored: then what stands on the screen is a change again
    const unheard = Boolean(waiting?.draft && waiting.sent);
    const unit = text === null ? null : F.unit(row);
    const lastUnit = waiting && !waiting.draft ? waiting.unit : row.dataset.unit || null;
    if (!unheard && (text ?? "") === (last ?? "") && (unit ?? "") === (lastUnit ?? "")) {
      if (waiting?.draft) {
        queue.drop(oid);
      }
      if (!queue.entries[oid] && row.querySelector('.sign[data-sign="typing"], .message[data-check="NOT_STORED"]')) {
        rest(row);
      }
      return;
    }
    await enter(row, text, null, pause);
  }

  async function enter(row, text, leftBlank, pause) {
    const oid = row.dataset.oid;
    const entry = { text, leftBlank, unit: text === null ? null : F.unit(row), pause };
    if (reasonNeeded) {
      // while he is asked why, the window may close
      clearTimeout(typing);
      queue.draft(oid, text, entry.unit, leftBlank);
      sign(oid, "typing");
      const said = await askReason(oid);
      if (!said) {
        back(row);
        return;
      }
      entry.reason = said.reason;
    }
    showBlank(row, leftBlank);
    queue.put(oid, entry);
  }

  /** What is stored stands in the field again. */
  function back(row) {
    queue.drop(row.dataset.oid);
    F.write(row, row.dataset.stored || null, row.dataset.unit || null);
    showBlank(row, row.dataset.blank || null);
    rest(row);
  }

  /** What was sent and not heard of may be stored: then what stood before is entered anew, after it. */
  function discard(row) {
    const sent = queue.entries[row.dataset.oid]?.sent;
    if (sent && !sent.file) {
      F.write(row, row.dataset.stored || null, row.dataset.unit || null);
      enter(row, row.dataset.stored || null, row.dataset.blank || null);
    } else {
      back(row);
    }
    summary();
  }

  function rest(row) {
    sign(row.dataset.oid, Number(row.dataset.revision) > 0 ? "stored" : "idle");
  }

  async function askReason(oid) {
    const row = rows.get(oid);
    const said = await Casebook.ask({ title: words.whyChange, text: row.querySelector(".item-label").textContent + ": " + F.shown(row, row.dataset.stored, row.dataset.unit) + " → " + F.shown(row, F.read(row), F.unit(row)) + ". " + words.whyChangeText, reason: "required" });
    if (!said) {
      back(row);
    }
    return said;
  }

  /** One question after the other: two files can meet others' at the same moment. */
  let asked = Promise.resolve();
  function conflict(...met) {
    asked = asked.then(quiet).then(() => conflictNow(...met));
    return asked;
  }

  /** No question falls into the middle of what the person types elsewhere. */
  const QUIET = 700;
  async function quiet() {
    for (let left = lastKey + QUIET - Date.now(); left > 0; left = lastKey + QUIET - Date.now()) {
      await new Promise((resolve) => { setTimeout(resolve, left); });
    }
  }

  function conflictNow(oid, entry, stored, sentence) {
    const row = rows.get(oid);
    const dialog = document.getElementById("conflict-dialog");
    const reason = document.getElementById("conflict-reason");
    const error = document.getElementById("conflict-error");
    const told = (text, blank, unit) => (blank ? blankWord(blank) : F.shown(row, text, unit));
    document.getElementById("conflict-text").textContent = row.querySelector(".item-label").textContent + ": " + (stored.by ? words.conflictBy.replace("{0}", stored.by).replace("{1}", Casebook.time(stored.at)) : sentence);
    document.getElementById("conflict-stored").textContent = told(stored.text, stored.leftBlank, stored.unit);
    document.getElementById("conflict-yours").textContent = told(entry.text, entry.leftBlank, entry.unit);
    reason.value = "";
    error.textContent = "";
    dialog.showModal();
    return new Promise((resolve) => {
      const end = (mine) => {
        if (mine && !reason.value.trim()) {
          error.textContent = Casebook.words().reasonNeeded;
          reason.focus();
          return;
        }
        dialog.removeEventListener("close", keep);
        if (!mine) {
          queue.revisions[oid] = stored.revision;
          Object.assign(row.dataset, { revision: stored.revision, stored: stored.text ?? "", blank: stored.leftBlank ?? "", unit: stored.unit ?? "" });
          back(row);
        }
        Casebook.shut(dialog, () => resolve(mine ? { reason: reason.value.trim() } : null));
      };
      const keep = () => end(false);
      dialog.addEventListener("close", keep);
      document.getElementById("conflict-theirs").onclick = keep;
      document.getElementById("conflict-mine").onclick = () => end(true);
    });
  }

  // ---- acts ----
  function leaveBlank(row) {
    const dialog = document.getElementById("blank-dialog");
    dialog.dataset.oid = row.dataset.oid;
    dialog.showModal();
  }

  let completing = false;
  async function complete() {
    if (!completing) {
      completing = true;
      await completeOnce().finally(() => { completing = false; });
    }
  }

  async function completeOnce() {
    const field = document.activeElement?.closest?.(".item");
    if (field) {
      await commit(field);
    }
    if (!(await queue.settled())) {
      Casebook.toast(words.someNotStored.replace("{0}", queue.unsent().length), "bad");
      return;
    }
    if (!(await Casebook.ask({ title: words.completeTitle, text: words.completeText }))) {
      return;
    }
    const answer = await queue.complete();
    if (answer.ok) {
      queue.completed();
    } else if (answer.status === 401) {
      Casebook.sessionEnded();
    } else {
      Casebook.toast(answer.data.sentence, "bad");
      (answer.data.missing || []).forEach((oid) => {
        missing.add(oid);
        say(rows.get(oid), "MISSING", words.missing);
      });
      summary();
      if (answer.data.missing?.length) {
        F.focus(rows.get(answer.data.missing[0]));
      }
    }
  }

  /** On to the next item. An answer that was chosen may show or hide it: what the server says of that is waited for, shortly. */
  function next(row) {
    if (queue.entries[row.dataset.oid] && (F.boxes(row).length || row.querySelector("select, .search-choice"))) {
      window.CaseFormAhead.wait(queue.settled(), () => onward(row));
    } else {
      onward(row);
    }
  }

  function onward(row) {
    const list = visible().filter((one) => !one.querySelector("output"));
    const after = list[list.indexOf(row) + 1];
    if (after) {
      F.focus(after);
    } else {
      document.getElementById("complete")?.focus();
    }
  }

  form.addEventListener("change", (event) => {
    const row = event.target.closest(".item");
    if (!row) {
      return;
    }
    if (event.target.matches(".scale-range")) {
      F.mark(row);
    }
    commit(row);
  });

  /** What is being typed is kept while it differs from what is stored, or on its way there. */
  function keepDraft(row, field) {
    const oid = row.dataset.oid;
    const waiting = queue.entries[oid];
    if (waiting && !waiting.draft && waiting.text === F.read(row)) {
      return;
    }
    if (document.activeElement === field && (F.read(row) ?? "") !== F.asShown(row, row.dataset.stored)) {
      queue.draft(oid, F.read(row), F.unit(row));
      sign(oid, "typing");
    } else if (queue.entries[oid]?.draft && !queue.entries[oid].sent) {
      queue.drop(oid);
      rest(row);
    }
  }

  /** A pause this long in a text of words stores it, as leaving does; each is a change of its own in the trail. */
  const PAUSE = 600;
  let typing;
  let pausing;
  form.addEventListener("input", (event) => {
    const row = event.target.closest(".item");
    if (!row || !correctable) {
      return;
    }
    if (event.target.matches(".scale-range")) {
      F.mark(row);
    }
    F.slide(row);
    clearTimeout(typing);
    if (event.target.matches("input[type=text], textarea, input:not([type])")) {
      const left = () => !reasonNeeded && document.activeElement !== event.target;
      typing = setTimeout(() => (left() ? commit(row) : keepDraft(row, event.target)), 300);
      clearTimeout(pausing);
      // numbers, dates and codes half typed would be judged by checks as if they were meant
      if (!reasonNeeded && event.target.closest(".type-text, .type-long-text")) {
        pausing = setTimeout(() => document.activeElement === event.target && commit(row, true), PAUSE);
      }
    }
  });

  // an untouched line stands at its low end: a click right there changes nothing for the browser, and is a mark all the same
  form.addEventListener("click", (event) => {
    const row = event.target.closest(".item");
    if (correctable && event.target.matches(".scale-range.unmarked")) {
      F.mark(row);
      commit(row);
    }
  });

  document.addEventListener("visibilitychange", () => {
    const row = document.activeElement?.closest?.(".item");
    if (document.visibilityState === "hidden" && row && !reasonNeeded) {
      commit(row);
    }
  });

  addEventListener("beforeunload", (event) => {
    // before another person's eyes the page goes without a question
    if (!document.body.hidden && (queue.files().length || queue.failed().length)) {
      event.preventDefault();
    }
  });

  document.addEventListener("click", (event) => {
    const jump = event.target.closest("[data-jump]");
    if (jump) {
      event.preventDefault();
      look(false);
      F.focus(rows.get(jump.dataset.jump));
      return;
    }
    if (!event.target.closest("#form-look")) {
      look(false);
    } else if (event.target.closest("#form-look-button")) {
      look(!looking());
    }
    const chosen = event.target.closest("#blank-dialog [data-blank]");
    if (chosen) {
      leave(chosen.dataset.blank || null);
      return;
    }
    const act = event.target.closest("[data-form-act]");
    const row = event.target.closest(".item");
    if (act?.dataset.formAct === "complete") {
      complete();
    } else if (act?.dataset.formAct === "blank") {
      leaveBlank(row);
    } else if (act?.dataset.formAct === "reading") {
      F.write(row, act.dataset.text);
      commit(row).then(() => F.focus(row));
    } else if (act?.dataset.formAct === "retry") {
      queue.retry(row.dataset.oid);
    } else if (act?.dataset.formAct === "discard") {
      discard(row);
    } else if (act?.dataset.formAct === "side") {
      window.CaseFormSide.open(row);
    }
  });

  function leave(code) {
    const dialog = document.getElementById("blank-dialog");
    const row = rows.get(dialog.dataset.oid);
    dialog.close();
    if (!code && !row.classList.contains("is-blank")) {
      // there is no reason to take back; what stands in the field is no reason
      F.focus(row);
      return;
    }
    F.write(row, null);
    enter(row, null, code).then(() => F.focus(row));
  }

  document.getElementById("blank-dialog").addEventListener("keydown", (event) => {
    const buttons = document.querySelectorAll("#blank-dialog [data-blank]");
    const index = event.key === "0" ? 4 : Number(event.key) - 1;
    if (buttons[index] && /^[0-4]$/.test(event.key)) {
      event.preventDefault();
      buttons[index].click();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey) {
      return;
    }
    const row = event.target.closest(".item");
    const typed = event.target.matches("textarea, input:not([type=radio], [type=checkbox])");
    if (event.altKey) {
      altKey(event, row);
    } else if (event.key === "Escape" && looking()) {
      look(false);
    } else if (event.key === "?" && !typed) {
      document.getElementById("keys-dialog").showModal();
    } else if (row && event.key === "Enter" && !event.target.matches("textarea, button, a")) {
      event.preventDefault();
      next(row);
    } else if (row && !typed) {
      choiceKey(event, row);
    }
  });

  function altKey(event, row) {
    const key = event.code;
    if (key === "KeyB" && row && correctable) {
      event.preventDefault();
      leaveBlank(row);
    } else if (key === "KeyI" && row) {
      event.preventDefault();
      window.CaseFormSide.open(row);
    } else if (key === "KeyL" && !document.getElementById("form-look-button").hidden) {
      event.preventDefault();
      look(!looking());
      (looking() ? document.querySelector("#form-summary-list a") : null)?.focus();
    } else if (key === "KeyC" && document.getElementById("complete")) {
      event.preventDefault();
      complete();
    }
  }

  function choiceKey(event, row) {
    const boxes = F.boxes(row);
    if (!boxes.length) {
      return;
    }
    const box = /^[1-9]$/.test(event.key) ? boxes[Number(event.key) - 1] : null;
    if (box) {
      event.preventDefault();
      box.focus();
      if (!box.checked || box.type === "checkbox") {
        box.click();
      }
    } else if ((event.key === "Delete" || event.key === "Backspace") && F.read(row) !== null) {
      event.preventDefault();
      F.write(row, null);
      commit(row);
    }
  }

  form.addEventListener("submit", (event) => event.preventDefault());

  // ---- what an ended session or a closed browser left behind ----
  async function restore() {
    await queue.ready;
    const kept = queue.left.filter((oid) => rows.has(oid) && queue.entries[oid]).map((oid) => [oid, queue.entries[oid]]);
    if (!correctable) {
      // the form was closed to entries meanwhile: what he typed is told, and stays on the device until it is open again
      kept.forEach(([oid, entry]) => {
        reveal(rows.get(oid));
        say(rows.get(oid), "NOT_STORED", words.typedNotStored.replace("{0}", F.shown(rows.get(oid), entry.text, entry.unit)));
      });
      return;
    }
    if (!kept.length) {
      return;
    }
    let told = false;
    kept.forEach(([oid, entry]) => {
      const row = rows.get(oid);
      if ((entry.text ?? "") === row.dataset.stored && (entry.leftBlank ?? "") === row.dataset.blank && (entry.unit ?? "") === row.dataset.unit) {
        queue.drop(oid);
        return;
      }
      F.write(row, entry.text, entry.unit);
      showBlank(row, entry.leftBlank);
      told = true;
      if (reasonNeeded && !entry.reason) {
        enter(row, entry.text, entry.leftBlank);
      } else {
        queue.entries[oid] = { ...entry, draft: false, pause: false, key: entry.key || crypto.randomUUID(), state: "waiting" };
        sign(oid, "storing");
      }
    });
    queue.keep();
    if (told) {
      Casebook.toast(words.restored);
    }
    queue.pump();
  }

  /** What others changed meanwhile: shown where the person has not begun to type, without moving what he looks at. */
  function hear(data) {
    if (data.form.revision < queue.formRevision) {
      return [];
    }
    const newer = (data.items || []).filter((item) => rows.has(item.oid) && !queue.holds(item.oid));
    const texts = newer.filter((item) => (item.text ?? "") !== rows.get(item.oid).dataset.stored || (item.leftBlank ?? "") !== rows.get(item.oid).dataset.blank || (item.unit ?? "") !== rows.get(item.oid).dataset.unit);
    queue.learn(data);
    keepPlace(() => {
      newer.forEach((item) => show(item, false));
      texts.forEach((item) => {
        const field = document.activeElement;
        const at = rows.get(item.oid).contains(field) && field.selectionStart;
        F.write(rows.get(item.oid), item.text ?? null, item.unit ?? null);
        if (typeof at === "number") {
          field.setSelectionRange(at, at);
        }
        sign(item.oid, "stored");
      });
      summary();
    });
    return texts;
  }

  /** Whoever comes to fill the form can type at once: where the first answer is still to be given. */
  function begin() {
    const open = visible().find((row) => !row.dataset.stored && !row.dataset.blank && !row.querySelector(".item-field output"));
    if (open && (document.activeElement === document.body || !document.activeElement)) {
      F.focus(open);
    }
  }

  /** What the page was sent with is not what stands in the field: somebody typed before this script was there. */
  const typedBefore = (field) => (field.matches("[type=radio], [type=checkbox]") ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);
  rows.forEach((row) => {
    const field = correctable && [...row.querySelectorAll(".item-field input:not([type=range], [type=file], .calendar-days), .item-field textarea")].find(typedBefore);
    if (field && field === document.activeElement) {
      keepDraft(row, field);
    } else if (field) {
      commit(row);
    }
  });

  window.CaseForm = { rows, queue, form, visible, hear, renew };
  addEventListener("load", () => {
    restore();
    summary();
    foot();
    const named = decodeURIComponent(location.hash.slice(1)).replace(/^item-/, "");
    if (rows.has(named)) {
      F.focus(rows.get(named));
    } else if (correctable && form.dataset.state === "STARTED" && matchMedia("(pointer: fine)").matches) {
      begin();
    }
  });
})();
