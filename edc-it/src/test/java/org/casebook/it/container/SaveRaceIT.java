package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.capture.Entry;
import org.casebook.capture.ItemWasChanged;
import org.casebook.it.InContainer;
import org.casebook.kernel.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many people at one form at the same moment: what was acknowledged is there, what was not is not. */
class SaveRaceIT extends InContainer {
    private static final String STUDY = "RACEIT";
    private static final Scope SITE = Scope.of(STUDY, "101");

    /** Sixteen questions of the eligibility form that nothing hides; two people answer each. */
    private static final List<String> ITEMS = List.of(
            "IEI2", "IEI3", "IEI4", "LBPDUR", "CONSDUR", "MBBPOS", "MBBDAT", "IEI8", "IEI9", "OPIOID", "IEE2", "IEE3",
            "IEE4", "IEE5", "IEE6", "IEYN");

    @Inject
    private Trial trial;

    @Inject
    private DataCapture capture;

    @Inject
    private CaseBook book;

    @Resource
    private ManagedThreadFactory threads;

    private long form;

    /** One try: the item, what was typed, and whether it was acknowledged. */
    private record Try(String item, String text, boolean acknowledged) {}

    @BeforeEach
    void enrol() {
        trial.open(STUDY);
        String subject = trial.participant(STUDY, "101");
        form = capture.start(SITE, subject, "SE_SCREEN", "IE");
    }

    @Test
    void thirty_two_people_at_one_form_lose_nothing() throws Exception {
        List<Try> tries = race();
        List<Try> acknowledged = tries.stream().filter(Try::acknowledged).toList();
        assertThat(tries).hasSize(2 * ITEMS.size());
        assertThat(acknowledged).extracting(Try::item).containsExactlyInAnyOrderElementsOf(ITEMS);
        assertThat(acknowledged)
                .allSatisfy(one ->
                        assertThat(book.get(SITE, form).item(one.item()).text()).isEqualTo(one.text()));
        assertThat(book.get(SITE, form).revision()).isEqualTo(1 + ITEMS.size());
        assertThat(ITEMS)
                .allSatisfy(item -> assertThat(capture.history(SITE, form, item))
                        .filteredOn(line -> line.action().equals("item-changed"))
                        .hasSize(1));
    }

    private List<Try> race() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2 * ITEMS.size());
        List<Callable<Try>> tries = new ArrayList<>();
        for (String item : ITEMS) {
            tries.add(() -> attempt(start, item, "one of two, not readable"));
            tries.add(() -> attempt(start, item, "the other, not readable"));
        }
        return AtOnce.answers(threads, tries);
    }

    private Try attempt(CyclicBarrier start, String item, String text) throws Exception {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            trial.coordinator(STUDY, "101");
            start.await();
            capture.save(SITE, form, new Entry(UUID.randomUUID().toString(), item, text, null, null, 0, null));
            return new Try(item, text, true);
        } catch (ItemWasChanged late) {
            return new Try(item, text, false);
        } finally {
            request.deactivate();
        }
    }
}
