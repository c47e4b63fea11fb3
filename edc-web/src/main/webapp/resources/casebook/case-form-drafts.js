/*
 * What is not stored yet, kept on this device: enciphered with a key that the server tells this account alone, since a browser
 * at a site serves many people. Each window keeps its own; what a closed one left is taken over by the next window of the same
 * person at the same form. After thirty days it goes.
 */
window.CaseFormDrafts = class CaseFormDrafts {
  /**
   * @param names of the form: under the first its entries are kept; what closed windows left under any of them is its own too,
   *   since a form that was not begun goes by its seat, and later by its id
   * @param key 32 bytes, base64; the same for this account whenever it signs in
   */
  constructor(names, key) {
    this.starts = names.map((name) => this.startOf(name));
    this.settle(names[0]);
    const bytes = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
    // browsers cipher in secure contexts alone; elsewhere nothing is kept beyond the page
    this.cipher = crypto.subtle ? crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]) : null;
    this.written = Promise.resolve();
  }

  startOf(name) {
    return "casebook-unsent:" + Casebook.meta("person") + ":" + name + ":";
  }

  /** From now on entries are kept under this name of the form. */
  settle(name) {
    this.start = this.startOf(name);
    this.place = this.start + crypto.randomUUID();
    // held until the window is gone, however it goes: so others know what is left behind
    navigator.locks?.request(this.place, () => new Promise(() => {}));
  }

  /** The form has another name now: its entries are kept under that, and under the old one no more. */
  async move(name, entries) {
    await this.written;
    const before = this.place;
    this.settle(name);
    await this.keep(entries);
    localStorage.removeItem(before);
  }

  /** What closed windows of this person left of this form; from now on kept under this window's name. */
  async load() {
    let found = Object.create(null);
    if (this.cipher && navigator.locks) {
      for (const start of this.starts) {
        found = await navigator.locks.request(start + "taking-over", () => this.takeOver(start, found));
      }
    }
    return found;
  }

  async takeOver(start, before) {
    const places = await this.orphans(start);
    const left = (await Promise.all(places.map((place) => this.open(place, start)))).flatMap((entries) => Object.entries(entries));
    const all = [...Object.entries(before), ...left].sort((one, other) => (one[1].at || 0) - (other[1].at || 0));
    // an OID may be any word, also one that plain objects have already
    const found = Object.assign(Object.create(null), Object.fromEntries(all));
    await this.keep(found);
    places.forEach((place) => localStorage.removeItem(place));
    return found;
  }

  async orphans(start) {
    const held = new Set((await navigator.locks.query()).held.map((lock) => lock.name));
    return Object.keys(localStorage).filter((place) => {
      const old = place.startsWith("casebook-unsent:") && Date.now() - Number.parseInt(localStorage.getItem(place), 10) > 30 * 86_400_000;
      if (old && !held.has(place)) {
        localStorage.removeItem(place);
      }
      return !old && place.startsWith(start) && !held.has(place);
    });
  }

  /** Files outlive no page. */
  kept() {
    const lasting = Object.entries(this.latest).filter(([, entry]) => !entry.file);
    return Object.fromEntries(lasting.map(([oid, entry]) => [oid, entry.sent?.file ? { ...entry, sent: undefined } : entry]));
  }

  /** Resolves when the latest entries are written. */
  keep(entries) {
    this.latest = entries;
    if (this.cipher && !this.due) {
      this.due = true;
      this.written = this.written.then(() => this.write());
    }
    return this.written;
  }

  async write() {
    this.due = false;
    try {
      const entries = this.kept();
      if (Object.keys(entries).length === 0) {
        localStorage.removeItem(this.place);
        return;
      }
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const { place, start } = this;
      const text = new TextEncoder().encode(JSON.stringify(entries));
      const sealed = new Uint8Array(await crypto.subtle.encrypt(this.how(iv, start), await this.cipher, text));
      localStorage.setItem(place, Date.now() + "|" + encodeURIComponent(Casebook.meta("study")).replaceAll(".", "%2E") + "." + [iv, sealed].map((bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))).join("."));
    } catch (full) {
      // nowhere to keep it: the entry still stands in its field and in memory
    }
  }

  async open(place, start) {
    try {
      const [, iv, sealed] = localStorage.getItem(place).split(".").map((part, at) => (at ? Uint8Array.from(atob(part), (letter) => letter.charCodeAt(0)) : part));
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(this.how(iv, start), await this.cipher, sealed)));
    } catch (unreadable) {
      return {};
    }
  }

  how(iv, start) {
    return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(start) };
  }
};
