/* Reads and sets what stands in an item's field, whatever widget draws it. */
window.CaseFormFields = (function () {
  "use strict";

  const field = (row) => row.querySelector(".item-field input:not([type=radio], [type=checkbox], [type=range], .calendar-days), .item-field textarea");
  const unitOf = (row) => row.querySelector(".unit-choice");
  const search = (row) => row.querySelector(".search-choice");
  const boxes = (row) => [...row.querySelectorAll(".item-field input[type=radio], .item-field input[type=checkbox]")];
  const list = (row) => row.querySelector(".item-field select:not(.unit-choice)");

  /** The text to store; null when the field is empty. */
  function read(row) {
    const menu = list(row);
    const marked = boxes(row);
    let text;
    if (menu) {
      text = menu.value;
    } else if (marked.length) {
      text = marked.filter((box) => box.checked).map((box) => box.value).join(",");
    } else if (search(row)) {
      text = window.CaseFormSearch.read(search(row));
    } else {
      text = field(row)?.value;
    }
    return text && text.trim() ? text : null;
  }

  /** How a stored text reads in the field: one line knows no breaks, which programs may have stored. */
  function asShown(row, text) {
    return text && field(row)?.matches("input") ? text.replace(/[\r\n]/g, "") : text;
  }

  /** OID of the unit chosen; null for the item's own. */
  function unit(row) {
    const menu = unitOf(row);
    return menu && menu.selectedIndex > 0 ? menu.value : null;
  }

  /** @param chosen OID of the unit; left out: the unit stays */
  function write(row, text, chosen) {
    if (unitOf(row) && chosen !== undefined) {
      unitOf(row).value = chosen || unitOf(row).options[0].value;
    }
    const menu = list(row);
    const marked = boxes(row);
    if (menu) {
      menu.value = text ?? "";
    } else if (marked.length) {
      const codes = text ? text.split(",").map((code) => code.trim()) : [];
      window.CaseFormLinks?.know(row, codes);
      boxes(row).forEach((box) => { box.checked = codes.includes(box.value); });
      window.CaseFormLinks?.draw(row);
    } else if (search(row)) {
      window.CaseFormSearch.write(search(row), text);
    } else if (field(row)) {
      field(row).value = text ?? "";
      slide(row);
    }
  }

  /** Brings the slider of a scale in line with its number; without a number it has no mark, which is not 0. */
  function slide(row) {
    const range = row.querySelector(".scale-range");
    if (range) {
      const text = field(row).value.trim();
      const mark = Number(text.replace(",", "."));
      const unmarked = text === "" || Number.isNaN(mark);
      range.classList.toggle("unmarked", unmarked);
      if (unmarked) {
        // nothing is filled up to a mark that is not there
        range.value = range.min;
        range.setAttribute("aria-valuetext", range.dataset.unmarked);
      } else {
        range.value = mark;
        range.setAttribute("aria-valuetext", text);
      }
    }
  }

  /** The number says exactly where the mark on the line stands. */
  function mark(row) {
    const range = row.querySelector(".scale-range");
    field(row).value = Number(range.value).toFixed((range.step.split(".")[1] || "").length);
    slide(row);
  }

  /** A date begun and not ended: the browser hides what was typed, so it cannot be stored. */
  function unfinished(row) {
    return Boolean(field(row)?.validity?.badInput);
  }

  function focus(row) {
    const target = boxes(row).find((box) => box.checked) || boxes(row)[0] || list(row) || row.querySelector(".attachment-file") || field(row) || row.querySelector("output");
    if (target) {
      if (target.matches("output")) {
        target.tabIndex = -1;
      }
      target.focus({ preventScroll: false });
      target.closest(".item").scrollIntoView({ block: "nearest" });
    }
  }

  /** How the person sees a stored text: decoded where it is a code, with its unit where one is chosen. */
  function shown(row, text, chosen) {
    if (text === null || text === undefined || text === "") {
      return document.getElementById("form-words").dataset.empty;
    }
    const menu = list(row);
    if (menu) {
      return [...menu.options].find((option) => option.value === text)?.textContent || text;
    }
    if (search(row)) {
      return window.CaseFormSearch.shown(search(row), text);
    }
    if (unitOf(row)) {
      const symbol = [...unitOf(row).options].find((option) => option.value === chosen) || unitOf(row).options[0];
      return text + " " + symbol.textContent;
    }
    const marked = boxes(row);
    const label = (code) => document.querySelector('label[for="' + CSS.escape(marked.find((box) => box.value === code)?.id || "-") + '"]')?.textContent || code;
    return marked.length ? text.split(",").map(label).join(", ") : text;
  }

  return { read, asShown, write, unit, slide, mark, unfinished, focus, shown, boxes, field };
})();
