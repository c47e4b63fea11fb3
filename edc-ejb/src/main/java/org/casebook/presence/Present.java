package org.casebook.presence;

import java.time.Instant;

/**
 * Somebody who has a form open.
 *
 * @param name full name
 * @param self whether it is the person asking, in another window
 * @param since when the window was opened, UTC
 */
public record Present(String name, boolean self, Instant since) {}
