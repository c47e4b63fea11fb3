/* Rows to which an item leads: the chosen ones as links, the others found by typing. */
window.CaseFormLinks = (function () {
  "use strict";

  const boxOf = (row) => row.querySelector(".row-links");
  const choices = (box) => [...box.querySelectorAll(".choice")];
  const input = (choice) => choice.querySelector("input");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /** The chosen rows as links; one that was deleted is struck through. */
  function draw(row) {
    const box = boxOf(row);
    if (!box?.querySelector(".row-links-list")) {
      return;
    }
    const chosen = choices(box).filter((choice) => input(choice).checked);
    box.querySelector(".row-links-chosen").replaceChildren(...chosen.map((choice) => {
      const line = document.createElement("li");
      const title = choice.querySelector("label").textContent;
      const link = document.createElement(input(choice).dataset.href ? "a" : "span");
      if (link.matches("a")) {
        link.href = input(choice).dataset.href;
      }
      link.textContent = title;
      line.append(link);
      if (choice.classList.contains("deleted")) {
        line.className = "deleted";
        const word = document.createElement("span");
        word.className = "badge tone-warn";
        word.textContent = box.dataset.deleted;
        line.append(" ", word);
      }
      const remove = document.createElement("button");
      Object.assign(remove, { type: "button", className: "icon-button small row-links-remove", title: box.dataset.remove.replace("{0}", title) });
      remove.setAttribute("aria-label", remove.title);
      remove.dataset.row = input(choice).value;
      const icon = document.createElement("span");
      icon.className = "pi pi-times";
      icon.setAttribute("aria-hidden", "true");
      remove.append(icon);
      line.append(" ", remove);
      return line;
    }));
  }

  /** Rows that were added since the page was drawn: somebody linked one of them, so nobody may lose it here. */
  function know(row, ids) {
    const box = boxOf(row);
    const list = box?.querySelector(".row-links-list");
    const known = box ? choices(box).map((choice) => input(choice).value) : [];
    ids.filter((id) => list && id && !known.includes(id)).forEach((id) => {
      const choice = choices(box)[0].cloneNode(true);
      choice.classList.remove("deleted");
      Object.assign(input(choice), { id: box.id + "-new-" + id, value: id });
      delete input(choice).dataset.href;
      const label = choice.querySelector("label");
      label.htmlFor = input(choice).id;
      label.textContent = box.dataset.new.replace("{0}", id);
      list.append(choice);
    });
  }

  /** Shows the rows that hold every word typed, and those that are chosen. */
  function sieve(box) {
    const wanted = plain(box.querySelector(".row-links-filter").value).split(/\s+/).filter(Boolean);
    let shown = 0;
    choices(box).forEach((choice) => {
      const text = plain(choice.textContent);
      choice.hidden = !input(choice).checked && !wanted.every((word) => text.includes(word));
      shown += choice.hidden ? 0 : 1;
    });
    box.querySelector(".row-links-none").textContent = shown === 0 ? box.dataset.none : "";
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches(".row-links-filter")) {
      sieve(event.target.closest(".row-links"));
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.closest(".row-links-list")) {
      draw(event.target.closest(".item"));
    }
  });

  document.addEventListener("click", (event) => {
    const remove = event.target.closest(".row-links-remove");
    const box = remove?.closest(".row-links");
    const marked = box && choices(box).map(input).find((one) => one.value === remove.dataset.row);
    if (marked) {
      marked.checked = false;
      marked.dispatchEvent(new Event("change", { bubbles: true }));
      marked.focus();
    }
  });

  document.querySelectorAll(".item.type-row-links").forEach(draw);

  return { draw, know };
})();
