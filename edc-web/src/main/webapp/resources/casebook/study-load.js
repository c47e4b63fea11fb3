/*
 * Loading a study file in two acts. Choosing or dropping a file tells what would come of it and stores nothing; loading it
 * as a version is the second act. The lines around a fault are shown from the file itself, which is here.
 */
(function () {
  "use strict";

  const form = document.getElementById("study-load");
  if (!form) {
    return; // the page of somebody who does not build
  }
  const LARGEST = 10 * 1024 * 1024;
  const AROUND = 2;
  const words = document.getElementById("load-words").dataset;
  const drop = document.getElementById("study-drop");
  const input = document.getElementById("study-file");
  const progress = document.getElementById("study-progress");
  const report = document.getElementById("study-report");
  const act = document.getElementById("study-take");
  const sender = new FileSender(progress, words);
  let chosen = null;
  let turn = 0;

  const fill = (text, ...values) => values.reduce((done, value, index) => done.replace("{" + index + "}", value), text);

  function make(name, className, text) {
    const element = document.createElement(name);
    element.className = className || "";
    if (text !== undefined && text !== null) {
      element.textContent = text;
    }
    return element;
  }

  // ---- the file ----
  /** The text of the file as its own declaration says; only for showing lines. */
  function textOf(bytes) {
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
    const wide = { 254: "utf-16be", 255: "utf-16le" }[bytes[0]];
    const named = /encoding=["']([\w-]+)["']/.exec(head)?.[1];
    try {
      return new TextDecoder(wide || named || "utf-8").decode(bytes);
    } catch (unknown) {
      return new TextDecoder("utf-8").decode(bytes);
    }
  }

  /** Why the file need not be sent at all; null when it should be. */
  function unfit(file, text) {
    if (file.size === 0) {
      return words.emptyFile;
    }
    if (file.size > LARGEST) {
      return fill(words.tooLarge, (file.size / 1024 / 1024).toFixed(1));
    }
    return text.trimStart().replace(/^\uFEFF/, "").startsWith("<") ? null : words.notXml;
  }

  const body = () => ({ name: chosen.name, content: chosen.content, kind: form.elements.kind.value, copy: form.elements.copy.value });

  // ---- first act: what would come of it ----
  async function take(file) {
    const mine = ++turn;
    chosen = null;
    clear();
    if (file.size > LARGEST || file.size === 0) {
      verdict(false, unfit(file, ""));
      return;
    }
    sender.tell(words.reading);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = textOf(bytes);
    const why = unfit(file, text);
    if (why) {
      sender.tell(null);
      verdict(false, why);
      return;
    }
    chosen = { name: file.name, content: FileSender.base64(bytes), lines: text.split(/\r\n|\r|\n/) };
    if (mine === turn) {
      await rehearse();
    }
  }

  async function rehearse() {
    if (!chosen || !form.reportValidity()) {
      return;
    }
    const mine = ++turn;
    clear();
    const answer = await sender.send("/entry/studies/dry-run", body(), words.checking);
    if (mine !== turn) {
      return; // another file, or another kind, was chosen meanwhile
    }
    sender.tell(null);
    if (answer.status === 401) {
      Casebook.sessionEnded();
    } else if (answer.ok) {
      show(answer.data);
      if (answer.data.contents) {
        await tryOut(mine);
      }
    } else {
      verdict(false, answer.data.sentence);
    }
  }

  async function tryOut(mine) {
    const answer = await sender.send("/entry/studies/dry-run/test-participants", body(), words.trying);
    if (mine === turn) {
      sender.tell(null);
      if (answer.ok) {
        tests(answer.data);
      }
    }
  }

  function clear() {
    report.hidden = true;
    act.hidden = true;
    report.querySelectorAll("[data-part]").forEach((part) => { part.hidden = true; });
  }

  function part(name, count) {
    const box = report.querySelector('[data-part="' + name + '"]');
    box.hidden = false;
    const number = box.querySelector(".part-count");
    if (number && count !== undefined) {
      number.textContent = count;
    }
    return box;
  }

  function verdict(good, sentence) {
    const note = document.getElementById("study-verdict");
    note.className = "note tone-" + (good ? "good" : "bad");
    note.querySelector(".pi").className = "pi pi-" + (good ? "check-circle" : "times-circle");
    note.querySelector("p").textContent = sentence;
    report.hidden = false;
    note.focus();
  }

  function show(data) {
    const faults = data.faults.length;
    const remarks = data.remarks.length;
    const sentence = data.loadable ? fill(words.loadable, data.version, data.study) : fill(faults === 1 ? words.refusedOne : words.refused, faults);
    verdict(data.loadable, sentence + (remarks ? " " + fill(remarks === 1 ? words.remarkOne : words.remarkMany, remarks) : ""));
    if (data.contents) {
      counts(data.contents);
    }
    if (faults) {
      table(part("faults", faults), data.faults, (fault) => [fault.line || "–", fault.element || "–", fault.oid || "–", fault.sentence]);
    }
    if (remarks) {
      table(part("remarks", remarks), data.remarks, (remark) => [remark.line || "–", words["kind" + remark.kind.charAt(0) + remark.kind.slice(1).toLowerCase()] || remark.kind, [remark.element, remark.oid].filter(Boolean).join(" ") || "–", remark.sentence]);
    }
    if (data.difference) {
      differences(data.difference);
    }
    act.hidden = !data.loadable;
    act.querySelector(".take-word").textContent = fill(words.take, data.version || "");
  }

  function counts(contents) {
    part("counts").querySelector("ul").replaceChildren(...["events", "forms", "items", "codeLists", "checks", "conditions", "methods", "criteria"].map((name) => {
      const line = make("li");
      line.append(make("strong", "", contents[name]), " " + words["count" + name.charAt(0).toUpperCase() + name.slice(1)]);
      return line;
    }));
  }

  function differences(difference) {
    const box = part("difference", difference.changes.length);
    box.querySelector(".hint").textContent = difference.changes.length ? fill(words.against, difference.before) : fill(words.same, difference.before);
    box.querySelector(".scroll").hidden = difference.changes.length === 0;
    table(box, difference.changes, (change) => [words["change" + change.kind.charAt(0) + change.kind.slice(1).toLowerCase()] || change.kind, change.place, change.part || "", change.before || "", change.after || ""]);
  }

  function tests(result) {
    const box = part("tests", result.participants);
    box.querySelector(".hint").textContent = result.participants === 0 ? words.noTests : result.failed.length === 0 ? fill(words.testsGreen, result.participants, result.steps) : fill(words.testsRed, result.failures, result.steps);
    box.querySelector(".scroll").hidden = result.failed.length === 0;
    table(box, result.failed, (step) => [step.line || "–", step.participant, step.what, step.expected, step.actual]);
  }

  // ---- tables: sortable, with the lines of the file ----
  function table(box, rows, cells) {
    const heads = [...box.querySelectorAll("th")];
    const lines = rows.map((row) => ({ row, cells: cells(row) }));
    const body = box.querySelector("tbody");
    const draw = () => body.replaceChildren(...lines.map((line) => drawn(line, heads)));
    heads.forEach((head, index) => {
      const button = head.querySelector("button");
      head.removeAttribute("aria-sort");
      if (button) {
        button.onclick = () => {
          const down = head.getAttribute("aria-sort") === "ascending";
          heads.forEach((other) => other.removeAttribute("aria-sort"));
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
          lines.sort((one, other) => compare(one.cells[index], other.cells[index]) * (down ? -1 : 1));
          draw();
        };
      }
    });
    draw();
  }

  function compare(one, other) {
    return typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), "en", { numeric: true });
  }

  function drawn(line, heads) {
    const row = make("tr");
    line.cells.forEach((value, index) => {
      const cell = make("td", heads[index].className, index === 0 && line.row.line ? undefined : value);
      cell.dataset.label = heads[index].textContent.trim();
      if (index === 0 && line.row.line) {
        const button = make("button", "button small plain", value);
        button.type = "button";
        button.setAttribute("aria-expanded", "false");
        button.setAttribute("aria-label", fill(words.showLine, value));
        button.addEventListener("click", () => excerpt(row, line.row.line, button));
        cell.append(button);
      }
      row.append(cell);
    });
    return row;
  }

  /** The line of the file with those around it, below the row. */
  function excerpt(row, number, button) {
    const open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!open));
    if (open) {
      row.nextElementSibling.remove();
      return;
    }
    const from = Math.max(1, number - AROUND);
    const around = chosen.lines.slice(from - 1, number + AROUND);
    const pre = make("pre", "excerpt");
    pre.tabIndex = 0; // long lines scroll, by keyboard too
    around.forEach((text, index) => {
      const line = make(from + index === number ? "mark" : "span", "", String(from + index).padStart(6) + "  " + text.slice(0, 400) + "\n");
      pre.append(line);
    });
    const wide = make("td");
    wide.colSpan = row.children.length;
    wide.append(pre);
    const below = make("tr", "excerpt-row");
    below.append(wide);
    row.after(below);
  }

  // ---- second act ----
  act.addEventListener("click", async () => {
    if (act.getAttribute("aria-busy")) {
      return;
    }
    act.setAttribute("aria-busy", "true");
    const answer = await sender.send("/entry/studies", body(), words.loading);
    act.removeAttribute("aria-busy");
    sender.tell(null);
    if (answer.ok) {
      sessionStorage.setItem("casebook-toast", answer.data.sentence);
      location.href = "/study/study.xhtml?study=" + encodeURIComponent(answer.data.study) + "&version=" + answer.data.id;
    } else if (answer.status === 401) {
      Casebook.sessionEnded();
    } else {
      act.hidden = true;
      verdict(false, answer.data.sentence);
    }
  });

  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("change", () => input.files[0] && take(input.files[0]));
  form.elements.kind.addEventListener("change", rehearse);
  form.elements.copy.addEventListener("change", rehearse);
  ["dragenter", "dragover"].forEach((name) => drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  }));
  ["dragleave", "drop"].forEach((name) => drop.addEventListener(name, () => drop.classList.remove("over")));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) {
      input.files = event.dataTransfer.files;
      take(file);
    }
  });
})();
