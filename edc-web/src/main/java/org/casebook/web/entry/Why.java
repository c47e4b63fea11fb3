package org.casebook.web.entry;

/** Why something is done, in the person's words. */
public record Why(String reason) {}
