/*
 * What every page can do without a postback:
 *   <button data-action="POST" data-url="/entry/…" data-field-note="…" data-reason="required" data-confirm="…" data-then="reload">
 *   <form data-action="POST" data-url="/entry/…" data-then="/subject/subjects.xhtml">  (its named fields are sent as JSON)
 * data-reason: required | optional (asks in a dialog, sent as "reason"); data-confirm: the question asked;
 * data-title: the dialog's heading; data-then: reload | stay | follow (to the answer's address) | an address, in which
 * {name} is taken from the answer;
 * data-keyed: sends a request key, the same one until the server has answered, so that a lost answer does nothing twice;
 * data-into: id of an element that receives the refusal's sentence instead of a toast.
 * The study and site of the page are added to each address that does not name them.
 */
window.Casebook = (function () {
  "use strict";

  const meta = (name) => document.querySelector('meta[name="casebook-' + name + '"]')?.content || "";
  const words = () => document.getElementById("casebook-words").dataset;
  let csrf = meta("csrf");

  function scoped(url) {
    const target = new URL(url, location.origin);
    for (const part of ["study", "site"]) {
      if (meta(part) && !target.searchParams.has(part) && target.pathname.startsWith("/entry/")) {
        target.searchParams.set(part, meta(part));
      }
    }
    return target.pathname + target.search;
  }

  /** What each request of ours carries; the token is another one after a new sign-in. */
  const requestHeaders = () => ({ Accept: "application/json", "X-CSRF-Token": csrf });

  /**
   * Sends JSON; resolves to {ok, status, data}. A refusal's sentence is in data.sentence; status 0: not reached.
   * parting: it is still sent when the page closes, as entries are.
   */
  async function api(method, url, body, parting) {
    const headers = requestHeaders();
    // keepalive: an entry sent while the tab closes still arrives
    const init = { method, headers, credentials: "same-origin", redirect: "manual" };
    if (body !== undefined) {
      headers["Content-Type"] = "application/json";
      init.body = JSON.stringify(body);
      // browsers carry no more than 64 KB beyond the end of a page
      init.keepalive = (parting || method === "PUT") && init.body.length < 20_000;
    }
    if (method === "PUT") {
      // on a line that died without a word a browser would wait for minutes; an entry is sent again, and stored once
      init.signal = AbortSignal.timeout(20_000);
    }
    return sent(url, init);
  }

  /** Sends a file as it is; answers as api does. Slower than 8 KB a second, the line is taken for dead. */
  function upload(url, file, more) {
    const headers = { ...requestHeaders(), "Content-Type": "application/octet-stream", ...more };
    return sent(url, { method: "POST", headers, credentials: "same-origin", redirect: "manual", body: file, signal: AbortSignal.timeout(20_000 + file.size / 8) });
  }

  async function sent(url, init) {
    let response;
    try {
      response = await fetch(scoped(url), init);
    } catch (offline) {
      return { ok: false, status: 0, data: { code: "not-reached", sentence: words().notReached } };
    }
    return { ok: response.ok, status: statusOf(response), data: await dataOf(response) };
  }

  // a redirect to the login page means that the session has ended
  function statusOf(response) {
    return response.type === "opaqueredirect" ? 401 : response.status;
  }

  async function dataOf(response) {
    const type = response.headers.get("Content-Type") || "";
    if (type.includes("json")) {
      const data = await response.json().catch(() => ({}));
      if (!response.ok) {
        // the doors answer RFC 9457 problems, the rooms refusals
        data.sentence = data.sentence || data.detail || words().failed.replace("{0}", response.headers.get("X-Request-Id") || "–");
      }
      return data;
    }
    if (response.ok) {
      return { text: await response.text() };
    }
    const request = response.headers.get("X-Request-Id") || "–";
    return { code: "failed", sentence: words().failed.replace("{0}", request) };
  }

  function toast(text, tone) {
    const box = document.createElement("div");
    box.className = "toast " + (tone || "good");
    const line = document.createElement("p");
    line.textContent = text;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "icon-button";
    close.setAttribute("aria-label", words().close);
    close.innerHTML = '<span class="pi pi-times" aria-hidden="true"></span>';
    close.addEventListener("click", () => box.remove());
    box.append(line, close);
    document.getElementById("toasts").append(box);
    if (tone !== "bad") {
      setTimeout(() => box.remove(), 6000);
    }
  }

  /** A time in the person's own zone, which is named; year, month, day, as everywhere. */
  function time(iso) {
    return new Date(iso).toLocaleString("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
  }

  let turn = Promise.resolve();

  /** Closes a dialog and goes on when that has been told, so that the next question is not closed by it. */
  function shut(dialog, then) {
    if (dialog.open) {
      dialog.addEventListener("close", then, { once: true });
      dialog.close();
    } else {
      then();
    }
  }

  /** Asks for a reason or a yes, one question after the other; resolves to {reason} or null when cancelled. */
  function ask(options) {
    turn = turn.then(() => askNow(options));
    return turn;
  }

  function askNow(options) {
    const dialog = document.getElementById("reason-dialog");
    const input = document.getElementById("reason-input");
    const error = document.getElementById("reason-error");
    document.getElementById("reason-title").textContent = options.title || words().why;
    document.getElementById("reason-text").textContent = options.text || "";
    document.getElementById("reason-field").hidden = !options.reason;
    input.value = options.value || "";
    error.textContent = "";
    return new Promise((resolve) => {
      const done = (value) => {
        dialog.removeEventListener("close", cancelled);
        form.removeEventListener("submit", submitted);
        shut(dialog, () => resolve(value));
      };
      const cancelled = () => done(null);
      const submitted = (event) => {
        event.preventDefault();
        if (options.reason === "required" && !input.value.trim()) {
          error.textContent = words().reasonNeeded;
          input.focus();
          return;
        }
        done({ reason: input.value.trim() || undefined });
      };
      const form = dialog.querySelector("form");
      form.addEventListener("submit", submitted);
      dialog.addEventListener("close", cancelled);
      dialog.showModal();
      (options.reason ? input : document.getElementById("reason-ok")).focus();
    });
  }

  function sessionEnded() {
    const dialog = document.getElementById("session-dialog");
    document.getElementById("session-link").href = location.pathname + location.search;
    document.dispatchEvent(new CustomEvent("casebook:session-ended"));
    if (!dialog.open) {
      dialog.showModal();
    }
  }

  /**
   * After a new sign-in the token is another one; only the same person may go on with it. Of another person's page nothing is
   * shown any more; what he had not stored is kept for him.
   */
  async function samePerson() {
    const answer = await api("GET", "/whoami");
    if (answer.ok && answer.data.id !== meta("person")) {
      otherPerson();
    }
    if (!answer.ok || answer.data.id !== meta("person")) {
      return false;
    }
    csrf = answer.data.csrf;
    return true;
  }

  function otherPerson() {
    document.body.hidden = true;
    location.reload();
  }

  function fieldsOf(source) {
    const fields = {};
    for (const [name, value] of Object.entries(source.dataset)) {
      if (name.startsWith("field") && name.length > 5) {
        fields[name.charAt(5).toLowerCase() + name.slice(6)] = value;
      }
    }
    if (source instanceof HTMLFormElement) {
      for (const [name, value] of new FormData(source)) {
        fields[name] = typeof value === "string" && value.trim() === "" ? null : value;
      }
    }
    return fields;
  }

  async function act(source) {
    if (source.getAttribute("aria-busy")) {
      return;
    }
    const body = fieldsOf(source);
    if (source.dataset.reason || source.dataset.confirm) {
      const said = await ask({ title: source.dataset.title || source.textContent.trim(), text: source.dataset.confirm, reason: source.dataset.reason });
      if (!said) {
        return;
      }
      Object.assign(body, said);
    }
    if ("keyed" in source.dataset) {
      body.key = source.dataset.keyed = source.dataset.keyed || crypto.randomUUID();
    }
    source.setAttribute("aria-busy", "true");
    const answer = await api(source.dataset.action, source.dataset.url, source.dataset.action === "GET" ? undefined : body);
    if ("keyed" in source.dataset && answer.status > 0 && answer.status < 500) {
      source.dataset.keyed = "";
    }
    if (!answer.ok || source.dataset.then === "stay") {
      // until the page goes a second click does nothing
      source.removeAttribute("aria-busy");
    }
    if (answer.ok) {
      succeed(source, answer.data);
    } else {
      refuse(source, answer);
    }
  }

  function succeed(source, data) {
    const then = source.dataset.then || "reload";
    if (then === "reload") {
      if (data && data.sentence) {
        sessionStorage.setItem("casebook-toast", data.sentence);
      }
      location.reload();
    } else if (then === "stay") {
      toast((data && data.sentence) || words().ok);
      source.dispatchEvent(new CustomEvent("casebook:done", { bubbles: true, detail: data }));
    } else if (then === "follow") {
      location.href = data.address;
    } else {
      location.href = then.replace(/\{(\w+)\}/g, (all, name) => encodeURIComponent(data[name] ?? ""));
    }
  }

  function refuse(source, answer) {
    if (answer.status === 401) {
      sessionEnded();
      return;
    }
    const sentence = answer.data.sentence || words().failed.replace("{0}", "–");
    const into = source.dataset.into && document.getElementById(source.dataset.into);
    if (into) {
      into.textContent = sentence;
      into.focus?.();
    } else {
      toast(sentence, "bad");
    }
  }

  function toggleTheme() {
    const dark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("casebook-theme", document.documentElement.dataset.theme);
  }

  function toggleNav(force) {
    const nav = document.getElementById("nav");
    const open = nav.classList.toggle("open", force);
    document.querySelector("[data-nav-toggle]").setAttribute("aria-expanded", String(open));
    if (open) {
      nav.querySelector("a")?.focus();
    }
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-action], [data-theme-toggle], [data-nav-toggle], [data-dialog-cancel], [data-dialog-open]");
    for (const menu of document.querySelectorAll("details[data-menu][open]")) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    }
    if (!target) {
      return;
    }
    if (target.dataset.themeToggle) {
      toggleTheme();
    } else if (target.dataset.navToggle) {
      toggleNav();
    } else if (target.dataset.dialogCancel) {
      target.closest("dialog").close();
    } else if (target.dataset.dialogOpen) {
      document.getElementById(target.dataset.dialogOpen).showModal();
    } else if (target.dataset.action && !(target instanceof HTMLFormElement) && target.getAttribute("aria-disabled") !== "true") {
      event.preventDefault();
      act(target);
    }
  });

  // pressed before the form's script was there, as on a slow line: pressed again when it is
  let early = null;
  document.addEventListener("click", (event) => {
    if (document.readyState === "loading" && !window.CaseForm) {
      early = event.target.closest("[data-form-act]");
    }
  });
  document.addEventListener("DOMContentLoaded", () => early?.click());

  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-action]")) {
      event.preventDefault();
      act(event.target);
    }
  });

  // one box that ticks all boxes of its form whose name begins alike
  document.addEventListener("change", (event) => {
    const start = event.target.dataset.checkAll;
    if (start) {
      event.target.form.querySelectorAll('input[type="checkbox"][name^="' + start + '"]').forEach((box) => { box.checked = event.target.checked; });
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
        menu.open = false;
        menu.querySelector("summary").focus();
      });
      if (document.getElementById("nav")?.classList.contains("open")) {
        toggleNav(false);
        document.querySelector("[data-nav-toggle]").focus();
      }
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    const told = sessionStorage.getItem("casebook-toast");
    if (told) {
      sessionStorage.removeItem("casebook-toast");
      toast(told);
    }
    // on a phone the tab of this page may stand beyond the edge
    const tab = document.querySelector('.tabs [aria-current="page"]');
    if (tab) {
      const tabs = tab.parentElement;
      tabs.scrollLeft = tab.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
    }
  });

  return {
    api, upload, headers: requestHeaders, scoped, ask, shut, toast, words, meta, sessionEnded, samePerson, otherPerson, time,
  };
})();
