package org.casebook.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws a password that fits the realm's policy: 16 signs, of each kind at least one, none that look alike. */
final class TemporaryPassword {

    private static final List<String> KINDS =
            List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", "-+=?!");
    private static final int LENGTH = 16;

    private final Random random;

    /** @param random a secure one */
    TemporaryPassword(Random random) {
        this.random = random;
    }

    String draw() {
        List<Character> signs = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            String kind = KINDS.get(i % KINDS.size());
            signs.add(kind.charAt(random.nextInt(kind.length())));
        }
        Collections.shuffle(signs, random);
        StringBuilder password = new StringBuilder(LENGTH);
        signs.forEach(password::append);
        return password.toString();
    }
}
