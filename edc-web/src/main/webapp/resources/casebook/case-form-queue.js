/*
 * Sends what was typed, one entry after the other, and keeps what is not stored yet on this device, for this person and this
 * form alone. Each entry has a key of its own: sent twice it is stored once.
 */
window.CaseFormQueue = class CaseFormQueue {
  /**
   * @param formId id of the case form
   * @param hooks sign(oid, state, why), saved(oid, entry, data), conflict(oid, entry, data) and reason(oid), the last two
   *   resolving to what to do: {reason} or null
   */
  constructor(formId, hooks) {
    this.formId = formId;
    this.hooks = hooks;
    this.place = "casebook-unsent:" + Casebook.meta("person") + ":" + formId;
    this.entries = this.load();
    this.revisions = Object.create(null);
    this.running = false;
    this.waits = [2000, 5000, 15000, 30000];
    this.failures = 0;
    addEventListener("online", () => this.retryAll());
  }

  load() {
    try {
      // an OID may be any word, also one that plain objects have already
      return Object.assign(Object.create(null), JSON.parse(localStorage.getItem(this.place)));
    } catch (unreadable) {
      return Object.create(null);
    }
  }

  keep() {
    try {
      if (Object.keys(this.entries).length) {
        localStorage.setItem(this.place, JSON.stringify(this.entries));
      } else {
        localStorage.removeItem(this.place);
      }
    } catch (full) {
      // nowhere to keep it: the entry still stands in its field and in memory
    }
  }

  /** What is being typed and was not left yet: kept, not sent. */
  draft(oid, text) {
    this.entries[oid] = { ...this.entries[oid], text, leftBlank: null, draft: true, key: null, itemRevision: this.revisions[oid] };
    this.keep();
  }

  /** Takes an entry; the latest for an item wins. */
  put(oid, entry) {
    this.entries[oid] = { ...entry, itemRevision: entry.itemRevision ?? this.revisions[oid], key: crypto.randomUUID(), state: "waiting" };
    this.keep();
    this.hooks.sign(oid, "storing");
    this.pump();
  }

  drop(oid) {
    delete this.entries[oid];
    this.keep();
  }

  unsent() {
    return Object.keys(this.entries).filter((oid) => !this.entries[oid].draft);
  }

  failed() {
    return this.unsent().filter((oid) => this.entries[oid].state === "failed");
  }

  retryAll() {
    this.failed().forEach((oid) => this.retry(oid));
  }

  retry(oid) {
    if (this.entries[oid]) {
      this.entries[oid].state = "waiting";
      this.hooks.sign(oid, "storing");
      this.pump();
    }
  }

  /** Resolves when nothing is on its way any more; to true when everything is stored. */
  async settled() {
    await this.pump();
    return this.unsent().length === 0;
  }

  pump() {
    if (!this.running) {
      this.running = true;
      this.work = this.drain().finally(() => { this.running = false; });
    }
    return this.work;
  }

  async drain() {
    for (;;) {
      const oid = this.unsent().find((one) => this.entries[one].state !== "failed");
      if (!oid) {
        return;
      }
      const entry = this.entries[oid];
      await this.take(oid, entry, await this.send(oid, entry));
    }
  }

  send(oid, entry) {
    const body = { key: entry.key, text: entry.text, leftBlank: entry.leftBlank, reason: entry.reason, itemRevision: entry.itemRevision ?? this.revisions[oid] };
    return Casebook.api("PUT", "/entry/forms/" + this.formId + "/items/" + encodeURIComponent(oid), body);
  }

  complete() {
    return Casebook.api("POST", "/entry/forms/" + this.formId + "/complete", {});
  }

  completed() {
    location.reload();
  }

  async take(oid, entry, answer) {
    const newer = this.entries[oid] !== entry;
    if (answer.ok) {
      this.failures = 0;
      this.learn(answer.data);
      if (!newer) {
        this.drop(oid);
        this.hooks.sign(oid, "stored");
      } else if (!this.entries[oid].draft) {
        this.entries[oid].itemRevision = this.revisions[oid];
      }
      this.hooks.saved(oid, entry, answer.data, newer);
      return;
    }
    if (!newer) {
      await this.refused(oid, entry, answer);
    }
  }

  learn(data) {
    for (const item of [data.item, ...(data.items || [])]) {
      if (item) {
        this.revisions[item.oid] = item.revision;
      }
    }
  }

  async refused(oid, entry, answer) {
    const code = answer.data.code;
    if (answer.status === 409 && code === "item-was-changed") {
      const stored = answer.data.conflict;
      return this.again(oid, entry, await this.hooks.conflict(oid, entry, stored, answer.data.sentence), stored.revision);
    }
    if (code === "reason-is-missing") {
      return this.again(oid, entry, await this.hooks.reason(oid), entry.itemRevision, answer.data.sentence);
    }
    if (code === "forged-request" && await this.sameSession()) {
      return undefined;
    }
    entry.state = "failed";
    const out = answer.status === 401 || code === "forged-request";
    entry.final = !out && answer.status !== 0 && answer.status < 500;
    this.keep();
    this.hooks.sign(oid, "failed", answer.data.sentence);
    if (out) {
      Casebook.sessionEnded();
    } else if (!entry.final) {
      const wait = this.waits[Math.min(this.failures++, this.waits.length - 1)];
      setTimeout(() => this.retryAll(), wait);
    }
    return undefined;
  }

  /** The same entry with a reason and the revision now known, or given up when the person said no. */
  again(oid, entry, said, revision, why) {
    if (said) {
      this.put(oid, { text: entry.text, leftBlank: entry.leftBlank, reason: said.reason, itemRevision: revision });
    } else if (this.entries[oid] === entry) {
      this.drop(oid);
      this.hooks.sign(oid, "idle", why);
    }
  }

  /** After a new sign-in elsewhere the token is another one; only the same person may go on with it. */
  async sameSession() {
    const answer = await Casebook.api("GET", "/whoami");
    if (!answer.ok || answer.data.id !== Casebook.meta("person")) {
      return false;
    }
    Casebook.useCsrf(answer.data.csrf);
    return true;
  }
};
