/* Looking at a file of clinical data: the file goes as it is, in Base64; what it means comes as a page. */
(function () {
  "use strict";

  const form = document.getElementById("import-look");
  const box = document.getElementById("import-refused");

  async function base64(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = "";
    const step = 0x8000;
    for (let at = 0; at < bytes.length; at += step) {
      text += String.fromCharCode.apply(null, bytes.subarray(at, at + step));
    }
    return btoa(text);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = document.getElementById("import-file").files[0];
    const button = form.querySelector("button");
    if (!file || button.getAttribute("aria-busy")) {
      return;
    }
    box.hidden = true;
    button.setAttribute("aria-busy", "true");
    const answer = await Casebook.api("POST", form.dataset.url, { name: file.name, content: await base64(file) });
    button.removeAttribute("aria-busy");
    if (answer.ok) {
      location.href = form.dataset.then.replace("{id}", encodeURIComponent(answer.data.id));
    } else if (answer.status === 401) {
      Casebook.sessionEnded();
    } else {
      document.getElementById("import-refused-why").textContent = answer.data.sentence;
      box.hidden = false;
      box.focus();
    }
  });
})();
