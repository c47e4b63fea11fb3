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
  const sender = new FileSender(progress, words);
  let running = null;

  function refuse(sentence) {
    document.getElementById("import-refused-why").textContent = sentence;
    box.hidden = false;
    box.focus();
  }

  async function look(file) {
    box.hidden = true;
    const request = new XMLHttpRequest();
    running = request;
    sender.tell(words.reading);
    const content = FileSender.base64(new Uint8Array(await file.arrayBuffer()));
    if (running !== request) {
      return; // stopped while it was read
    }
    const answer = await sender.send(form.dataset.url, { name: file.name, content }, words.comparing, request);
    running = null;
    if (answer.ok) {
      location.href = form.dataset.then.replace("{id}", encodeURIComponent(answer.data.id));
      return;
    }
    sender.tell(null);
    if (answer.stopped) {
      refuse(words.stopped);
    } else if (answer.status === 401) {
      Casebook.sessionEnded();
    } else {
      refuse(answer.data.sentence);
    }
  }

  progress.querySelector("button").addEventListener("click", () => {
    const request = running;
    running = null;
    if (request && request.readyState > 0) {
      request.abort();
    } else {
      sender.tell(null);
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
