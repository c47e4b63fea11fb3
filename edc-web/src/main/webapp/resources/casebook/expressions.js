/* Trying expressions: checked while they are typed, then tried on values or on a participant. All text goes in as text. */
(function () {
  "use strict";

  const form = document.getElementById("expression");
  const text = document.getElementById("expression-text");
  const state = document.getElementById("expression-state");
  const faultList = document.getElementById("expression-faults");
  const names = document.getElementById("expression-names");
  const result = document.getElementById("expression-result");
  const typed = new Map(); // what was typed for a name stays while the expression changes
  let asked = 0;

  function made(kind, words, style) {
    const element = document.createElement(kind);
    element.textContent = words || "";
    element.className = style || "";
    return element;
  }

  function draft() {
    return { version: form.dataset.version, form: form.elements.form.value, text: text.value };
  }

  function say(words, tone) {
    state.textContent = words;
    state.className = "expression-state " + (tone || "");
    text.setAttribute("aria-invalid", String(tone === "bad"));
  }

  /** The line with the place marked, and what is wrong there. */
  function faultLine(fault) {
    const item = made("li");
    const line = text.value.split("\n")[fault.line - 1] || "";
    const at = Math.min(fault.column - 1, line.length);
    const word = (/^[\w.]+/.exec(line.slice(at)) || [line.slice(at, at + 1) || " "])[0];
    const shown = made("pre");
    shown.append(line.slice(0, at), made("mark", word), line.slice(at + word.length));
    item.append(shown, made("span", fault.line + ":" + fault.column + "  " + fault.sentence));
    return item;
  }

  function field(name, at) {
    const box = made("div", "", "field");
    const id = "expression-value-" + at;
    const label = made("label", name.name, "field-label mono");
    label.htmlFor = id;
    const input = name.type === "ROWS" || !name.ofRows ? inputOf(name) : made("textarea");
    input.id = id;
    input.dataset.name = name.name;
    input.autocomplete = "off";
    input.value = typed.get(name.name) || "";
    input.addEventListener("input", () => typed.set(name.name, input.value));
    const hint = made("span", hintOf(name), "hint");
    hint.id = id + "-hint";
    input.setAttribute("aria-describedby", hint.id);
    box.append(label, input, hint);
    return box;
  }

  function hintOf(name) {
    if (name.type === "ROWS") {
      return names.dataset.count;
    }
    const codes = name.codes.length ? " (" + name.codes.join(", ") + ")" : "";
    return (name.question === name.name ? "" : name.question) + codes + (name.ofRows ? " · " + names.dataset.rows : "");
  }

  function inputOf(name) {
    if (name.type !== "CHOICE" && name.type !== "BOOLEAN") {
      return made("input");
    }
    const choice = made("select");
    const codes = name.type === "BOOLEAN" ? ["true", "false"] : name.codes;
    for (const code of ["", ...codes]) {
      choice.append(new Option(code, code));
    }
    return choice;
  }

  function refused(answer) {
    if (answer.status === 401) {
      Casebook.sessionEnded();
    } else {
      say(answer.data.sentence, "bad");
    }
  }

  async function check() {
    const turn = ++asked;
    if (!text.value.trim()) {
      say(state.dataset.empty);
      faultList.hidden = true;
      names.replaceChildren();
      return;
    }
    const answer = await Casebook.api("POST", "/entry/expressions", draft());
    if (turn !== asked) {
      return; // typed on meanwhile
    }
    if (!answer.ok) {
      refused(answer);
      return;
    }
    const good = answer.data.faults.length === 0;
    say(answer.data.sentence, good ? "good" : "bad");
    faultList.replaceChildren(...answer.data.faults.map(faultLine));
    faultList.hidden = good;
    if (good) {
      names.replaceChildren(...answer.data.names.map(field));
      if (!answer.data.names.length) {
        names.append(made("p", names.dataset.none, "hint"));
      }
    }
  }

  function step(part) {
    const item = made("li");
    const line = made("div", "", "expression-step");
    const known = typeof part.value === "string"; // what is not known is left out of the answer
    const value = made("b", known ? part.value : result.dataset.unknown, known ? "mono" : "unknown");
    line.append(made("code", part.text), value);
    item.append(line);
    if (part.parts.length) {
      const inside = made("ul");
      inside.append(...part.parts.map(step));
      item.append(inside);
    }
    return item;
  }

  async function attempt(url, more) {
    const answer = await Casebook.api("POST", url, Object.assign(draft(), more));
    if (!answer.ok) {
      result.hidden = true;
      if (answer.status === 401) {
        Casebook.sessionEnded();
      } else {
        Casebook.toast(answer.data.sentence, "bad");
      }
      return;
    }
    document.getElementById("expression-gives").textContent = answer.data.sentence;
    document.getElementById("expression-steps").replaceChildren(step(answer.data.step));
    result.hidden = false;
    result.focus();
  }

  let waiting;
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(check, 300);
  }

  text.addEventListener("input", soon);
  form.elements.form.addEventListener("change", check);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("expression-values").addEventListener("submit", (event) => {
    event.preventDefault();
    const values = {};
    names.querySelectorAll("[data-name]").forEach((input) => (values[input.dataset.name] = input.value));
    attempt("/entry/expressions/values", { values });
  });
  document.getElementById("expression-participant")?.addEventListener("submit", (event) => {
    event.preventDefault();
    const sent = event.target.elements;
    attempt("/entry/expressions/participant", { subject: sent.subject.value, event: sent.event.value, row: sent.row.value });
  });
})();
