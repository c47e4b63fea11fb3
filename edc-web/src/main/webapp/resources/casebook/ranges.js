/* A file of reference ranges: looked at first, taken when nothing is wrong with it. */
(function () {
  "use strict";

  const form = document.getElementById("range-file-form");
  // without a laboratory there is nothing to take ranges into
  if (!form) {
    return;
  }
  const take = document.getElementById("range-file-take");
  const chosen = document.getElementById("range-file");
  const sentence = document.getElementById("range-file-sentence");
  const faults = document.getElementById("range-file-faults");

  function tell(text, list) {
    sentence.textContent = text;
    faults.replaceChildren(...list.map((fault) => {
      const line = document.createElement("li");
      line.textContent = form.dataset.line.replace("{0}", fault.line) + ": " + fault.sentence;
      return line;
    }));
    document.getElementById("range-file-told").focus();
  }

  async function send(url) {
    const file = chosen.files[0];
    if (!file) {
      return;
    }
    const answer = await Casebook.api("POST", url, { content: await file.text() });
    take.hidden = true;
    if (answer.status === 401) {
      Casebook.sessionEnded();
    } else if (!answer.ok) {
      tell(answer.data.sentence, []);
    } else if (answer.data.taken) {
      sessionStorage.setItem("casebook-toast", answer.data.sentence);
      location.reload();
    } else {
      tell(answer.data.sentence, answer.data.faults);
      take.hidden = answer.data.faults.length > 0 || answer.data.added === 0;
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form.dataset.try);
  });
  take.addEventListener("click", () => send(form.dataset.url));
  chosen.addEventListener("change", () => { take.hidden = true; });

  // ---- ranges that came after the values: counted first, then looked up again with a reason ----
  const again = document.getElementById("ranges-again");

  async function told(method, body) {
    const answer = await Casebook.api(method, again.dataset.url, body);
    if (answer.status === 401) {
      Casebook.sessionEnded();
    } else if (!answer.ok) {
      Casebook.toast(answer.data.sentence, "bad");
    }
    return answer.ok ? answer.data : null;
  }

  again.addEventListener("click", async () => {
    const count = await told("GET");
    if (!count) {
      return;
    }
    if (count.values === 0) {
      Casebook.toast(count.sentence);
      return;
    }
    const said = await Casebook.ask({ title: again.closest(".panel").querySelector("h2").textContent, text: count.sentence, reason: "required" });
    const done = said && (await told("POST", { reason: said.reason }));
    if (done) {
      Casebook.toast(done.sentence);
    }
  });
})();
