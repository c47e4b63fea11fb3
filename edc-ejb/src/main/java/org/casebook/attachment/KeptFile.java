package org.casebook.attachment;

import org.casebook.definition.ItemDefinition.FileKind;

/**
 * A file as it lies in the store.
 *
 * @param size bytes
 * @param sha256 of its content, hexadecimal, lower case; its place in the store
 */
record KeptFile(FileKind kind, long size, String sha256) {}
