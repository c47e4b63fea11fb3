/*
 * Sends what was typed, one entry after the other, and keeps what is not stored yet on this device, for this person and this
 * form alone (case-form-drafts.js). Each entry has a key of its own: sent twice it is stored once. What was sent and not heard
 * of goes first, under its own key, before anything newer of the same item: so nobody conflicts with himself. Files go beside
 * the rest, which does not wait for them.
 */
window.CaseFormQueue = class CaseFormQueue {
  /**
   * @param formId id of the case form; empty while it is not begun
   * @param hooks sign(oid, state, why, again), saved(oid, entry, data), superseded(oid), typing(oid), dirty(oid);
   *   upload(oid, sent) sends a file as it is and answers as api does;
   *   conflict(oid, entry, stored, sentence) and reason(oid) resolve to what to do: {reason} or null
   */
  constructor(formId, hooks) {
    this.formId = formId;
    this.hooks = hooks;
    this.entries = Object.create(null);
    this.revisions = Object.create(null);
    this.formRevision = 0;
    this.running = false;
    this.arriving = new Map();
    this.waits = [2000, 5000, 15000, 30000];
    this.failures = 0;
    this.left = [];
    this.ready = Promise.resolve(this.load()).then((found) => {
      // what a closed window left behind; what was typed here since is newer
      this.left = Object.keys(found).filter((oid) => !this.entries[oid]);
      this.entries = Object.assign(found, this.entries);
    });
    addEventListener("online", () => this.retryAll());
    document.addEventListener("casebook:signed-in", () => this.retryAll());
  }

  load() {
    const form = document.getElementById("case-form");
    this.drafts = new window.CaseFormDrafts([this.formId, window.CaseFormSeat.seat()].filter(Boolean), form.dataset.drafts);
    form.addEventListener("casebook:begun", (event) => this.drafts.move(String(event.detail.id), this.entries));
    return this.drafts.load();
  }

  keep() {
    this.drafts.keep(this.entries);
  }

  /** What is being typed and was not left yet, or waits for a reason: kept, not sent. */
  draft(oid, text, unit, leftBlank) {
    const before = this.entries[oid];
    this.entries[oid] = { text, unit: unit ?? null, leftBlank: leftBlank ?? null, draft: true, key: null, state: "waiting", at: Date.now(), itemRevision: this.base(oid), sent: before?.sent };
    this.keep();
  }

  /** Takes an entry; the latest for an item wins. */
  put(oid, entry) {
    const itemRevision = entry.itemRevision ?? this.base(oid);
    this.entries[oid] = { ...entry, itemRevision, key: crypto.randomUUID(), state: "waiting", at: Date.now(), sent: this.entries[oid]?.sent };
    this.keep();
    this.hooks.sign(oid, "storing");
    this.pump();
  }

  /** The revision that the person saw when he began; what others stored meanwhile must not slip below his entry. */
  base(oid) {
    return this.entries[oid]?.itemRevision ?? this.revisions[oid];
  }

  /** What cannot even be sent stands as not stored until it is put right or taken back. */
  refuse(oid, entry, why) {
    this.entries[oid] = { ...entry, itemRevision: this.base(oid), key: null, state: "failed", final: true, at: Date.now() };
    this.hooks.sign(oid, "failed", why);
  }

  /** Items whose file is not stored yet: files outlive no page. */
  files() {
    return Object.keys(this.entries).filter((oid) => this.entries[oid].file || this.entries[oid].sent?.file);
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
    Object.keys(this.entries).forEach((oid) => {
      const entry = this.entries[oid];
      if (entry.state === "failed" && !entry.final) {
        this.retry(oid);
      }
    });
  }

  retry(oid) {
    if (this.entries[oid]) {
      this.entries[oid].state = "waiting";
      this.pump();
    }
  }

  /** Resolves when nothing is on its way any more; to true when everything is stored. */
  async settled() {
    for (await this.pump(); this.arriving.size; await this.pump()) {
      await Promise.all(this.arriving.values());
    }
    return this.unsent().length === 0;
  }

  pump() {
    if (!this.running) {
      this.running = true;
      this.work = this.ready.then(() => this.drain()).finally(() => {
        this.running = false;
        if (this.due()) {
          this.pump();
        }
      });
    }
    return this.work;
  }

  due() {
    return Object.keys(this.entries).find((oid) => !this.arriving.has(oid) && this.entries[oid].state !== "failed" && (!this.entries[oid].draft || this.entries[oid].sent));
  }

  async drain() {
    for (let oid = this.due(); oid; oid = this.due()) {
      const entry = this.entries[oid];
      entry.sent = entry.sent || { key: entry.key, text: entry.text, unit: entry.unit ?? null, leftBlank: entry.leftBlank, reason: entry.reason, itemRevision: entry.itemRevision, file: entry.file };
      this.keep();
      this.hooks.sign(oid, "storing");
      const taken = this.bring(oid, entry.sent);
      if (entry.sent?.file) {
        this.arriving.set(oid, taken.finally(() => {
          this.arriving.delete(oid);
          this.pump();
        }));
      } else {
        await taken;
      }
    }
  }

  async bring(oid, sent) {
    await this.take(oid, sent, await (sent.file ? this.hooks.upload(oid, sent) : this.send(oid, sent)));
  }

  send(oid, sent) {
    return Casebook.api("PUT", window.CaseFormSeat.address("", "/items/" + encodeURIComponent(oid)), sent);
  }

  /** The same key until the server has answered, so that a lost answer completes nothing twice. */
  async complete() {
    this.completing = this.completing || crypto.randomUUID();
    const answer = await Casebook.api("POST", window.CaseFormSeat.address("", "/complete"), { key: this.completing });
    if (answer.status > 0 && answer.status < 500) {
      this.completing = null;
    }
    return answer;
  }

  completed() {
    location.reload();
  }

  async take(oid, sent, answer) {
    const entry = this.entries[oid];
    const own = Boolean(entry) && !entry.draft && entry.key === sent.key;
    if (!answer.ok) {
      await this.refused(oid, entry, own, answer);
      return;
    }
    this.failures = 0;
    window.CaseFormSeat?.adopt(answer.data.begun);
    // an entry that was stored long ago and changed by somebody since: its answer is of then
    const late = answer.data.item?.revision < this.revisions[oid];
    // more revisions than this entry made: somebody changed something that this page does not show yet; a form that was
    // begun by it may stand otherwise than it was drawn
    answer.data.missed = Boolean(answer.data.begun) || answer.data.form?.revision > this.formRevision + (answer.data.changed ? 1 : 0);
    this.learn(answer.data, oid);
    if (own) {
      this.drop(oid);
      this.hooks.sign(oid, "stored");
    } else if (entry) {
      delete entry.sent;
      entry.itemRevision = this.revisions[oid];
      this.keep();
    }
    this.hooks.saved(oid, sent, late ? { ...answer.data, item: null } : answer.data);
    if (own && late) {
      this.hooks.superseded(oid);
    }
  }

  /** Whether the person has something of his own in this item that is not stored. */
  holds(oid) {
    return Boolean(this.entries[oid]) || this.hooks.dirty?.(oid) === true;
  }

  /** Takes the revisions that an answer tells; not of items in which the person has begun to type. */
  learn(data, own) {
    for (const item of [data.item, ...(data.items || [])]) {
      if (item && (item.oid === own || !this.holds(item.oid))) {
        this.revisions[item.oid] = Math.max(item.revision, this.revisions[item.oid] ?? 0);
      }
    }
    this.formRevision = Math.max(data.missed ? 0 : data.form?.revision ?? 0, this.formRevision);
  }

  async refused(oid, entry, own, answer) {
    if (this.unheard(answer)) {
      await this.later(oid, entry, answer);
      return;
    }
    if (entry) {
      delete entry.sent;
      this.keep();
    }
    if (own) {
      await this.no(oid, entry, answer);
    }
  }

  /**
   * Whether the server may do it next time, or may have done it without our hearing of it: also when somebody else answers for
   * it, a proxy, or the server itself while it starts. Only a refusal of ours is a no.
   */
  unheard(answer) {
    return answer.status === 0 || answer.status === 401 || answer.status >= 500 || ["failed", "forged-request", "stored-at-the-same-moment"].includes(answer.data.code);
  }

  async later(oid, entry, answer) {
    if (!entry) {
      return;
    }
    if (answer.data.code === "forged-request" && await Casebook.samePerson()) {
      return;
    }
    const out = answer.status === 401 || answer.data.code === "forged-request";
    const wait = out ? null : this.waits[Math.min(this.failures++, this.waits.length - 1)];
    const again = wait && new Date(Date.now() + wait);
    Object.assign(entry, { state: "failed", final: false });
    this.keep();
    this.hooks.sign(oid, "failed", answer.data.sentence, again);
    clearTimeout(this.timer);
    if (out) {
      Casebook.sessionEnded();
    } else {
      this.timer = setTimeout(() => this.retryAll(), wait);
    }
  }

  async no(oid, entry, answer) {
    const stored = answer.data.code === "item-was-changed" ? answer.data.conflict : null;
    const ask = stored || answer.data.code === "reason-is-missing";
    if (ask && entry.pause && this.hooks.typing(oid)) {
      // no question in the middle of a word: it comes on leaving the field
      Object.assign(entry, { draft: true, key: null, pause: false });
      this.keep();
      this.hooks.sign(oid, "failed", answer.data.sentence);
    } else if (stored) {
      this.again(oid, entry, await this.hooks.conflict(oid, entry, stored, answer.data.sentence), stored.revision);
    } else if (ask) {
      this.again(oid, entry, await this.hooks.reason(oid), entry.itemRevision, answer.data.sentence);
    } else {
      Object.assign(entry, { state: "failed", final: true });
      this.keep();
      this.hooks.sign(oid, "failed", answer.data.sentence);
    }
  }

  /** The same entry with a reason and the revision now known, or given up when the person said no. */
  again(oid, entry, said, revision, why) {
    if (said) {
      this.put(oid, { text: entry.text, unit: entry.unit, leftBlank: entry.leftBlank, file: entry.file, reason: said.reason, itemRevision: revision });
    } else if (this.entries[oid] === entry) {
      this.drop(oid);
      this.hooks.sign(oid, "idle", why);
    }
  }
};
