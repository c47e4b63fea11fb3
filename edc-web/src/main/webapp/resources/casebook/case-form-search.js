/* A long list of answers, searched by typing: the combobox pattern of ARIA, with the answers drawn on the page. */
window.CaseFormSearch = (function () {
  "use strict";

  const MOST = 50;
  const input = (box) => box.querySelector("input");
  const list = (box) => box.querySelector("[role=listbox]");
  const options = (box) => [...box.querySelectorAll("[role=option]")];
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

  /** The code of what stands in the field; what is no answer comes back as typed. */
  function read(box) {
    const text = input(box).value;
    const typed = plain(text);
    const all = options(box);
    // answers may differ by an accent or a capital alone: what was picked counts, then what is the same to the letter
    const found = all.find((option) => option.dataset.code === input(box).dataset.picked && option.textContent === text)
      || all.find((option) => option.textContent === text)
      || all.find((option) => plain(option.textContent) === typed)
      || all.find((option) => plain(option.dataset.code) === typed);
    return typed === "" ? "" : found ? found.dataset.code : text;
  }

  function shown(box, code) {
    return options(box).find((option) => option.dataset.code === code)?.textContent || code;
  }

  function write(box, code) {
    input(box).value = code ? shown(box, code) : "";
    input(box).dataset.picked = code || "";
    close(box);
  }

  function close(box) {
    list(box).hidden = true;
    input(box).setAttribute("aria-expanded", "false");
    input(box).removeAttribute("aria-activedescendant");
    box.querySelector(".active")?.classList.remove("active");
  }

  /** Shows the answers that hold every word typed, or whose code begins so; all of them before anything is typed. */
  function open(box, all) {
    const wanted = all ? [] : plain(input(box).value).split(/\s+/).filter(Boolean);
    let fitting = 0;
    options(box).forEach((option, index) => {
      const text = plain(option.textContent);
      const fits = wanted.every((word) => text.includes(word)) || plain(option.dataset.code).startsWith(wanted.join(" "));
      option.id = option.id || list(box).id + "-" + index;
      option.hidden = !fits || ++fitting > MOST;
      option.setAttribute("aria-selected", String(option.dataset.code === read(box)));
    });
    list(box).classList.toggle("none", fitting === 0);
    list(box).hidden = false;
    input(box).setAttribute("aria-expanded", "true");
    mark(box, all ? options(box).find((option) => option.getAttribute("aria-selected") === "true") : null);
  }

  function mark(box, option) {
    box.querySelector(".active")?.classList.remove("active");
    if (option) {
      option.classList.add("active");
      option.scrollIntoView({ block: "nearest" });
      input(box).setAttribute("aria-activedescendant", option.id);
    } else {
      input(box).removeAttribute("aria-activedescendant");
    }
  }

  function step(box, by) {
    const fitting = options(box).filter((option) => !option.hidden);
    const at = fitting.findIndex((option) => option.classList.contains("active"));
    mark(box, fitting[at < 0 && by < 0 ? fitting.length - 1 : Math.min(Math.max(at + by, 0), fitting.length - 1)]);
  }

  function choose(box, option) {
    input(box).value = option.textContent;
    input(box).dataset.picked = option.dataset.code;
    close(box);
    input(box).dispatchEvent(new Event("change", { bubbles: true }));
  }

  document.addEventListener("input", (event) => {
    const box = event.target.closest(".search-choice");
    if (box) {
      open(box, false);
    }
  });

  // before the form hears the key: Enter takes the marked answer and then goes on
  document.addEventListener("keydown", (event) => {
    const box = event.target.closest?.(".search-choice");
    if (!box || event.altKey) {
      return;
    }
    const opened = !list(box).hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (opened) {
        step(box, event.key === "ArrowDown" ? 1 : -1);
      } else {
        open(box, true);
      }
    } else if (event.key === "Escape" && opened) {
      event.stopPropagation();
      close(box);
    } else if (event.key === "Enter" && box.querySelector(".active")) {
      choose(box, box.querySelector(".active"));
    }
  }, true);

  document.addEventListener("mousedown", (event) => {
    if (event.target.closest(".search-list")) {
      event.preventDefault();
    }
  });

  document.addEventListener("click", (event) => {
    const box = event.target.closest(".search-choice");
    const option = event.target.closest(".search-choice [role=option]");
    if (option) {
      choose(box, option);
    } else if (box && list(box).hidden) {
      open(box, true);
    }
  });

  document.addEventListener("focusout", (event) => {
    const box = event.target.closest(".search-choice");
    if (box) {
      close(box);
    }
  });

  return { read, write, shown };
})();
