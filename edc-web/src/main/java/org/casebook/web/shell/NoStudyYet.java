package org.casebook.web.shell;

import org.casebook.kernel.Refusal;

/** Somebody opened a page of a study before any study was his. */
public class NoStudyYet extends Refusal {

    private static final long serialVersionUID = 1L;

    NoStudyYet() {
        super(Kind.NOT_FOUND, Words.of("common", "noStudyYet"));
    }
}
