/*
 * Keys typed while the next item is being found out: they are meant for that item, and are done there when it is known, one
 * after the other, as the browser itself would have done them. No button is pressed by them: nobody saw it.
 */
window.CaseFormAhead = (function () {
  "use strict";

  // an answer that does not come is not waited for; longer where somebody types on without seeing where
  const MOST_MS = 1000;
  const MOST_TYPING_MS = 10_000;
  // what a list takes for one word, as browsers do
  const WORD_MS = 1000;
  const ALONE = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock", "Fn", "Dead", "Compose", "Insert"];
  // what follows is composed by the browser, in the field that has the focus
  const COMPOSED = ["Process", "Unidentified"];

  let keys = [];
  /** Goes on to the next item; null while nothing is waited for. */
  let go = null;
  let waiting = null;
  let playing = false;
  let hurried = false;
  let word = null;
  /** Whether the last answer came; a line that is dead holds nobody up twice. */
  let answered = true;

  const asked = () => document.querySelector("dialog[open]");

  /**
   * @param work what is waited for, shortly
   * @param onward goes on to the next item
   */
  function wait(work, onward) {
    if (hurried) {
      onward();
      return;
    }
    go = onward;
    waiting = document.activeElement;
    const over = (come) => {
      answered = go === onward ? come : answered || come;
      arrived(onward);
    };
    work.finally(() => over(true));
    setTimeout(() => (keys.length && answered) || arrived(onward), MOST_MS);
    setTimeout(() => over(false), MOST_TYPING_MS);
  }

  function arrived(onward) {
    if (go !== onward) {
      return;
    }
    // a question comes first; what was typed is still meant for the next item
    if (asked()) {
      asked().addEventListener("close", () => setTimeout(() => arrived(onward)), { once: true });
      return;
    }
    go = null;
    onward();
    play();
  }

  async function play() {
    if (playing) {
      return;
    }
    playing = true;
    while (keys.length && !go) {
      press(keys.shift());
      // what a key set off comes before the next one
      await new Promise((resolve) => { setTimeout(resolve); });
    }
    playing = false;
  }

  /** Does at once what was typed: the person goes elsewhere, or does what can only be done in the field itself. */
  function hurry() {
    const onward = go;
    const { scrollX, scrollY } = window;
    go = null;
    hurried = true;
    onward?.();
    while (keys.length) {
      press(keys.shift());
    }
    hurried = false;
    // what the pointer is on stays below it
    scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
  }

  function leave() {
    if (keys.length) {
      hurry();
    }
    go = null;
  }

  const busy = () => playing || (go && !asked());

  document.addEventListener("keydown", (event) => {
    const third = event.getModifierState("AltGraph");
    const command = (event.ctrlKey || event.metaKey) && !third;
    if (!busy() || !event.isTrusted || ALONE.includes(event.key) || /^F\d+$/.test(event.key) || (command && event.code === "KeyV")) {
      return;
    }
    if (event.isComposing || COMPOSED.includes(event.key) || command) {
      hurry();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    keys.push({ key: event.key, code: event.code, altKey: event.altKey && !third, shiftKey: event.shiftKey, at: event.timeStamp });
  }, true);

  document.addEventListener("paste", (event) => {
    if (busy()) {
      event.preventDefault();
      keys.push({ key: "Insert", text: event.clipboardData.getData("text/plain") });
    }
  }, true);

  document.addEventListener("pointerdown", (event) => {
    if ((go || playing) && !event.target.closest?.("dialog")) {
      leave();
    }
  }, true);

  // a page that goes may not come back
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      leave();
    }
  });

  document.addEventListener("focusin", (event) => {
    if (go && event.target !== waiting && !event.target.closest("dialog")) {
      leave();
      event.target.focus();
    }
  });

  // ---- what a browser does with a key that nobody else took ----
  function press(key) {
    const field = document.activeElement || document.body;
    if (!field.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true })) || key.altKey) {
      return;
    }
    if (key.key === "Tab") {
      step(field, key.shiftKey ? -1 : 1);
    } else if (field.matches("select")) {
      inList(field, key);
    } else if (field.matches("[type=radio], [type=checkbox]")) {
      inBoxes(field, key);
    } else if (field.matches("textarea, input")) {
      inText(field, key);
    }
  }

  function inText(field, { key, text }) {
    const edit = { Backspace: "delete", Delete: "forwardDelete" }[key];
    const end = field.value.length;
    const place = { Home: 0, End: end, ArrowLeft: Math.max(field.selectionStart - 1, 0), ArrowRight: Math.min(field.selectionEnd + 1, end) }[key];
    if (edit) {
      document.execCommand(edit);
    } else if (text) {
      document.execCommand("insertText", false, text);
    } else if (key.length === 1 || (key === "Enter" && field.matches("textarea"))) {
      // as the person's own hand would, so that leaving the field is a change
      document.execCommand("insertText", false, key.length === 1 ? key : "\n");
    } else if (place !== undefined && field.matches("textarea, [type=text]")) {
      field.setSelectionRange(place, place);
    }
  }

  function inBoxes(field, { key }) {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
    if (key === " ") {
      field.click();
    } else if (by && field.type === "radio") {
      const group = [...document.querySelectorAll('[type=radio][name="' + CSS.escape(field.name) + '"]')];
      const next = group[(group.indexOf(field) + by + group.length) % group.length];
      next.focus();
      next.click();
    }
  }

  function inList(list, { key, at }) {
    const last = list.options.length - 1;
    const now = list.selectedIndex;
    const place = { ArrowDown: now + 1, ArrowRight: now + 1, ArrowUp: now - 1, ArrowLeft: now - 1, Home: 0, End: last }[key];
    if (place !== undefined) {
      choose(list, Math.min(Math.max(place, 0), last));
    } else if (key.length === 1) {
      const going = word?.list === list && at - word.at < WORD_MS;
      word = { list, at, text: (going ? word.text : "") + key.toLowerCase() };
      choose(list, found(list, word.text));
    }
  }

  /** Answers that begin so, from where the list stands; the same letter again is the next answer that begins with it. */
  function found(list, text) {
    const same = [...text].every((letter) => letter === text[0]);
    const begin = same ? text[0] : text;
    const size = list.options.length;
    const order = Array.from({ length: size }, (none, index) => (list.selectedIndex + index + (same ? 1 : 0) + size) % size);
    return order.find((index) => list.options[index].text.trim().toLowerCase().startsWith(begin)) ?? list.selectedIndex;
  }

  function choose(list, index) {
    if (index !== list.selectedIndex) {
      list.selectedIndex = index;
      ["input", "change"].forEach((kind) => list.dispatchEvent(new Event(kind, { bubbles: true })));
    }
  }

  function step(field, by) {
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((one) => one === field || stop(one, field, by));
    const next = stops[stops.indexOf(field) + by];
    next?.focus();
    if (next?.matches("[type=text]")) {
      next.select();
    }
  }

  /** Of radio buttons one alone is on the way: the one that is marked, or the first that is met. */
  function stop(one, field, by) {
    if (one.tabIndex < 0 || one.disabled || !one.checkVisibility({ visibilityProperty: true })) {
      return false;
    }
    if (one.type !== "radio") {
      return true;
    }
    const group = [...document.querySelectorAll('[type=radio][name="' + CSS.escape(one.name) + '"]')];
    return !group.includes(field) && one === (group.find((other) => other.checked) || group[by > 0 ? 0 : group.length - 1]);
  }

  return { wait };
})();
