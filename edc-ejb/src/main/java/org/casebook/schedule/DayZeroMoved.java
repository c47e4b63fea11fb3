package org.casebook.schedule;

import org.casebook.kernel.Scope;

/**
 * A captured date that windows count from changed, or a time by which they are judged. Told to later rooms alone: in the trail
 * stands the item that it is the value of.
 */
public record DayZeroMoved(Scope scope, String subject) {}
