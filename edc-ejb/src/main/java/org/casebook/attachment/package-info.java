/**
 * Attachment: files that belong to items, such as reports of examinations. A file is kept in a folder of its own, outside the
 * database and the web root, under the SHA-256 of its content; its row says whose it is. What it is, is decided by its
 * content. The item holds its name and number ({@code report.pdf #17}), so that a replaced or removed file is a change like
 * any other, and earlier files stay reachable.
 *
 * <p>Words: file (the bytes), attachment (a file at an item, named and numbered), kind (what it is by its content).
 */
package org.casebook.attachment;
