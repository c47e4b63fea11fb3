package org.casebook.web.entry;

/** What was done, as a sentence in the reader's language. */
public record Done(String sentence) {}
