/* Loading a study file: the file goes as it is, in Base64; faults come back as a table. */
(function () {
  "use strict";

  const form = document.getElementById("study-load");
  const box = document.getElementById("study-faults");
  if (!form) {
    return; // the page of somebody who does not build
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

  function cell(text, kind) {
    const made = document.createElement("td");
    made.textContent = text;
    made.className = kind || "";
    return made;
  }

  function show(data) {
    const faults = data.faults || [];
    document.getElementById("study-faults-title").textContent = data.sentence;
    document.getElementById("study-fault-lines").replaceChildren(
      ...faults.map((fault) => {
        const line = document.createElement("tr");
        line.append(cell(fault.line || "–", "number"), cell(fault.element || "–"), cell(fault.oid || "–"), cell(fault.sentence));
        return line;
      }));
    box.querySelector(".scroll").hidden = faults.length === 0;
    box.hidden = false;
    box.focus();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = document.getElementById("study-file").files[0];
    const button = form.querySelector("button");
    if (!file || button.getAttribute("aria-busy")) {
      return;
    }
    box.hidden = true;
    button.setAttribute("aria-busy", "true");
    const answer = await Casebook.api("POST", "/entry/studies", {
      name: file.name,
      content: await base64(file),
      kind: form.elements.kind.value,
      copy: form.elements.copy.value.trim(),
    });
    button.removeAttribute("aria-busy");
    if (answer.ok) {
      sessionStorage.setItem("casebook-toast", answer.data.sentence);
      location.reload();
    } else if (answer.status === 401) {
      Casebook.sessionEnded();
    } else {
      show(answer.data);
    }
  });
})();
