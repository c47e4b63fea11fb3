/* The way from form to form, and what the same items held at the visit before. Asked for once the form is open. */
(function () {
  "use strict";

  const form = document.getElementById("case-form");
  const way = document.getElementById("form-way");
  if (!form || !way) {
    return;
  }
  const own = (what) => window.CaseFormSeat.address("course/", what);
  const fill = (text, ...values) => values.reduce((done, value, index) => done.replace("{" + index + "}", value), text);
  let stops = {};

  // ---- previous and next ----
  async function neighbours() {
    const answer = await Casebook.api("GET", own("/neighbours"));
    if (answer.ok) {
      stops = answer.data;
      point("form-previous", stops.previous, way.dataset.previousOf, way.dataset.noPrevious);
      point("form-next", stops.next, way.dataset.nextOf, way.dataset.noNext);
    }
  }

  function point(id, stop, words, none) {
    const link = document.getElementById(id);
    if (!stop) {
      link.title = none;
      link.querySelector(".only-read").textContent = none;
      return;
    }
    const text = fill(words, stop.name, stop.place);
    link.removeAttribute("aria-disabled");
    link.title = text;
    link.querySelector(".only-read").textContent = text;
    link.href = address(stop);
    link.onclick = (event) => {
      event.preventDefault();
      go(stop);
    };
  }

  /** A form that is not begun is opened at its seat; the row of a log stays below its log. */
  function address(stop) {
    const place = new URLSearchParams(location.search);
    if (place.has("open")) {
      place.set("open", stop.formId);
      return location.pathname + "?" + place + "#opened";
    }
    ["subject", "event", "item"].forEach((name) => place.delete(name));
    place.set("form", stop.formId ?? stop.form);
    if (!stop.formId) {
      place.set("subject", way.dataset.subject);
      place.set("event", stop.event);
    }
    return location.pathname + "?" + place;
  }

  /** What was typed is stored first. */
  async function go(stop) {
    if (!stop) {
      return;
    }
    document.activeElement?.blur?.();
    await window.CaseForm?.queue.settled();
    location.href = address(stop);
  }

  // ---- earlier values ----
  const toggle = document.getElementById("earlier-toggle");
  const kept = "casebook-earlier:" + Casebook.meta("person");

  function wanted() {
    try {
      return localStorage.getItem(kept) !== "no";
    } catch (closed) {
      return true;
    }
  }

  function show(on) {
    form.classList.toggle("with-earlier", on);
    toggle.setAttribute("aria-pressed", String(on));
  }

  async function earlier() {
    const answer = await Casebook.api("GET", own("/earlier"));
    const values = answer.ok ? answer.data : [];
    values.forEach((value) => {
      const entry = document.getElementById("item-" + value.item)?.querySelector(".item-entry");
      if (entry) {
        const line = document.createElement("p");
        line.className = "earlier";
        line.textContent = fill(way.dataset.earlierText, value.visit + (value.date ? ", " + value.date : ""), value.value);
        line.title = line.textContent;
        entry.append(line);
      }
    });
    if (values.length && toggle) {
      toggle.removeAttribute("aria-disabled");
      toggle.classList.remove("waiting-for-values");
      show(wanted());
    }
  }

  function turn() {
    const on = !form.classList.contains("with-earlier");
    try {
      localStorage.setItem(kept, on ? "yes" : "no");
    } catch (closed) {
      // for this page alone, then
    }
    show(on);
  }

  toggle?.addEventListener("click", turn);

  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) {
      return;
    }
    const next = event.shiftKey ? stops.nextVisit : stops.next;
    const previous = event.shiftKey ? stops.previousVisit : stops.previous;
    if (event.code === "KeyN") {
      event.preventDefault();
      go(next);
    } else if (event.code === "KeyP") {
      event.preventDefault();
      go(previous);
    } else if (event.code === "KeyE" && toggle && !toggle.classList.contains("waiting-for-values")) {
      event.preventDefault();
      turn();
    }
  });

  // its visit may have begun with it, and more forms stand on the way
  form.addEventListener("casebook:begun", neighbours);
  neighbours();
  earlier();
})();
