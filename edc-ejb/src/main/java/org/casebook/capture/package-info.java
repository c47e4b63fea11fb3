/**
 * Capture: the data. One case form is one document of item values, at one visit of one participant, or one row of a
 * log. Each change is stored at once, tells itself as a fact and moves the form's revision by one; text that cannot be
 * read as a value is kept and flagged.
 *
 * <p>Words: CaseForm, FormDocument, ItemState, Entry, revision, left blank, not done, void. Requirements: 21 CFR
 * 11.10(a), (e), (f); ICH E6(R3) 4.2.2; EMA 2023 4.7, 6.2.1; product features 10, 11, 12.
 */
package org.casebook.capture;
