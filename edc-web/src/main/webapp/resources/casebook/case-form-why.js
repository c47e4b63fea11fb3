/* “Why?” on the form: beside what stands against an item, for what is not asked, and for the form as a whole; Alt+W. */
window.CaseFormWhy = (function () {
  "use strict";

  const form = document.getElementById("case-form");
  const why = window.CasebookWhy;
  if (!form || !why) {
    return null;
  }
  const own = () => window.CaseFormSeat.address("why/", "");
  const label = (row) => row.querySelector(".item-label").textContent;
  const address = (row) => own() + "/items/" + encodeURIComponent(row.dataset.oid);
  const button = (row) => why.button(address(row), label(row));

  /** Every line that a rule of the study put there can be asked why. */
  function dress(line, row) {
    if (line.dataset.check !== "NOT_STORED" && !line.querySelector(".why-button")) {
      line.append(button(row));
    }
  }

  function dressAll() {
    form.querySelectorAll(".item").forEach((row) => row.querySelectorAll(".message").forEach((line) => dress(line, row)));
  }

  // ---- what is not asked ----
  function notAsked() {
    form.querySelectorAll(".form-section").forEach((section) => {
      const hidden = [...section.querySelectorAll(".item")].filter((row) => row.hidden);
      const box = section.querySelector(".not-asked") || (hidden.length ? line(section) : null);
      if (!box) {
        return;
      }
      const text = hidden.length === 0 ? why.words.allAsked : hidden.length === 1 ? why.words.oneNotAsked : why.words.notAsked.replace("{0}", hidden.length);
      const head = box.querySelector("button");
      if (head.textContent !== text) {
        head.textContent = text;
      }
      head.disabled = hidden.length === 0;
      box.querySelector("ul").replaceChildren(...hidden.map((row) => {
        const one = document.createElement("li");
        one.append(label(row) + " ", button(row));
        return one;
      }));
    });
  }

  function line(section) {
    const box = document.createElement("div");
    box.className = "not-asked";
    const head = document.createElement("button");
    head.type = "button";
    head.className = "link-button";
    head.setAttribute("aria-expanded", "false");
    const list = document.createElement("ul");
    list.hidden = true;
    head.addEventListener("click", () => {
      list.hidden = !list.hidden;
      head.setAttribute("aria-expanded", String(!list.hidden));
    });
    box.append(head, list);
    section.append(box);
    return box;
  }

  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyW" && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      const row = event.target.closest?.(".item");
      why.ask(row ? address(row) : own(), row ? label(row) : "");
    }
  });

  form.addEventListener("casebook:stored", notAsked);
  dressAll();
  notAsked();
  return { dress };
})();
