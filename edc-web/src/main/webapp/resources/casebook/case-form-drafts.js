/*
 * What is not stored yet, kept on this device: enciphered with a key that the server tells this account alone, since a browser
 * at a site serves many people. Each window keeps its own; what a closed one left is taken over by the next window of the same
 * person at the same form. After thirty days it goes.
 */
window.CaseFormDrafts = class CaseFormDrafts {
  /**
   * @param formId id of the case form
   * @param key 32 bytes, base64; the same for this account whenever it signs in
   */
  constructor(formId, key) {
    this.start = "casebook-unsent:" + Casebook.meta("person") + ":" + formId + ":";
    this.place = this.start + crypto.randomUUID();
    this.bound = new TextEncoder().encode(this.start);
    const bytes = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
    // browsers cipher in secure contexts alone; elsewhere nothing is kept beyond the page
    this.cipher = crypto.subtle ? crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]) : null;
    this.written = Promise.resolve();
    // held until the window is gone, however it goes: so others know what is left behind
    navigator.locks?.request(this.place, () => new Promise(() => {}));
  }

  /** What closed windows of this person left of this form; from now on kept under this window's name. */
  async load() {
    let found = Object.create(null);
    if (this.cipher && navigator.locks) {
      await navigator.locks.request(this.start + "taking-over", async () => {
        const places = await this.orphans();
        const left = (await Promise.all(places.map((place) => this.open(place)))).flatMap((entries) => Object.entries(entries));
        left.sort((one, other) => (one[1].at || 0) - (other[1].at || 0));
        // an OID may be any word, also one that plain objects have already
        found = Object.assign(Object.create(null), Object.fromEntries(left));
        await this.keep(found);
        places.forEach((place) => localStorage.removeItem(place));
      });
    }
    return found;
  }

  async orphans() {
    const held = new Set((await navigator.locks.query()).held.map((lock) => lock.name));
    return Object.keys(localStorage).filter((place) => {
      const old = place.startsWith("casebook-unsent:") && Date.now() - Number.parseInt(localStorage.getItem(place), 10) > 30 * 86_400_000;
      if (old && !held.has(place)) {
        localStorage.removeItem(place);
      }
      return !old && place.startsWith(this.start) && !held.has(place);
    });
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
      if (Object.keys(this.latest).length === 0) {
        localStorage.removeItem(this.place);
        return;
      }
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(JSON.stringify(this.latest));
      const sealed = new Uint8Array(await crypto.subtle.encrypt(this.how(iv), await this.cipher, text));
      localStorage.setItem(this.place, Date.now() + "." + [iv, sealed].map((bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))).join("."));
    } catch (full) {
      // nowhere to keep it: the entry still stands in its field and in memory
    }
  }

  async open(place) {
    try {
      const [, iv, sealed] = localStorage.getItem(place).split(".").map((part, at) => (at ? Uint8Array.from(atob(part), (letter) => letter.charCodeAt(0)) : part));
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(this.how(iv), await this.cipher, sealed)));
    } catch (unreadable) {
      return {};
    }
  }

  how(iv) {
    return { name: "AES-GCM", iv, additionalData: this.bound };
  }
};
