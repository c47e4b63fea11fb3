package org.casebook.it.job;

import com.microsoft.playwright.Page;

/** Waits until a page that an act makes the script load anew has done so, and not only begun. */
final class Reload {
    private Reload() {}

    static void after(Page page, Runnable act) {
        page.evaluate("() => { window.beforeTheAct = true; }");
        act.run();
        page.waitForFunction("() => !window.beforeTheAct && document.readyState === 'complete'");
    }
}
