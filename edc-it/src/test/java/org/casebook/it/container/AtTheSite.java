package org.casebook.it.container;

import jakarta.inject.Inject;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.capture.FormDesk;
import org.casebook.it.InContainer;

/** A test of what a site does on forms, with the boundaries that nearly each of them goes through. */
abstract class AtTheSite extends InContainer {

    @Inject
    protected Trial trial;

    @Inject
    protected Casework work;

    @Inject
    protected CaseBook book;

    @Inject
    protected DataCapture capture;

    @Inject
    protected FormDesk desk;
}
