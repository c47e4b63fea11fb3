/* Who looks like the participant of this form: asked anew when an answer was stored that tells a person. */
(function () {
  "use strict";

  const form = document.getElementById("case-form");
  const box = document.getElementById("duplicates");
  if (!form || !box) {
    return;
  }
  // what is empty is no attribute at all
  const items = new Set((box.dataset.items || "").split(" "));

  form.addEventListener("casebook:stored", async (event) => {
    if (!items.has(event.detail.oid)) {
      return;
    }
    const answer = await Casebook.api("GET", box.dataset.url);
    if (answer.ok) {
      show(answer.data);
    }
  });

  function show(all) {
    const notes = all.map((one) => {
      const note = document.createElement("p");
      note.className = "note tone-warn";
      const words = document.createElement("span");
      words.append(one.text);
      if (one.href) {
        const link = document.createElement("a");
        link.href = one.href;
        link.textContent = one.opening;
        words.append(" ", link);
      }
      note.append(words);
      return note;
    });
    box.replaceChildren(...notes);
  }
})();
