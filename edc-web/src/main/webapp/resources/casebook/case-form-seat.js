/*
 * Where the form of this page is asked for: by its id; while it is not begun, by its seat, which is participant, visit and form.
 * Opening a form begins none: the first entry that is stored does, and its answer tells the id.
 */
window.CaseFormSeat = (function () {
  "use strict";

  const form = document.getElementById("case-form");
  const begun = () => Boolean(form.dataset.form);

  /** An endpoint of this form. kind: what stands before it, as "why/"; rest: what stands behind it, as "/complete". */
  function address(kind, rest) {
    return "/entry/" + kind + (begun() ? "forms/" + form.dataset.form : "seats/" + form.dataset.seat) + rest;
  }

  /** Takes the id that an answer tells; undefined changes nothing. */
  function adopt(id) {
    if (id && !begun()) {
      form.dataset.form = id;
      form.dispatchEvent(new CustomEvent("casebook:begun", { detail: { id } }));
    }
  }

  /** The name under which entries are kept on this device while the form is not begun; null for rows. */
  const seat = () => (form.dataset.seatName ? "seat-" + form.dataset.seatName : null);

  // a form that holds data is not left blank as a whole, and one that is begun can be made void; nothing moves for that
  form.addEventListener("casebook:stored", () => {
    const blank = document.getElementById("form-blank");
    const filled = [...form.querySelectorAll(".item")].some((row) => !row.querySelector("output.derived") && (row.dataset.stored || row.dataset.blank));
    blank?.classList.toggle("gone", filled);
  });
  form.addEventListener("casebook:begun", (event) => {
    const before = document.querySelector(".subject-header .status");
    const status = document.querySelector("#begun-status .status");
    status.style.minWidth = before.getBoundingClientRect().width + "px";
    before.replaceWith(status);
    const button = document.getElementById("form-void");
    if (button) {
      button.dataset.url = "/entry/forms/" + event.detail.id + "/void";
      button.closest(".by-turns").classList.add("begun");
    }
  });

  return { begun, address, adopt, seat };
})();
