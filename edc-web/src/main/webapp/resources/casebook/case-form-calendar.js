/* The browser's calendar beside a date: it writes into the field as if typed, and never over a part of a date unasked. */
window.CaseFormCalendar = (function () {
  "use strict";

  const F = window.CaseFormFields;
  const form = document.getElementById("case-form");
  const words = document.getElementById("form-words").dataset;
  const days = (row) => row.querySelector(".calendar-days");
  const WHOLE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?/;

  /** The calendar opens where the date stands that the server understood; parts of dates are no day in it. */
  function heard(row, value) {
    if (days(row)) {
      days(row).value = WHOLE.exec(value || "")?.[0] || "";
    }
  }

  function open(row) {
    const calendar = days(row);
    calendar.dataset.before = calendar.value;
    try {
      calendar.showPicker();
    } catch {
      calendar.focus();
      calendar.click();
    }
  }

  async function write(row) {
    const calendar = days(row);
    const field = F.field(row);
    const chosen = calendar.value.replace("T", " ");
    if (!chosen || chosen === field.value.trim()) {
      return;
    }
    // what was typed and is no whole day is what the source says: only the person himself puts a day in its place
    const kept = field.value.trim() !== "" && !calendar.dataset.before;
    if (kept && !(await Casebook.ask({ title: words.replaceDate, text: words.replaceDateText.replace("{0}", field.value.trim()).replace("{1}", chosen) }))) {
      heard(row, null);
      field.focus();
      return;
    }
    calendar.dataset.before = calendar.value;
    field.value = chosen;
    field.focus();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest(".calendar-button");
    if (button) {
      open(button.closest(".item"));
    }
  });

  form.addEventListener("keydown", (event) => {
    const row = event.target.closest(".item");
    if (event.altKey && event.key === "ArrowDown" && row && days(row)) {
      event.preventDefault();
      open(row);
    }
  });

  // the calendar's own events are no entry: the form would read the field before it is written
  ["input", "change"].forEach((kind) => form.addEventListener(kind, (event) => {
    if (event.target.matches(".calendar-days")) {
      event.stopPropagation();
      if (kind === "change") {
        write(event.target.closest(".item"));
      }
    }
  }, true));

  return { heard };
})();
