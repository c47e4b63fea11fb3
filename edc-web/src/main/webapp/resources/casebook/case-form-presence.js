/*
 * Who else is in this form, and what they changed: asked every ten seconds while the page is looked at and used. A page that is
 * hidden or left alone asks nothing, so that a session still ends when nobody is there.
 */
(function () {
  "use strict";

  const BEAT = 10_000;
  const LEFT_ALONE = 5 * 60_000;
  const { form, queue, rows, hear, renew } = window.CaseForm;
  const box = document.getElementById("form-presence");
  const address = () => window.CaseFormSeat.address("presence/", "");
  const own = crypto.randomUUID();
  let used = Date.now();
  let asking = false;
  queue.formRevision = Math.max(queue.formRevision, Number(form.dataset.revision));

  async function beat() {
    if (asking || document.hidden || Date.now() - used > LEFT_ALONE) {
      return;
    }
    asking = true;
    const answer = await Casebook.api("POST", address(), { window: own, revision: form.dataset.correctable === "true" ? queue.formRevision : null, leaving: false });
    asking = false;
    if (answer.ok) {
      window.CaseFormSeat.adopt(answer.data.begun);
      show(answer.data.others);
      take(answer.data);
    } else if (answer.status === 401) {
      Casebook.sessionEnded();
    } else if (answer.data.code === "forged-request") {
      await Casebook.samePerson();
    }
  }

  function show(others) {
    const names = others.filter((one) => !one.self).map((one) => one.name);
    const told = names.length === 0
      ? (others.length ? box.dataset.self : "")
      : (names.length === 1 ? box.dataset.one : box.dataset.more).replace("{0}", new Intl.ListFormat(document.documentElement.lang || "en").format(names));
    if (box.textContent !== told) {
      box.textContent = told;
    }
  }

  function take(data) {
    if (!data.form) {
      return;
    }
    if (data.form.state !== form.dataset.state) {
      renew();
    }
    const changed = hear(data);
    form.querySelectorAll(".changed-by-others").forEach((row) => row.classList.remove("changed-by-others"));
    changed.forEach((item) => rows.get(item.oid).classList.add("changed-by-others"));
    if (changed.length) {
      const labels = changed.map((item) => rows.get(item.oid).querySelector(".item-label").textContent);
      Casebook.toast(box.dataset.changed.replace("{0}", labels.join(", ")));
    }
  }

  // an answer to an entry tells when more was changed than by that entry
  form.addEventListener("casebook:stored", (event) => {
    if (event.detail.missed) {
      beat();
    }
  });
  form.addEventListener("focusin", (event) => event.target.closest(".item")?.classList.remove("changed-by-others"));
  ["keydown", "pointerdown", "pointermove", "focusin"].forEach((sign) => addEventListener(sign, () => { used = Date.now(); }, { passive: true }));
  document.addEventListener("visibilitychange", () => { used = Date.now(); beat(); });
  document.addEventListener("casebook:signed-in", beat);
  addEventListener("pagehide", () => {
    Casebook.api("POST", address(), { window: own, leaving: true }, true);
  });
  setInterval(beat, BEAT);
  addEventListener("load", beat);
})();
