/* “Why?”: asks for the rule behind what is hidden, closed, flagged or overdue, and shows it with its inputs and ways to mend it. */
window.CasebookWhy = (function () {
  "use strict";

  const dialog = document.getElementById("why-dialog");
  const words = document.getElementById("why-words").dataset;
  const here = () => document.getElementById("case-form");
  let asked = 0;

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) {
      element.className = className;
    }
    if (text !== undefined && text !== null) {
      element.textContent = text;
    }
    return element;
  }

  /** A small button that asks why; about: what a screen reader adds. */
  function button(url, about) {
    const one = make("button", "why-button", words.why);
    one.type = "button";
    one.dataset.why = url;
    one.dataset.about = about;
    one.setAttribute("aria-label", words.of.replace("{0}", about));
    return one;
  }

  async function ask(url, about) {
    const turn = ++asked;
    const box = document.getElementById("why-reasons");
    const title = document.getElementById("why-title");
    title.textContent = words.title.replace("{0}", about || "");
    box.replaceChildren(make("p", "soft", words.loading));
    if (!dialog.open) {
      dialog.showModal();
    }
    title.focus();
    const answer = await Casebook.api("GET", url);
    if (turn !== asked) {
      return;
    }
    if (answer.status === 401) {
      dialog.close();
      Casebook.sessionEnded();
    } else if (answer.ok) {
      title.textContent = words.title.replace("{0}", answer.data.about);
      box.replaceChildren(...answer.data.reasons.map(reason));
    } else {
      box.replaceChildren(make("p", "field-error", answer.data.sentence));
    }
  }

  function reason(one) {
    const part = make("section", "why-reason");
    part.append(make("p", "why-sentence", one.sentence));
    if (one.rule) {
      part.append(make("p", "why-rule", one.rule));
    }
    if (one.inputs.length) {
      part.append(inputs(one.inputs));
    }
    if (one.formula) {
      const more = make("details", "why-formula");
      more.append(make("summary", "", words.formula), make("code", "", one.formula));
      part.append(more);
    }
    return part;
  }

  function inputs(all) {
    const list = make("ul", "why-inputs");
    list.setAttribute("aria-label", words.inputs);
    list.append(...all.map((input) => {
      const line = make("li");
      const what = make("span", "why-what");
      what.append(make("span", "why-question", input.question));
      if (input.place) {
        what.append(make("span", "small soft", input.place));
      }
      const value = make("span", "why-value" + (input.value === undefined || input.value === null ? " missing" : ""));
      value.append(make("strong", "", input.value ?? (input.note ? "" : words.missing)));
      if (input.note) {
        value.append(make("span", "small soft", input.note));
      }
      line.append(what, value);
      if (input.mend) {
        line.append(way(input));
      }
      return line;
    }));
    return list;
  }

  /** On this form a way to the item itself; where that is hidden, the question why; elsewhere a link. */
  function way(input) {
    const mend = input.mend;
    const form = here();
    // 0: the form at hand, which is not begun yet
    const own = form && (mend.form === 0 || String(mend.form) === form.dataset.form);
    const row = own && mend.item ? document.getElementById("item-" + mend.item) : null;
    if (row?.hidden) {
      return button(window.CaseFormSeat.address("why/", "/items/" + encodeURIComponent(mend.item)), input.question);
    }
    const link = make("a", "why-mend", row ? words.change : mend.log ? words.log : mend.form ? words.go : words.start);
    link.href = row ? "#item-" + mend.item : address(mend);
    link.setAttribute("aria-label", link.textContent + ": " + input.question);
    if (row) {
      link.dataset.jump = mend.item;
    }
    return link;
  }

  function address(mend) {
    const place = new URLSearchParams();
    for (const part of ["study", "site"]) {
      if (Casebook.meta(part)) {
        place.set(part, Casebook.meta(part));
      }
    }
    if (mend.form) {
      place.set("form", mend.form);
      return "/capture/case-form.xhtml?" + place + (mend.item ? "#item-" + mend.item : "");
    }
    place.set("subject", mend.subject);
    if (mend.log) {
      place.set("form", mend.log);
      if (mend.event) {
        place.set("event", mend.event);
      }
      return "/capture/log.xhtml?" + place;
    }
    return "/subject/subject.xhtml?" + place + "#" + (mend.event || "");
  }

  document.addEventListener("click", (event) => {
    const why = event.target.closest("[data-why]");
    if (why) {
      event.preventDefault();
      ask(why.dataset.why, why.dataset.about);
    } else if (event.target.closest("#why-dialog a")) {
      dialog.close();
    }
  }, true);

  return { ask, button, words };
})();
