/* How the time of the visit lies to a window that goes by the hour: asked anew when that time was stored. */
(function () {
  "use strict";

  const form = document.getElementById("case-form");
  const box = document.getElementById("hours");
  if (!form || !box) {
    return;
  }

  form.addEventListener("casebook:stored", async (event) => {
    if (event.detail.oid !== box.dataset.item) {
      return;
    }
    const answer = await Casebook.api("GET", box.dataset.url);
    if (answer.ok) {
      const note = document.createElement("p");
      note.className = answer.data.tone;
      note.textContent = answer.data.text;
      box.replaceChildren(note);
      // on a small screen the head of the page is out of sight where the time is typed
      if (note.classList.contains("tone-warn") && box.getBoundingClientRect().top < 0) {
        Casebook.toast(answer.data.text, "bad");
      }
    }
  });
})();
