/* A mark on a line, by keys: the number and the line go by the same ones, and the number says exactly where the mark is. */
(function () {
  "use strict";

  const F = window.CaseFormFields;
  const form = document.getElementById("case-form");

  /** How far a key goes, in steps; of an unmarked line the first key marks the end it comes from. */
  const AHEAD = { ArrowUp: 1, ArrowRight: 1, PageUp: 0, End: Infinity };
  const BACK = { ArrowDown: -1, ArrowLeft: -1, PageDown: 0, Home: -Infinity };

  /** In the number the arrows left and right, Home and End go through the text. */
  const LINE_ALONE = ["ArrowLeft", "ArrowRight", "Home", "End"];

  const moved = new Set();

  function move(row, range, key) {
    const low = Number(range.min);
    const high = Number(range.max);
    const step = Number(range.step);
    const ahead = key in AHEAD;
    const unmarked = range.classList.contains("unmarked");
    const by = (ahead ? AHEAD[key] : BACK[key]) * step || (ahead ? 1 : -1) * Math.max(step, (high - low) / 10);
    const typed = Number(F.field(row).value.replace(",", "."));
    const next = unmarked && Number.isFinite(by) ? (ahead ? low : high) : typed + by;
    range.value = Math.min(high, Math.max(low, Number.isNaN(next) ? (ahead ? high : low) : next));
    F.mark(row);
  }

  form.addEventListener("keydown", (event) => {
    const row = event.target.closest(".item");
    const range = event.target.closest(".scale")?.querySelector(".scale-range");
    const wanted = event.key in AHEAD || event.key in BACK;
    if (!range || !wanted || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.target !== range && LINE_ALONE.includes(event.key)) {
      return;
    }
    event.preventDefault();
    move(row, range, event.key);
    moved.add(row);
    // told as typed text: kept at once, stored when the keys rest on the line, or the number is left
    F.field(row).dispatchEvent(new Event("input", { bubbles: true }));
  });

  form.addEventListener("change", (event) => moved.delete(event.target.closest(".item")), true);

  // a field that keys have moved tells of no change by itself
  form.addEventListener("focusout", (event) => {
    const scale = event.target.closest(".scale");
    const row = event.target.closest(".item");
    if (scale && moved.has(row) && !scale.contains(event.relatedTarget)) {
      F.field(row).dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
})();
