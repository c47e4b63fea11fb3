/* Items that hold a file: choose or drop one, see what is there, take it, take it away. The item's text is “name #number”. */
(function () {
  "use strict";

  const form = document.getElementById("case-form");
  const boxes = form ? [...form.querySelectorAll(".attachment")] : [];
  if (!boxes.length) {
    return;
  }
  const scratch = form.dataset.version !== undefined;
  const parts = (text) => /^(.*) #(\d+)$/s.exec(text || "");
  const rowOf = (box) => box.closest(".item");
  const address = (row) => window.CaseFormSeat.address("", "/items/" + encodeURIComponent(row.dataset.oid) + "/attachments");
  const textOf = (box) => box.querySelector(".attachment-text");

  function size(bytes) {
    const units = ["B", "KB", "MB"];
    let at = 0;
    let number = bytes;
    while (number >= 1024 && at < units.length - 1) {
      number /= 1024;
      at += 1;
    }
    return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: at && number < 10 ? 1 : 0 }).format(number) + " " + units[at];
  }

  // ---- showing ----
  function link(anchor, row, id, name) {
    anchor.textContent = name;
    if (!scratch) {
      anchor.href = Casebook.scoped(address(row) + "/" + id);
    }
  }

  /** Shows what is stored, at once by its name; what the server knows of the files follows. */
  function draw(box) {
    const row = rowOf(box);
    const stored = row.dataset.stored || "";
    const now = parts(stored);
    textOf(box).value = stored;
    textOf(box).dataset.drawn = stored;
    box.querySelector(".attachment-now").hidden = !now;
    box.querySelector(".attachment-size").textContent = "";
    const remove = box.querySelector(".attachment-remove");
    if (remove) {
      remove.hidden = !now;
    }
    if (now) {
      link(box.querySelector(".attachment-link"), row, now[2], now[1]);
    }
    if (!scratch && Number(row.dataset.revision) > 0) {
      files(box, row, now ? Number(now[2]) : 0);
    }
  }

  async function files(box, row, current) {
    const answer = await Casebook.api("GET", address(row));
    if (!answer.ok || !Array.isArray(answer.data)) {
      return;
    }
    const now = answer.data.find((file) => file.id === current);
    box.querySelector(".attachment-size").textContent = now ? size(now.size) : "";
    const earlier = answer.data.filter((file) => file.id !== current);
    const list = box.querySelector(".attachment-earlier");
    list.hidden = earlier.length === 0;
    list.querySelector("summary").textContent = box.dataset.earlier.replace("{0}", earlier.length);
    list.querySelector("ul").replaceChildren(...earlier.map((file) => {
      const line = document.createElement("li");
      const anchor = document.createElement("a");
      anchor.setAttribute("download", "");
      link(anchor, row, file.id, file.name);
      line.append(anchor, " " + size(file.size) + ", " + box.dataset.from.replace("{0}", file.by).replace("{1}", Casebook.time(file.at)));
      return line;
    }));
  }

  // ---- sending ----
  async function attach(box, file) {
    const row = rowOf(box);
    const oid = row.dataset.oid;
    const queue = window.CaseForm.queue;
    if (file.size > Number(box.dataset.most)) {
      queue.hooks.sign(oid, "failed", box.dataset.tooLarge.replace("{0}", file.name).replace("{1}", size(Number(box.dataset.most))));
      stay(row);
      return;
    }
    if (scratch) {
      write(box, file.name + " #0");
      return;
    }
    let reason = null;
    if (form.dataset.reasonNeeded === "true") {
      textOf(box).value = file.name;
      const said = await queue.hooks.reason(oid);
      if (!said) {
        return;
      }
      reason = said.reason;
    }
    await send(box, row, { file, reason, key: crypto.randomUUID(), itemRevision: queue.revisions[oid] });
  }

  async function send(box, row, upload) {
    const oid = row.dataset.oid;
    const queue = window.CaseForm.queue;
    queue.drop(oid);
    queue.hooks.sign(oid, "storing");
    box.classList.add("arriving");
    const headers = { "X-File-Name": encodeURIComponent(upload.file.name) };
    if (upload.reason) {
      headers["X-Reason"] = encodeURIComponent(upload.reason);
    }
    const url = address(row) + "?key=" + upload.key + "&itemRevision=" + upload.itemRevision;
    const answer = await Casebook.upload(url, upload.file, headers);
    box.classList.remove("arriving");
    if (answer.ok) {
      window.CaseFormSeat.adopt(answer.data.begun);
      queue.learn(answer.data);
      queue.hooks.sign(oid, "stored");
      queue.hooks.saved(oid, upload, answer.data, false);
      return;
    }
    await refused(box, row, upload, answer);
  }

  async function refused(box, row, upload, answer) {
    const oid = row.dataset.oid;
    const queue = window.CaseForm.queue;
    if (answer.data.code === "item-was-changed") {
      const stored = answer.data.conflict;
      const said = await queue.hooks.conflict(oid, { text: upload.file.name }, stored, answer.data.sentence);
      if (said) {
        await send(box, row, { ...upload, reason: said.reason, key: crypto.randomUUID(), itemRevision: stored.revision });
      } else {
        draw(box);
      }
      return;
    }
    if (answer.data.code === "reason-is-missing") {
      const said = await queue.hooks.reason(oid);
      if (said) {
        await send(box, row, { ...upload, reason: said.reason });
      }
      return;
    }
    queue.hooks.sign(oid, "failed", answer.data.sentence);
    if (answer.status === 401 || answer.data.code === "forged-request") {
      stay(row);
      Casebook.sessionEnded();
    } else if (answer.status === 0 || answer.status >= 500) {
      // the file is still at hand: sent again with its key it is attached once
      again(box, row, upload);
    } else {
      stay(row);
    }
    draw(box);
  }

  /** The common button sends what the queue holds; a file is not in it, so it must be chosen again. */
  function stay(row) {
    row.querySelectorAll('.sign-retry[data-form-act="retry"]').forEach((button) => { button.hidden = true; });
  }

  const waiting = new Map();
  function again(box, row, upload) {
    waiting.set(row.dataset.oid, () => send(box, row, upload));
  }

  // ahead of the form's own listener, which knows the queue alone
  form.addEventListener("click", (event) => {
    const act = event.target.closest('.sign-retry[data-form-act="retry"]');
    const row = act?.closest(".item");
    const retry = row && waiting.get(row.dataset.oid);
    if (retry) {
      event.stopPropagation();
      waiting.delete(row.dataset.oid);
      retry();
    }
  });

  /** As if typed: the form asks for a reason where one is due, and stores. */
  function write(box, text) {
    textOf(box).value = text;
    textOf(box).dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function remove(box) {
    const now = parts(rowOf(box).dataset.stored);
    // with a reason the form asks anyway
    if (form.dataset.reasonNeeded === "true" || await Casebook.ask({ title: box.dataset.removeTitle, text: box.dataset.removeText.replace("{0}", now[1]) })) {
      write(box, "");
    }
  }

  boxes.forEach((box) => {
    const row = rowOf(box);
    draw(box);
    const input = box.querySelector(".attachment-file");
    if (!input) {
      box.querySelector(".attachment-none").hidden = Boolean(parts(row.dataset.stored));
      return;
    }
    input.addEventListener("change", (event) => {
      event.stopPropagation();
      const file = input.files[0];
      input.value = "";
      if (file) {
        attach(box, file);
      }
    });
    box.querySelector(".attachment-remove").addEventListener("click", () => remove(box));
    row.addEventListener("dragover", (event) => {
      if ([...event.dataTransfer.types].includes("Files")) {
        event.preventDefault();
        row.classList.add("dropping");
      }
    });
    row.addEventListener("dragleave", (event) => {
      if (!row.contains(event.relatedTarget)) {
        row.classList.remove("dropping");
      }
    });
    row.addEventListener("drop", (event) => {
      row.classList.remove("dropping");
      if (event.dataTransfer.files.length) {
        event.preventDefault();
        attach(box, event.dataTransfer.files[0]);
      }
    });
  });
  // a file dropped beside an item must not take the page away
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => [...event.dataTransfer.types].includes("Files") && event.preventDefault());
  }

  addEventListener("beforeunload", (event) => {
    if (form.querySelector(".attachment.arriving")) {
      event.preventDefault();
    }
  });

  form.addEventListener("casebook:stored", () => boxes.forEach((box) => {
    if ((rowOf(box).dataset.stored || "") !== textOf(box).dataset.drawn) {
      draw(box);
    }
  }));
})();
