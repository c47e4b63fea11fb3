package org.casebook.rendering;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.TreeSet;
import org.librepdf.openpdf.fonts.Liberation;

/** The fonts of one document. What the font cannot draw stands as {@code [U+4E2D]}, so that no text vanishes. */
public final class Lettering {

    public static final Color INK = new Color(0x1b, 0x26, 0x31);
    public static final Color SOFT = new Color(0x5a, 0x67, 0x75);
    public static final Color ACCENT = new Color(0x1f, 0x4e, 0x79);

    private final BaseFont regular = embedded("LiberationSans-Regular.ttf", 1);
    private final BaseFont bold = embedded("LiberationSans-Bold.ttf", 2);
    private final BaseFont italic = embedded("LiberationSans-Italic.ttf", 3);
    private final TreeSet<Integer> missing = new TreeSet<>();

    private static BaseFont embedded(String file, int prefix) {
        try (InputStream in = Liberation.class.getResourceAsStream("/liberation/" + file)) {
            BaseFont font =
                    BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
            font.setSecureRandom(new SamePrefix(prefix));
            return font;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The font " + file + " of openpdf-fonts-extra cannot be read", unreadable);
        }
    }

    /** A subset's name begins with six letters, which only have to differ within a document (ISO 32000-1, 9.6.4). */
    private static final class SamePrefix extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final double letter;

        SamePrefix(int number) {
            this.letter = number / 26.0 + 0.001;
        }

        @Override
        public double nextDouble() {
            return letter;
        }
    }

    public BaseFont base() {
        return regular;
    }

    public Font plain(float size) {
        return new Font(regular, size, Font.NORMAL, INK);
    }

    public Font soft(float size) {
        return new Font(regular, size, Font.NORMAL, SOFT);
    }

    public Font bold(float size) {
        return new Font(bold, size, Font.NORMAL, INK);
    }

    public Font heading(float size) {
        return new Font(bold, size, Font.NORMAL, ACCENT);
    }

    public Font note(float size) {
        return new Font(italic, size, Font.NORMAL, SOFT);
    }

    /** The text with each character that the fonts lack written as its number; blanks and line ends as they are. */
    public String drawable(String text) {
        StringBuilder drawn = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\t' || point == '\r' || point == '\u00a0') {
                drawn.append(' ');
            } else if (point == '\n' || regular.charExists(point) && !Character.isISOControl(point)) {
                drawn.appendCodePoint(point);
            } else if (Character.getType(point) != Character.FORMAT) {
                missing.add(point);
                drawn.append("[U+%04X]".formatted(point));
            }
        });
        return drawn.toString();
    }

    /** How many different characters could not be drawn so far. */
    public int missing() {
        return missing.size();
    }
}
