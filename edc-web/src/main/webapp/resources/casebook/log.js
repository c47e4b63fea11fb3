/* The rows of a log as a table: sorted and filtered on the page; what is stored in the opened row shows in its line at once. */
(function () {
  "use strict";

  const table = document.querySelector("table.sortable");
  if (!table) {
    return;
  }
  const body = table.tBodies[0];
  const filter = document.getElementById("log-filter");
  const voids = document.getElementById("log-void");
  const count = document.getElementById("log-count");
  const inOrder = new Intl.Collator(document.documentElement.lang || "en", { numeric: true, sensitivity: "base" });
  const rows = () => [...body.rows];
  /** Dates as they are understood, which reads one way whoever typed them how. */
  const dated = new Set(["DATE", "PARTIAL_DATE", "DATETIME"]);
  const day = (value) => value.replace(/T(\d\d:\d\d(?::\d\d)?)(.*)$/, (all, time, zone) => " " + time + (zone ? " UTC" + zone.replace("Z", "") : ""));

  const number = (text) => (/^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN);
  /** Numbers by their size, whatever their digits; all else as people order words. */
  const compare = (one, other) => (Number.isNaN(number(one) - number(other)) ? inOrder.compare(one, other) : number(one) - number(other));

  /** Empty cells come last, whichever way it is sorted. */
  function sort(head) {
    const at = head.cellIndex;
    const down = head.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach((one) => one.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = (row) => row.cells[at].dataset.sort || row.cells[at].textContent.trim();
    rows().sort((one, other) => {
      const [a, b] = [key(one), key(other)];
      if (!a || !b) {
        return (a ? 0 : 1) - (b ? 0 : 1);
      }
      return (down ? -1 : 1) * compare(a, b);
    }).forEach((row) => body.append(row));
  }

  function sieve() {
    const wanted = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    rows().forEach((row) => {
      const text = row.textContent.toLowerCase();
      row.hidden = !wanted.every((word) => text.includes(word)) || (!voids.checked && row.classList.contains("state-VOID"));
    });
    const shown = rows().filter((row) => !row.hidden).length;
    count.textContent = shown === rows().length ? "" : count.dataset.of.replace("{0}", shown).replace("{1}", rows().length);
  }

  table.tHead.addEventListener("click", (event) => {
    const head = event.target.closest(".sort")?.closest("th");
    if (head) {
      sort(head);
    }
  });
  filter.addEventListener("input", sieve);
  voids.addEventListener("change", sieve);

  const form = document.getElementById("case-form");
  form?.addEventListener("casebook:stored", () => {
    const line = body.querySelector('[data-row="' + form.dataset.form + '"]');
    line?.querySelectorAll("[data-item]").forEach((cell) => {
      const row = window.CaseForm.rows.get(cell.dataset.item);
      const output = row?.querySelector("output");
      // of what was not stored since the page came, the server has written the line already
      if (row && row.dataset.value !== undefined) {
        const answer = row.dataset.stored ? window.CaseFormFields.shown(row, row.dataset.stored, row.dataset.unit) : row.querySelector(".blank-chip").textContent;
        cell.textContent = output ? output.textContent : dated.has(row.dataset.type) && row.dataset.value ? day(row.dataset.value) : answer;
        cell.dataset.sort = row.dataset.value;
      }
    });
  });
})();
