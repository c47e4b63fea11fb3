package org.casebook.dataset;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One file being written into the zip: counts and hashes what goes by. */
final class Member extends FilterOutputStream {

    private final MessageDigest digest;
    private long bytes;

    /**
     * @param zip positioned at this file's entry; never closed from here
     */
    Member(OutputStream zip) {
        super(null);
        digest = sha256();
        out = new DigestOutputStream(zip, digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        bytes++;
    }

    @Override
    public void write(byte[] b, int from, int length) throws IOException {
        out.write(b, from, length);
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    Written done(String name, long rows) {
        return new Written(name, rows, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * One file inside a dataset's zip, as the manifest lists it.
     *
     * @param rows rows of a table, values of a snapshot, transactions of a history; 0 for texts
     * @param size bytes
     * @param sha256 hexadecimal, lower case
     */
    record Written(String name, long rows, long size, String sha256) {}
}
