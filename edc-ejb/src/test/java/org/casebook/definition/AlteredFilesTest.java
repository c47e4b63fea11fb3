package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.casebook.odm.StudyFileIsFaulty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A study file altered by chance is read or refused, with faults: it never breaks the reader. */
class AlteredFilesTest {

    private static final int TIMES = 400;

    private static final List<String> INSERTED = List.of(
            "<!DOCTYPE ODM [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
            "&x;",
            "<![CDATA[",
            "]]>",
            "<x:y xmlns:x=\"urn:x\"/>",
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>",
            "\0",
            "\uFFFF",
            "=\"\"",
            " OID=\"\"",
            "#{1+1}${1+1}%s%n",
            "</ItemDef>",
            "<RangeCheck/>",
            "-1",
            "99999999999999999999",
            "ä\uD83D\uDE00");

    /** The reason for the seed: a failure can be looked at again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsAltered(long seed) {
        Random random = new Random(seed);
        int read = 0;
        int refused = 0;
        for (int time = 0; time < TIMES; time++) {
            byte[] altered = altered(OldStudiesTest.SMALL.getBytes(StandardCharsets.UTF_8), random);
            try {
                new DefinitionReader().read(altered);
                read++;
            } catch (StudyFileIsFaulty faulty) {
                assertThat(faulty.faults()).isNotEmpty();
                refused++;
            } catch (RuntimeException broken) {
                fail("Seed " + seed + ", time " + time + ":\n" + new String(altered, StandardCharsets.UTF_8), broken);
            }
        }
        // both happen, or the alterations would try nothing
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private static byte[] altered(byte[] file, Random random) {
        String text = new String(file, StandardCharsets.UTF_8);
        int at = random.nextInt(text.length());
        return switch (random.nextInt(6)) {
            case 0 -> insert(text, at, INSERTED.get(random.nextInt(INSERTED.size())));
            case 1 -> bytes(text.substring(0, at));
            case 2 -> flipped(file, random);
            case 3 -> bytes(withoutElement(text, at));
            case 4 -> bytes(withoutAttribute(text, at));
            default -> insert(text, at, text.substring(at, Math.min(text.length(), at + random.nextInt(200))));
        };
    }

    private static byte[] insert(String text, int at, String what) {
        return bytes(text.substring(0, at) + what + text.substring(at));
    }

    private static byte[] flipped(byte[] file, Random random) {
        byte[] flipped = file.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    /** Leaves out the next element that has no children. */
    private static String withoutElement(String text, int at) {
        return text.substring(0, at) + text.substring(at).replaceFirst("<[A-Za-z]+[^<>]*/>", "");
    }

    /** Leaves out, or empties, the next attribute. */
    private static String withoutAttribute(String text, int at) {
        String rest = text.substring(at);
        return text.substring(0, at)
                + (at % 2 == 0
                        ? rest.replaceFirst(" [A-Za-z:]+=\"[^\"]*\"", "")
                        : rest.replaceFirst("=\"[^\"]*\"", "=\"\""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
