/*
 * The form page on scratch data: nothing is stored. What was typed stays in this page, which sends all of it with each entry
 * and hears what a save would have answered. Loaded after the queue and before the form's script.
 */
(function () {
  "use strict";

  const form = document.getElementById("case-form");
  const own = document.getElementById("preview-words").dataset;
  const side = document.getElementById("side");
  const address = "/entry/preview/versions/" + form.dataset.version + "/forms/" + encodeURIComponent(form.dataset.form);
  const passedOn = "casebook-preview:" + address;
  const values = new Map();
  let scratch;
  Object.assign(document.getElementById("form-words").dataset, own);

  // ---- entries ----
  window.CaseFormQueue = class extends window.CaseFormQueue {
    constructor(formId, hooks) {
      super(formId, hooks);
      this.items = Object.create(null);
      scratch = this;
    }

    load() {
      return Object.create(null);
    }

    keep() {
      // nothing outlives the page
    }

    body(change) {
      return {
        language: form.dataset.language,
        items: Object.values(this.items),
        elsewhere: [...values].map(([name, text]) => ({ name, text })),
        change,
      };
    }

    send(oid, entry) {
      return Casebook.api("POST", address, this.body({ item: oid, text: entry.text, unit: entry.unit ?? null, leftBlank: entry.leftBlank }));
    }

    learn(data, own) {
      super.learn(data, own);
      for (const item of [data.item, ...(data.items || [])]) {
        if (item) {
          this.items[item.oid] = { item: item.oid, text: item.text, unit: item.unit, leftBlank: item.leftBlank, revision: item.revision };
        }
      }
    }

    complete() {
      return Casebook.api("POST", address + "/complete", this.body());
    }

    completed() {
      Casebook.toast(own.completable);
    }

    /** Hears how every item stands. */
    async refresh() {
      await this.settled();
      const answer = await Casebook.api("POST", address, this.body());
      if (answer.ok) {
        this.learn(answer.data);
        this.hooks.saved(null, null, answer.data, false);
      } else if (answer.status === 401) {
        Casebook.sessionEnded();
      }
      return answer;
    }
  };

  // ---- values from elsewhere ----
  const fields = [...document.querySelectorAll("[data-elsewhere]")];
  const fieldsError = (field) => field.closest(".field").querySelector(".field-error");

  function take(field) {
    if (field.value) {
      values.set(field.dataset.elsewhere, field.value);
    } else {
      values.delete(field.dataset.elsewhere);
    }
  }

  async function changed(field) {
    const name = field.dataset.elsewhere;
    const before = values.get(name);
    take(field);
    const answer = await scratch.refresh();
    fieldsError(field).textContent = answer.ok ? "" : answer.data.sentence;
    field.toggleAttribute("aria-invalid", false);
    if (!answer.ok) {
      field.setAttribute("aria-invalid", "true");
      values.delete(name);
      if (before) {
        values.set(name, before);
      }
    }
  }

  fields.forEach((field) => {
    take(field);
    field.addEventListener("change", () => changed(field));
  });
  const list = document.getElementById("elsewhere");
  if (list && matchMedia("(min-width: 52rem)").matches) {
    list.open = true;
  }

  // ---- what an item is, beside the form ----
  let opener = null;
  window.CaseFormSide = {
    open(row) {
      opener = document.activeElement;
      side.hidden = false;
      document.getElementById("side-title").textContent = row.querySelector(".item-label").textContent;
      side.querySelectorAll(".about").forEach((one) => { one.hidden = one.dataset.about !== row.dataset.oid; });
      form.querySelectorAll(".item.looked-at").forEach((one) => one.classList.remove("looked-at"));
      row.classList.add("looked-at");
      document.getElementById("side-title").focus();
    },
  };

  function close() {
    side.hidden = true;
    form.querySelectorAll(".item.looked-at").forEach((one) => one.classList.remove("looked-at"));
    opener?.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !side.hidden && !document.querySelector("dialog[open]")) {
      close();
    }
  });

  document.addEventListener("click", (event) => {
    const act = event.target.closest("[data-scratch], [data-form-act='side-close']");
    if (act?.dataset.formAct === "side-close") {
      close();
    } else if (act?.dataset.scratch === "clear") {
      location.reload();
    } else if (act?.dataset.scratch === "keep") {
      // the same form in another language goes on with what was typed
      sessionStorage.setItem(passedOn, JSON.stringify({ items: scratch.items, values: [...values] }));
    }
  });

  // ---- begin ----
  function passed() {
    try {
      return JSON.parse(sessionStorage.getItem(passedOn));
    } catch (unreadable) {
      return null;
    } finally {
      sessionStorage.removeItem(passedOn);
    }
  }

  addEventListener("load", async () => {
    const kept = passed();
    if (kept) {
      Object.assign(scratch.items, kept.items);
      kept.values.forEach(([name, text]) => {
        const field = fields.find((one) => one.dataset.elsewhere === name);
        if (field) {
          field.value = text;
          take(field);
        }
      });
    }
    await scratch.refresh();
    if (kept) {
      window.CaseForm.rows.forEach((row, oid) => {
        if (!row.querySelector("output")) {
          window.CaseFormFields.write(row, scratch.items[oid]?.text ?? null, scratch.items[oid]?.unit ?? null);
        }
      });
    }
    form.dataset.ready = "true";
  });
})();
