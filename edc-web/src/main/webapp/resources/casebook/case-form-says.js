/*
 * What a person writes on queries and has not sent: kept for him on this device as his entries are (case-form-drafts.js), until
 * it is sent. Each text goes under a key of its own: sent twice, by a second click or since no answer came, it is said once.
 */
window.CaseFormSays = (function () {
  "use strict";

  const form = document.getElementById("case-form");
  if (!form) {
    return null;
  }
  const place = (name) => "say-" + name;
  const drafts = new window.CaseFormDrafts([place(form.dataset.form || window.CaseFormSeat.seat())], form.dataset.drafts);
  const sending = new Set();
  let texts = Object.create(null);

  // what was written here since is newer than what a closed window left
  const ready = Promise.resolve(drafts.load()).then((found) => {
    texts = Object.assign(found, texts);
  });
  form.addEventListener("casebook:begun", (event) => drafts.move(place(event.detail.id), texts));

  const has = (name) => Boolean(texts[name]);
  const text = (name) => texts[name]?.text ?? "";

  /** Keeps what stands in the box; an emptied one keeps nothing. */
  function put(name, written) {
    if (!written.trim()) {
      delete texts[name];
    } else if (written.trim() !== text(name).trim()) {
      texts[name] = { text: written, at: Date.now() };
    } else {
      texts[name].text = written;
    }
    drafts.keep(texts);
  }

  /** Resolves to the answer; to null while the same is on its way already. What was sent is kept no longer. */
  async function send(name, url, body) {
    if (sending.has(name) || !has(name)) {
      return null;
    }
    sending.add(name);
    const said = texts[name];
    said.key = said.key || crypto.randomUUID();
    drafts.keep(texts);
    const answer = await post(url, { ...body, text: said.text.trim(), key: said.key }).finally(() => sending.delete(name));
    if (answer.ok && texts[name] === said) {
      delete texts[name];
      drafts.keep(texts);
    }
    return answer;
  }

  async function post(url, body) {
    const answer = await Casebook.api("POST", url, body);
    // after a new sign-in the token is another one
    return answer.data.code === "forged-request" && await Casebook.samePerson() ? Casebook.api("POST", url, body) : answer;
  }

  return { ready, has, text, put, send };
})();
