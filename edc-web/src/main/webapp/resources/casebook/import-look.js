/*
 * Looking at a file of clinical data, chosen or dropped: the file goes as it is, in Base64; what it means comes as a page. How far
 * it is stands there meanwhile, and whoever stops it has changed nothing, since looking takes nothing.
 */
(function () {
  "use strict";

  const form = document.getElementById("import-look");
  const box = document.getElementById("import-refused");
  const drop = document.getElementById("import-drop");
  const input = document.getElementById("import-file");
  const progress = document.getElementById("import-progress");
  const words = progress.dataset;
  let running = null;

  async function base64(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = "";
    const step = 0x8000;
    for (let at = 0; at < bytes.length; at += step) {
      text += String.fromCharCode.apply(null, bytes.subarray(at, at + step));
    }
    return btoa(text);
  }

  function tell(text, done, of) {
    progress.hidden = !text;
    progress.querySelector("p").textContent = text || "";
    const bar = progress.querySelector("progress");
    if (of && done < of) {
      bar.max = of;
      bar.value = done;
    } else {
      bar.removeAttribute("value");
    }
  }

  function refuse(sentence) {
    document.getElementById("import-refused-why").textContent = sentence;
    box.hidden = false;
    box.focus();
  }

  function send(request, body) {
    return new Promise((resolve) => {
      request.open("POST", form.dataset.url);
      request.setRequestHeader("Content-Type", "application/json");
      request.setRequestHeader("Accept", "application/json");
      request.setRequestHeader("X-CSRF-Token", Casebook.meta("csrf"));
      request.upload.addEventListener("progress", (event) => tell(words.sending, event.loaded, event.total));
      request.upload.addEventListener("load", () => tell(words.comparing));
      request.addEventListener("abort", () => resolve({ stopped: true }));
      request.addEventListener("loadend", () => {
        let data = {};
        try {
          data = JSON.parse(request.responseText);
        } catch (none) {
          data = { sentence: words.notReached };
        }
        resolve({ ok: request.status >= 200 && request.status < 300, status: request.status, data });
      });
      tell(words.sending);
      request.send(JSON.stringify(body));
    });
  }

  async function look(file) {
    box.hidden = true;
    const request = new XMLHttpRequest();
    running = request;
    tell(words.reading);
    const content = await base64(file);
    if (running !== request) {
      return; // stopped while it was read
    }
    const answer = await send(request, { name: file.name, content });
    running = null;
    if (answer.ok) {
      location.href = form.dataset.then.replace("{id}", encodeURIComponent(answer.data.id));
      return;
    }
    tell(null);
    if (answer.stopped) {
      refuse(words.stopped);
    } else if (answer.status === 401) {
      Casebook.sessionEnded();
    } else {
      refuse(answer.data.sentence || answer.data.detail || words.notReached);
    }
  }

  progress.querySelector("button").addEventListener("click", () => {
    const request = running;
    running = null;
    if (request && request.readyState > 0) {
      request.abort();
    } else {
      tell(null);
      refuse(words.stopped);
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.files[0] && !running) {
      look(input.files[0]);
    }
  });
  ["dragenter", "dragover"].forEach((name) => drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  }));
  ["dragleave", "drop"].forEach((name) => drop.addEventListener(name, () => drop.classList.remove("over")));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0] && !running) {
      input.files = event.dataTransfer.files;
      look(input.files[0]);
    }
  });
})();
