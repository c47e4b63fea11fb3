package org.casebook.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.casebook.capture.CaseBook;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.DataCapture;
import org.casebook.capture.Entry;
import org.casebook.capture.FormDesk;
import org.casebook.kernel.Scope;

/** What the site does on forms, in few words, for tests of what happens to the data afterwards. */
@ApplicationScoped
public class Casework {
    @Inject
    private DataCapture capture;

    @Inject
    private FormDesk desk;

    @Inject
    private CaseBook book;

    /** A new form. */
    public long start(Scope place, String subject, String event, String form) {
        return capture.start(place, subject, event, form);
    }

    /** What is typed into an item now, with a reason in case that one is due. */
    public void type(Scope place, long form, String item, String text) {
        long revision = book.get(place, form).item(item).revision();
        String key = UUID.randomUUID().toString();
        capture.save(place, form, new Entry(key, item, text, null, null, revision, "As the source says."));
    }

    /** Leaves blank what is shown and not answered, and says that all is entered. */
    public void complete(Scope place, long form) {
        for (CaseFormView.Section section : capture.open(place, form).sections()) {
            for (CaseFormView.Item item : section.items()) {
                if (item.state().isUnanswered() && !item.state().hidden() && !item.derived()) {
                    String key = UUID.randomUUID().toString();
                    long revision = book.get(place, form).item(item.oid()).revision();
                    capture.save(place, form, new Entry(key, item.oid(), null, null, "NOT_DONE", revision, null));
                }
            }
        }
        desk.complete(place, form);
    }
}
