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
    textOf(box).value = fileOf(row) ? fileOf(row).name : stored;
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

  // ---- waiting ----
  const queue = window.CaseForm.queue;
  const fileOf = (row) => queue.entries[row.dataset.oid]?.file;

  /** A file that is not stored is named below the one that is. */
  function wait(box) {
    const file = fileOf(rowOf(box));
    const line = box.querySelector(".attachment-waiting");
    if (line) {
      line.hidden = !file;
      line.querySelector("span:last-child").textContent = file ? box.dataset.waiting.replace("{0}", () => file.name).replace("{1}", size(file.size)) : "";
    }
  }

  function renew(box) {
    wait(box);
    if ((rowOf(box).dataset.stored || "") !== textOf(box).dataset.drawn) {
      draw(box);
    }
  }

  // ---- sending ----
  /** Takes the file off its place, which may be gone when it is sent again. */
  async function copy(box, file) {
    try {
      return new File([await file.arrayBuffer()], file.name);
    } catch (unreadable) {
      Casebook.toast(box.dataset.unreadable.replace("{0}", () => file.name), "bad");
      return null;
    }
  }

  async function attach(box, chosen) {
    const row = rowOf(box);
    const oid = row.dataset.oid;
    if (chosen.size > Number(box.dataset.most)) {
      tooLarge(box, chosen);
      return;
    }
    if (scratch) {
      write(box, chosen.name + " #0");
      return;
    }
    const file = await copy(box, chosen);
    if (!file) {
      return;
    }
    // as the entry says, so that leaving the item is no change
    textOf(box).value = file.name;
    const entry = { text: file.name, file, unit: null, leftBlank: null };
    if (form.dataset.reasonNeeded === "true") {
      const said = await queue.hooks.reason(oid);
      if (!said) {
        return;
      }
      entry.reason = said.reason;
    }
    queue.put(oid, entry);
  }

  function tooLarge(box, file) {
    const row = rowOf(box);
    const why = box.dataset.tooLarge.replace("{0}", () => file.name).replace("{1}", size(Number(box.dataset.most)));
    if (queue.entries[row.dataset.oid]) {
      // what waits there goes on waiting
      Casebook.toast(why, "bad");
      return;
    }
    textOf(box).value = file.name;
    queue.refuse(row.dataset.oid, { text: file.name, file, unit: null, leftBlank: null }, why);
  }

  queue.hooks.upload = async function (oid, sent) {
    const box = window.CaseForm.rows.get(oid).querySelector(".attachment");
    box.classList.add("arriving");
    const headers = { "X-File-Name": encodeURIComponent(sent.file.name) };
    if (sent.reason) {
      headers["X-Reason"] = encodeURIComponent(sent.reason);
    }
    const answer = await Casebook.upload(address(rowOf(box)) + "?key=" + sent.key + "&itemRevision=" + sent.itemRevision, sent.file, headers);
    box.classList.remove("arriving");
    if (!answer.ok && !answer.data.sentence.includes(sent.file.name)) {
      answer.data.sentence = sent.file.name + ": " + answer.data.sentence;
    }
    return answer;
  };

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
    new MutationObserver(() => renew(box)).observe(row.querySelector(".sign"), { attributeFilter: ["data-sign"] });
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

  form.addEventListener("casebook:stored", () => boxes.forEach(renew));
})();
