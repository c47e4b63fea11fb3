/* The panel beside the form: history, queries and verification of one item; badges on the items; the monitor's keys. */
window.CaseFormSide = (function () {
  "use strict";

  const form = document.getElementById("case-form");
  const side = document.getElementById("side");
  if (!form || !side) {
    return { open() {} };
  }
  const says = window.CaseFormSays;
  const words = document.getElementById("side-words").dataset;
  const { begun } = window.CaseFormSeat;
  const id = () => Number(form.dataset.form);
  const canVerify = form.dataset.verifiable === "true";
  const canQuery = form.dataset.queryable === "true";
  // of these the old and the new value are shown; of other entries the act
  const ENTRY = ["item-changed", "item-left-blank", "item-unit-changed"];
  let row = null;
  let opener = null;
  let queries = [];
  let ticks = new Map();

  // ---- small builders ----
  function make(name, className, text) {
    const element = document.createElement(name);
    element.className = className || "";
    if (text !== undefined) {
      element.textContent = text;
    }
    return element;
  }

  function button(text, icon, act, className) {
    const one = make("button", "button small " + (className || ""));
    one.type = "button";
    one.append(make("span", "pi pi-" + icon), text);
    one.firstChild.setAttribute("aria-hidden", "true");
    one.addEventListener("click", act);
    return one;
  }

  const fill = (text, ...values) => values.reduce((done, value, index) => done.replace("{" + index + "}", value), text);
  const time = (iso) => {
    const element = make("time", "soft", Casebook.time(iso));
    element.dateTime = iso;
    return element;
  };
  const told = (text) => window.CaseFormFields.shown(row, text);

  // ---- badges ----
  async function refresh() {
    if (!begun()) {
      return;
    }
    const [asked, verified] = await Promise.all([Casebook.api("GET", "/entry/queries?form=" + id()), Casebook.api("GET", "/entry/verifications?form=" + id())]);
    queries = asked.ok ? asked.data.queries || [] : [];
    ticks = new Map((verified.ok ? verified.data.items || [] : []).map((tick) => [tick.item, tick]));
    form.querySelectorAll(".item").forEach(badges);
    if (row) {
      draw();
    }
  }

  function badges(one) {
    const box = one.querySelector(".item-badges");
    const own = queries.filter((query) => query.item === one.dataset.oid);
    const marks = [["OPEN", "warn", "comment", words.openQuery], ["ANSWERED", "info", "reply", words.answeredQuery]]
      .map(([state, tone, icon, word]) => ({ count: own.filter((query) => query.state === state).length, tone, icon, word }))
      .filter((mark) => mark.count)
      .map((mark) => badge(one, mark.tone, mark.icon, mark.count + " " + mark.word, "queries"));
    if (unsent(one.dataset.oid)) {
      marks.push(badge(one, "warn", "pencil", words.unsent, "queries"));
    }
    const tick = ticks.get(one.dataset.oid);
    if (tick) {
      const stands = tick.state === "VERIFIED";
      marks.push(badge(one, stands ? "good" : "bad", stands ? "check-square" : "exclamation-triangle", stands ? fill(words.verified, tick.by, Casebook.time(tick.at)) : words.changedSince, "verification"));
    }
    box.replaceChildren(...marks);
  }

  /** Whether the person has written something on this item's queries that he has not sent. */
  const unsent = (oid) => says.has("raise-" + oid) || queries.some((query) => query.item === oid && says.has("answer-" + query.id));

  function badge(one, tone, icon, text, tab) {
    const mark = make("button", "badge tone-" + tone);
    mark.type = "button";
    mark.title = text;
    mark.append(make("span", "pi pi-" + icon), make("span", "only-read", text));
    mark.firstChild.setAttribute("aria-hidden", "true");
    mark.addEventListener("click", () => open(one, tab));
    return mark;
  }

  // ---- the panel ----
  /** The form grows narrower beside the panel, and longer: the item stays where it was looked at. */
  function keepPlace(item, change) {
    const before = item.getBoundingClientRect().top;
    change();
    scrollBy({ top: item.getBoundingClientRect().top - before, behavior: "instant" });
  }

  function open(item, tab) {
    opener = document.activeElement;
    if (row) {
      badges(row);
    }
    row = item;
    form.querySelectorAll(".item.looked-at").forEach((one) => one.classList.remove("looked-at"));
    row.classList.add("looked-at");
    keepPlace(row, () => { side.hidden = false; });
    document.getElementById("side-title").textContent = row.querySelector(".item-label").textContent;
    const own = queries.some((query) => query.item === row.dataset.oid && query.state !== "CLOSED");
    choose(tab || (own || unsent(row.dataset.oid) ? "queries" : "history"));
    draw();
    document.getElementById("side-title").focus({ preventScroll: true });
  }

  function close() {
    if (row) {
      keepPlace(row, () => { side.hidden = true; });
      row.classList.remove("looked-at");
      badges(row);
    }
    row = null;
    opener?.focus?.();
  }

  function choose(name) {
    side.querySelectorAll("[role=tab]").forEach((tab) => {
      const on = tab.dataset.tab === name;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      document.getElementById("side-" + tab.dataset.tab).hidden = !on;
    });
    define();
  }

  /** What the item is, once somebody looks at it. */
  function define() {
    const box = document.getElementById("side-definition");
    if (box && !box.hidden && row && box.dataset.of !== row.dataset.oid) {
      window.CaseFormCard.draw(box, row.dataset.oid);
    }
  }

  function draw() {
    define();
    drawHistory();
    drawQueries();
    drawVerification();
  }

  async function drawHistory() {
    const box = document.getElementById("side-history");
    const oid = row.dataset.oid;
    if (!box.firstChild) {
      box.replaceChildren(make("p", "soft", words.loading));
    }
    if (!begun()) {
      box.replaceChildren(make("p", "soft", words.noHistory));
      return;
    }
    const answer = await Casebook.api("GET", "/entry/forms/" + id() + "/items/" + encodeURIComponent(oid) + "/history");
    if (!row || row.dataset.oid !== oid) {
      return;
    }
    if (!answer.ok) {
      box.replaceChildren(make("p", "field-error", answer.data.sentence));
      return;
    }
    const lines = answer.data;
    box.replaceChildren(lines.length ? list(lines.slice().reverse().map(historyLine)) : make("p", "soft", words.noHistory));
  }

  function list(items) {
    const all = make("ol", "timeline");
    all.append(...items);
    return all;
  }

  /** A left-blank reason as its button says it. */
  function blankWord(code) {
    const button = code && document.querySelector('#blank-dialog [data-blank="' + CSS.escape(code) + '"]');
    return button ? button.lastChild.textContent : told(code);
  }

  function historyLine(line) {
    const one = make("li");
    const change = make("p", "change");
    if (ENTRY.includes(line.action)) {
      const say = line.action === "item-left-blank" ? blankWord : told;
      const before = line.oldValue ? [make("del", "", say(line.oldValue)), " → "] : [];
      change.append(...before, make("strong", "", say(line.newValue)));
    } else {
      change.append(make("strong", "", line.words));
    }
    const by = make("p", "small");
    by.append(line.by + (line.roles ? ", " + line.roles : "") + " · ", time(line.at));
    one.append(change, by);
    if (line.reason) {
      one.append(make("p", "small", words.because + ": " + line.reason));
    }
    return one;
  }

  function drawQueries() {
    const box = document.getElementById("side-queries");
    const own = queries.filter((query) => query.item === row.dataset.oid);
    const parts = own.length ? own.map(queryCard) : [make("p", "soft", words.noQueries)];
    const raising = "raise-" + row.dataset.oid;
    if (canQuery || says.has(raising)) {
      parts.push(sayBox("raise", raising, words.raiseLabel, words.raise, "comment", ["/entry/queries", { form: id(), item: row.dataset.oid }]));
    }
    keepCursor(box, () => box.replaceChildren(...parts));
  }

  /** The cursor stays in the box in which somebody writes, though it is drawn anew. */
  function keepCursor(box, change) {
    const area = box.contains(document.activeElement) && document.activeElement.dataset.say ? document.activeElement : null;
    const at = area && [area.selectionStart, area.selectionEnd];
    change();
    const again = area && [...box.querySelectorAll("[data-say]")].find((one) => one.dataset.kept === area.dataset.kept);
    if (again) {
      again.focus({ preventScroll: true });
      again.setSelectionRange(...at);
    }
  }

  function queryCard(query) {
    const tone = { OPEN: "warn", ANSWERED: "info", CLOSED: "good" }[query.state] || "quiet";
    const word = { OPEN: words.openQuery, ANSWERED: words.answeredQuery, CLOSED: words.closedQuery }[query.state];
    const card = make("article", "query");
    card.append(make("span", "status tone-" + tone, word), make("p", "query-text", query.text), by(query));
    (query.messages || []).filter((message, index) => index > 0 || message.text !== query.text).forEach((message) => {
      const line = make("div", "query-message");
      line.append(make("p", "", message.text), by(message));
      card.append(line);
    });
    const url = "/entry/queries/" + query.id;
    // what somebody wrote while another answered still stands there for him
    if (query.answerable || says.has("answer-" + query.id)) {
      card.append(sayBox("answer-" + query.id, "answer-" + query.id, words.answerLabel, words.answer, "reply", [url + "/answer", {}]));
    }
    const acts = make("div", "buttons");
    if (query.closable) {
      acts.append(button(words.close, "check", () => sendWhy(url + "/close", words.close, words.closeWhy)));
    }
    if (query.reopenable) {
      acts.append(button(words.reopen, "replay", () => sendWhy(url + "/reopen", words.reopen, words.reopenWhy)));
    }
    card.append(acts);
    return card;
  }

  function by(one) {
    const line = make("p", "small soft");
    line.append((one.by || "") + " · ", time(one.at));
    return line;
  }

  /** @param name of what is said in it, under which it is kept until it is sent */
  function sayBox(kind, name, label, act, icon, [url, body]) {
    const box = make("div", "say");
    const field = make("label", "field");
    const area = make("textarea");
    area.rows = 2;
    area.maxLength = 2000;
    area.dataset.say = kind;
    area.dataset.kept = name;
    area.value = says.text(name);
    const error = make("p", "field-error");
    error.setAttribute("role", "alert");
    area.addEventListener("input", () => {
      error.textContent = "";
      says.put(name, area.value);
    });
    field.append(make("span", "field-label", label), area);
    box.append(field, error, button(act, icon, () => {
      if (!area.value.trim()) {
        error.textContent = Casebook.words().textNeeded;
        area.focus();
        return;
      }
      heard(says.send(name, url, body));
    }, "primary"));
    return box;
  }

  const sending = new Set();
  const whys = new Map();

  /** Asks for the words first; they stand there again when what was sent was not taken. */
  async function sendWhy(url, title, text) {
    await once(url, async () => {
      const said = await Casebook.ask({ title, text, reason: "required", value: whys.get(url) });
      if (said) {
        whys.set(url, said.reason);
        if (await heard(Casebook.api("POST", url, { text: said.reason }))) {
          whys.delete(url);
        }
      }
    });
  }

  function send(url, body) {
    return once(url + JSON.stringify(body), () => heard(Casebook.api("POST", url, body)));
  }

  /** A second click while the first is on its way does nothing. */
  async function once(what, act) {
    if (!sending.has(what)) {
      sending.add(what);
      await act().finally(() => sending.delete(what));
    }
  }

  /** Tells what the server answered; null when nothing was sent. */
  async function heard(request) {
    const answer = await request;
    if (!answer) {
      return false;
    }
    if (answer.status === 401) {
      Casebook.sessionEnded();
    } else {
      Casebook.toast(answer.data.sentence || Casebook.words().ok, answer.ok ? "good" : "bad");
    }
    if (answer.ok) {
      await refresh();
    }
    return answer.ok;
  }

  function drawVerification() {
    const box = document.getElementById("side-verification");
    const tick = ticks.get(row.dataset.oid);
    const stands = tick?.state === "VERIFIED";
    const text = !tick ? words.notVerified : stands ? fill(words.verified, tick.by, Casebook.time(tick.at)) : words.changedSince;
    box.replaceChildren(make("p", "", text));
    if (canVerify) {
      const acts = make("div", "buttons");
      acts.append(button(stands ? words.unverify : words.verify, "check-square", () => verify(row), "primary"));
      box.append(acts);
    }
  }

  // ---- the monitor's keys ----
  async function verify(item) {
    const stands = ticks.get(item.dataset.oid)?.state === "VERIFIED";
    await send("/entry/verifications" + (stands ? "/remove" : ""), { form: id(), item: item.dataset.oid });
    if (!stands) {
      step(item, 1);
    }
  }

  function step(item, by) {
    const all = [...form.querySelectorAll(".item")].filter((one) => !one.hidden);
    all[all.indexOf(item) + by]?.querySelector('[data-form-act="side"]').focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && row && !document.querySelector("dialog[open]")) {
      close();
      return;
    }
    const item = event.target.closest?.(".item") || (side.contains(event.target) ? row : null);
    const typing = event.target.matches?.("textarea, select, input:not([type=radio], [type=checkbox])");
    if (!item || typing || event.ctrlKey || event.altKey || event.metaKey || form.dataset.correctable === "true") {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === "v" && canVerify) {
      event.preventDefault();
      verify(item);
    } else if (key === "q" && canQuery) {
      event.preventDefault();
      open(item, "queries");
      side.querySelector('[data-say="raise"]').focus();
    } else if (key === "arrowdown" || key === "arrowup") {
      event.preventDefault();
      step(item, key === "arrowdown" ? 1 : -1);
    }
  });

  side.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) {
      choose(tab.dataset.tab);
    } else if (event.target.closest('[data-form-act="side-close"]')) {
      close();
    }
  });

  side.addEventListener("keydown", (event) => {
    const tabs = [...side.querySelectorAll("[role=tab]")];
    const at = tabs.indexOf(event.target);
    if (at >= 0 && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
      const other = tabs[(at + (event.key === "ArrowRight" ? 1 : tabs.length - 1)) % tabs.length];
      choose(other.dataset.tab);
      other.focus();
    }
  });

  form.addEventListener("casebook:stored", (event) => {
    if (event.detail.stirred) {
      refresh();
    } else if (row?.dataset.oid === event.detail.oid) {
      drawHistory();
    }
  });
  form.addEventListener("casebook:done", () => refresh());
  says.ready.finally(refresh);
  return { open };
})();
