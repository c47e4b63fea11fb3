/* A table of words, chosen and sent; whatever comes of it is told at the form. */
(function () {
  "use strict";

  const form = document.getElementById("load-words");
  if (!form) {
    return;
  }
  const error = document.getElementById("words-error");

  function refuse(sentence) {
    error.textContent = sentence;
    error.focus();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = document.getElementById("words-file").files[0];
    if (!file) {
      refuse(error.dataset.missing);
      return;
    }
    const content = FileSender.base64(new Uint8Array(await file.arrayBuffer()));
    const answer = await Casebook.api("POST", form.dataset.url, { content, version: form.elements.version.value });
    if (answer.status === 401) {
      Casebook.sessionEnded();
    } else if (!answer.ok) {
      refuse(answer.data.sentence);
    } else {
      sessionStorage.setItem("casebook-toast", answer.data.sentence);
      location.href = form.dataset.then.replace("{study}", encodeURIComponent(answer.data.study)).replace("{version}", answer.data.version);
    }
  });
})();
