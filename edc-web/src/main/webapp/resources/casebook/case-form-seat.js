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

  /** Seats are of a study, ids are not. */
  const seat = () => (form.dataset.seat ? "seat/" + encodeURIComponent(Casebook.meta("study")) + "/" + form.dataset.seat : null);

  // a form that holds data is not left blank as a whole, and can be made void
  form.addEventListener("casebook:stored", () => {
    const blank = document.getElementById("form-blank");
    const filled = [...form.querySelectorAll(".item")].some((row) => !row.querySelector("output.derived") && (row.dataset.stored || row.dataset.blank));
    if (blank) {
      blank.hidden = filled;
    }
  });
  form.addEventListener("casebook:begun", (event) => {
    document.querySelector(".subject-header .status")?.replaceWith(...document.getElementById("begun-status").childNodes);
    const button = document.getElementById("form-void");
    if (button) {
      button.dataset.url = "/entry/forms/" + event.detail.id + "/void";
      button.hidden = false;
    }
  });

  return { begun, address, adopt, seat };
})();
