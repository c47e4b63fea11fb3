package org.casebook.attachment;

import org.casebook.capture.Saved;

/**
 * A file that was attached.
 *
 * @param saved what it brought about on the form
 */
public record Attached(AttachmentView file, Saved saved) {}
