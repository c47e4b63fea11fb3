/*
 * Sends a file that a page reads first, in Base64 within JSON, and tells at a progress element (a sentence, a bar, perhaps a
 * button) how far it is: on its way, then at the server.
 */
window.FileSender = class FileSender {
  /**
   * @param progress the element; holds a p and a progress
   * @param words sending, notReached
   */
  constructor(progress, words) {
    this.progress = progress;
    this.words = words;
  }

  static base64(bytes) {
    let text = "";
    const step = 0x8000;
    for (let at = 0; at < bytes.length; at += step) {
      text += String.fromCharCode.apply(null, bytes.subarray(at, at + step));
    }
    return btoa(text);
  }

  /** Shows a sentence, and how much is done where that is known; null hides it all. */
  tell(text, done, of) {
    this.progress.hidden = !text;
    this.progress.querySelector("p").textContent = text || "";
    const bar = this.progress.querySelector("progress");
    if (of && done < of) {
      bar.max = of;
      bar.value = done;
    } else {
      bar.removeAttribute("value");
    }
  }

  /**
   * @param sent what the server does once it has all, in words
   * @param request not opened yet; whoever keeps it can abort it
   * @return resolves to {ok, status, data} as Casebook.api does, or to {stopped} after an abort
   */
  send(url, body, sent, request = new XMLHttpRequest()) {
    return new Promise((resolve) => {
      request.open("POST", url);
      request.setRequestHeader("Content-Type", "application/json");
      Object.entries(Casebook.headers()).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.upload.addEventListener("progress", (event) => this.tell(this.words.sending, event.loaded, event.total));
      request.upload.addEventListener("load", () => this.tell(sent));
      request.addEventListener("abort", () => resolve({ stopped: true }));
      request.addEventListener("loadend", () => resolve({ ok: request.status >= 200 && request.status < 300, status: request.status, data: this.dataOf(request) }));
      this.tell(this.words.sending);
      request.send(JSON.stringify(body));
    });
  }

  dataOf(request) {
    try {
      const data = JSON.parse(request.responseText);
      data.sentence = data.sentence || data.detail;
      return data;
    } catch (none) {
      return { sentence: this.words.notReached };
    }
  }
};
