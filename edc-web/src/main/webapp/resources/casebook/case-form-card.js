/* What an item is: its definition in words, drawn into the panel beside the form when somebody looks. */
window.CaseFormCard = (function () {
  "use strict";

  const holder = document.getElementById("card-words");
  if (!holder) {
    return null;
  }
  const words = holder.dataset;

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) {
      element.className = className;
    }
    if (text !== undefined) {
      element.textContent = text;
    }
    return element;
  }

  async function draw(box, oid) {
    box.dataset.of = oid;
    box.replaceChildren(make("p", "soft", words.loading));
    const answer = await Casebook.api("GET", window.CaseFormSeat.address("why/", "/items/" + encodeURIComponent(oid) + "/card"));
    if (box.dataset.of !== oid) {
      return;
    }
    if (!answer.ok) {
      box.replaceChildren(make("p", "field-error", answer.data.sentence));
      return;
    }
    box.replaceChildren(facts(answer.data), ...rules(answer.data));
  }

  function facts(card) {
    const list = make("dl", "facts tall card");
    const line = (word, text) => {
      if (text) {
        const one = make("div", "fact");
        one.append(make("dt", "", word), make("dd", "", text));
        list.append(one);
      }
    };
    line(words.type, [card.type, ...card.limits].join(", "));
    line(words.unit, card.unit);
    line(words.answers, card.answers.join("\n"));
    line(words.needed, card.mandatory ? words.yes : words.no);
    line(words.critical, card.critical ? words.yes : "");
    line(words.name, card.name === card.oid ? card.oid : card.name + " (" + card.oid + ")");
    line(words.aliases, card.aliases.join("\n"));
    return list;
  }

  function rules(card) {
    const all = [
      ...(card.condition ? [rule(words.condition, card.condition)] : []),
      ...(card.method ? [rule(words.method, card.method)] : []),
      ...card.checks.map((check) => rule(check.hard ? words.hard : words.soft, check)),
    ];
    return all;
  }

  function rule(kind, one) {
    const part = make("section", "card-rule");
    part.append(make("h3", "small", kind), make("p", "", one.words));
    if (one.name) {
      part.append(make("p", "small soft", one.name));
    }
    if (one.formula) {
      const more = make("details", "why-formula");
      more.append(make("summary", "", words.formula), make("code", "", one.formula));
      part.append(more);
    }
    return part;
  }

  return { draw };
})();
