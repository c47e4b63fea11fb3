package org.casebook.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Small files of each kind, and some that pretend. */
final class FileFixture {

    static final byte[] PDF = bytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%EOF\n");
    static final byte[] PNG = join(
            new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'}, new byte[64]);
    static final byte[] JPEG = join(
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0},
            new byte[64]);
    static final byte[] TIFF = join(new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0}, new byte[64]);
    static final byte[] DICOM = join(join(new byte[128], bytes("DICM")), new byte[64]);
    static final byte[] TEXT = bytes("MRI of the lumbar spine: no finding.\nDr. Åse Berg\n");
    static final byte[] HTML = bytes("<!DOCTYPE html><html><body><script>alert(1)</script></body></html>");
    static final byte[] SVG = bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
    static final byte[] ZIP = join(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}, new byte[64]);
    static final byte[] PROGRAM = join(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}, new byte[64]);

    private FileFixture() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
