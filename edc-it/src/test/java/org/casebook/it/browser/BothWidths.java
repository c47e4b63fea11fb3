package org.casebook.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.casebook.it.Visitors;

/** A page as it stands now, on a desk and on a phone: no fault of accessibility, nothing beside the screen, and pictures. */
final class BothWidths {
    private static final int HEIGHT = 900;

    private BothWidths() {}

    static void look(Page page, String name) {
        look(page, name, 390);
        look(page, name, 1440);
    }

    private static void look(Page page, String name, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(width, HEIGHT);
        // what stands below the head of the page is no fault of what is seen there
        page.evaluate("scrollTo(0, 0)");
        Visitors.picture(page, name + "-" + width);
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .as(name + " at " + width)
                .isEmpty();
        assertThat(((Number) page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .intValue())
                .as(name + " at " + width + " px beside the screen")
                .isZero();
    }
}
