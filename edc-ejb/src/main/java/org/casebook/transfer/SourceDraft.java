package org.casebook.transfer;

import java.util.ArrayList;
import java.util.List;
import org.casebook.transfer.SourceSubject.Group;
import org.casebook.transfer.SourceSubject.Level;
import org.casebook.transfer.SourceSubject.Oddity;
import org.casebook.transfer.SourceSubject.Value;

/** Parts of a participant while the file is still being read. */
final class SourceDraft {

    private SourceDraft() {}

    static final class OfSubject {
        final int line;
        final String key;
        final Act act;
        final List<Group> groups = new ArrayList<>();
        final List<Oddity> oddities = new ArrayList<>();
        String location;

        OfSubject(int line, String key, Act act) {
            this.line = line;
            this.key = key;
            this.act = act;
        }
    }

    /** @param before how many groups the participant had when this one began */
    record OfGroup(int line, Level event, List<Level> path, Act act, List<Value> values, int before) {}

    static final class OfValue {
        private static final String LEFT_BLANK = "Left blank: ";

        final int line;
        final String item;
        final Act act;
        final String type;
        String text;
        boolean nothing;
        boolean several;
        String unit;
        String leftBlank;

        OfValue(int line, String item, Act act, String type) {
            this.line = line;
            this.item = item;
            this.act = act;
            this.type = type;
        }

        /** What stands beside it: Casebook's own files say there why it is blank. */
        void comment(String said) {
            if (said.startsWith(LEFT_BLANK)) {
                leftBlank = said.substring(LEFT_BLANK.length());
            }
        }

        /** ODM 2.0: several values of one item stand one after the other. */
        void add(String one) {
            several |= text != null;
            text = text == null ? one : text + "," + one;
        }

        Value read() {
            boolean empty = nothing || text == null || text.isBlank();
            return new Value(line, item, empty ? null : text, unit, empty ? leftBlank : null, act, type, several);
        }
    }
}
