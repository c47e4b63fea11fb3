/*
 * What this person typed on this device into a form that was left before it was stored (case-form-drafts.js) is told on every
 * page until it is stored, with a link to where it is sent again.
 */
(async function () {
  "use strict";

  const main = document.getElementById("main");
  const person = Casebook.meta("person");
  if (!main || !person || !navigator.locks) {
    return;
  }
  const start = "casebook-unsent:" + person + ":";
  const form = document.getElementById("case-form");
  // what was left of the form that is open here is sent by it
  const own = form ? [form.dataset.form, form.dataset.seatName].filter(Boolean).map((name) => start + name + ":") : [];
  const held = new Set((await navigator.locks.query()).held.map((lock) => lock.name));
  const left = Object.keys(localStorage).filter((place) => place.startsWith(start) && !held.has(place) && !own.some((name) => place.startsWith(name)));
  if (!left.length) {
    return;
  }
  const note = document.createElement("p");
  note.className = "note tone-warn";
  note.id = "unsent-note";
  note.setAttribute("role", "status");
  note.append(Casebook.words().unsent);
  const begun = left.map((place) => [place.slice(start.length).split(":")[0], localStorage.getItem(place).split(".")[0].split("|")[1] || ""]).filter(([name, study]) => /^\d+$/.test(name) && study);
  new Map(begun).forEach((study, name) => {
    const link = document.createElement("a");
    link.href = "/capture/case-form.xhtml?study=" + study + "&form=" + name;
    link.textContent = Casebook.words().unsentOpen;
    note.append(" ", link);
  });
  main.prepend(note);
})();
