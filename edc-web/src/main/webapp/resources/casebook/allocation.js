/* Shows a treatment that was read in place of the button that asked for it. */
document.addEventListener("casebook:done", (event) => {
  if (event.target.dataset.reads === "treatment" && event.detail.treatment) {
    const shown = document.createElement("strong");
    shown.textContent = event.detail.treatment;
    shown.tabIndex = -1;
    event.target.replaceWith(shown);
    shown.focus();
  }
});

/* A list from elsewhere: it goes as it is, in Base64; refused whole, its faults stand below. */
(function () {
  "use strict";

  const form = document.getElementById("list-file-form");
  if (!form) {
    return;
  }

  async function base64(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = "";
    const step = 0x8000;
    for (let at = 0; at < bytes.length; at += step) {
      text += String.fromCharCode.apply(null, bytes.subarray(at, at + step));
    }
    return btoa(text);
  }

  function tell(answer) {
    const faults = answer.data.faults || [];
    document.getElementById("list-file-sentence").textContent = answer.data.sentence;
    document.getElementById("list-file-faults").replaceChildren(...faults.map((fault) => {
      const line = document.createElement("li");
      const where = fault.line ? form.dataset.row.replace("{0}", fault.line) + (fault.element ? ", " + fault.element : "") + ": " : "";
      line.textContent = where + fault.sentence;
      return line;
    }));
    document.getElementById("list-file-told").focus();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = document.getElementById("list-file").files[0];
    const button = form.querySelector("button");
    if (!file || button.getAttribute("aria-busy")) {
      return;
    }
    button.setAttribute("aria-busy", "true");
    const answer = await Casebook.api("POST", form.dataset.url, { content: await base64(file) });
    button.removeAttribute("aria-busy");
    if (answer.ok) {
      sessionStorage.setItem("casebook-toast", answer.data.sentence);
      location.reload();
    } else if (answer.status === 401) {
      Casebook.sessionEnded();
    } else {
      tell(answer);
    }
  });
})();
