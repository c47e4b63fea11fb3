package org.casebook.allotment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.casebook.definition.RandomizationDefinition.ArmShare;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;

/**
 * A list from elsewhere: one row for each slot, in the order in which they are to be taken. It is read whole or refused whole
 * with every fault. Understood are the headings of REDCap's allocation table and of R's blockrand beside ours.
 *
 * <p>Columns without a heading, and rows that have nothing under any heading, are passed over.
 *
 * @param slots in the file's order
 */
public record ListFile(List<ListedSlot> slots) {

    private static final Set<String> NUMBER =
            Set.of("number", "randomization_number", "redcap_randomization_number", "id");
    private static final Set<String> ARM = Set.of("arm", "treatment", "redcap_randomization_group");
    private static final Set<String> SITE = Set.of("site", "redcap_data_access_group");
    private static final Set<String> BLOCK = Set.of("block", "block.id");
    private static final Set<String> BLOCK_SIZE = Set.of("block.size");
    /** Site and strata in one cell, parted by {@code |}, as blockrand is asked to name its strata. */
    private static final Set<String> TOGETHER = Set.of("stratum");

    private static final Pattern NUMBERS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

    public ListFile {
        slots = List.copyOf(slots);
    }

    /**
     * @throws ListFileIsFaulty with all faults
     */
    public static ListFile read(byte[] content, ListShape shape) {
        return new Reading(ListText.read(content), shape).read();
    }

    /** How often each arm stands in the list, by its OID. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        slots.forEach(slot -> counts.merge(slot.arm(), 1L, Long::sum));
        return counts;
    }

    /** In the reader's language. */
    static String said(String key, Serializable... parts) {
        return Sentence.of("allotment", key, parts).in(Language.ofReader());
    }

    /** What the reviewer should know though it does not refuse the list: arms out of ratio, arms that never come. */
    public List<String> remarks(List<ArmShare> ratio) {
        Map<String, Long> counts = counts();
        List<String> remarks = new ArrayList<>();
        ratio.stream()
                .filter(arm -> !counts.containsKey(arm.armOid()))
                .forEach(arm -> remarks.add(said("armNeverComes", arm.armOid())));
        Fraction first = per(ratio.get(0), counts);
        if (ratio.stream().anyMatch(arm -> per(arm, counts).compareTo(first) != 0)) {
            remarks.add(said("outOfRatio"));
        }
        return remarks;
    }

    private static Fraction per(ArmShare arm, Map<String, Long> counts) {
        return Fraction.of(counts.getOrDefault(arm.armOid(), 0L)).by(Fraction.of(arm.share()));
    }

    /** One file being read. */
    private static final class Reading {

        private final ListText text;
        private final ListShape shape;
        private final int number;
        private final int arm;
        private final int site;
        private final int block;
        private final int together;
        private final Map<ListShape.Column, Integer> strata = new LinkedHashMap<>();
        private final List<ListFault> faults = new ArrayList<>();
        private final Map<String, Long> numbers = new HashMap<>();

        Reading(ListText text, ListShape shape) {
            this.text = text;
            this.shape = shape;
            this.number = text.column(NUMBER);
            this.arm = text.column(ARM);
            this.site = text.column(SITE);
            this.block = text.column(BLOCK);
            this.together = text.column(TOGETHER);
            shape.strata().forEach(column -> strata.put(column, text.column(column.headings())));
        }

        ListFile read() {
            headings();
            refuseIfAny();
            if (text.rows().isEmpty()) {
                fault(0, "", "noSlot");
            }
            List<ListedSlot> slots = text.rows().stream().map(this::slot).toList();
            blocks();
            refuseIfAny();
            return new ListFile(slots);
        }

        private void headings() {
            if (arm < 0) {
                fault(1, "", "noArmColumn");
            }
            if (together >= 0) {
                return;
            }
            if (site < 0 && !shape.sites().isEmpty()) {
                fault(1, "", "noSiteColumn");
            }
            if (site >= 0 && shape.sites().isEmpty()) {
                fault(1, text.headings().get(site), "notBySite");
            }
            strata.forEach((column, place) -> {
                if (place < 0) {
                    fault(
                            1,
                            "",
                            "noStratumColumn",
                            column.name(),
                            column.headings().stream().sorted().findFirst().orElse(column.name()));
                }
            });
            strangers();
        }

        /** A column that says something else may be a stratum which the study does not know. */
        private void strangers() {
            for (int column = 0; column < text.headings().size(); column++) {
                String heading = text.headings().get(column);
                boolean known = heading.isEmpty()
                        || List.of(number, arm, site, block, text.column(BLOCK_SIZE))
                                .contains(column)
                        || strata.containsValue(column);
                if (!known) {
                    fault(1, heading, "noSuchStratum");
                }
            }
        }

        private ListedSlot slot(ListText.Row row) {
            int before = faults.size();
            Map<String, String> codes = new LinkedHashMap<>();
            String place = together >= 0 ? parts(row, codes) : columns(row, codes);
            String written = row.cell(arm);
            String oid = shape.arm(written).orElse("");
            if (written.isEmpty()) {
                fault(row.line(), text.headings().get(arm), "armMissing");
            } else if (oid.isEmpty()) {
                fault(
                        row.line(),
                        text.headings().get(arm),
                        "noSuchArm",
                        written,
                        listed(shape.arms().keySet()));
            }
            String given = number(row, written);
            return faults.size() > before
                    ? new ListedSlot("", "", Map.of(), "", "")
                    : new ListedSlot(given, place, codes, oid, row.cell(block));
        }

        private String columns(ListText.Row row, Map<String, String> codes) {
            strata.forEach((column, place) -> code(row, text.headings().get(place), column, row.cell(place), codes));
            if (shape.sites().isEmpty()) {
                return "";
            }
            return site(row, text.headings().get(site), row.cell(site));
        }

        private String parts(ListText.Row row, Map<String, String> codes) {
            String heading = text.headings().get(together);
            String[] parts = row.cell(together).split("\\|", -1);
            int expected = strata.size() + (shape.sites().isEmpty() ? 0 : 1);
            if (parts.length != expected) {
                fault(row.line(), heading, "otherParts", row.cell(together), parts.length, expected);
                return "";
            }
            int next = shape.sites().isEmpty() ? 0 : 1;
            for (ListShape.Column column : strata.keySet()) {
                code(row, heading, column, parts[next].strip(), codes);
                next++;
            }
            return shape.sites().isEmpty() ? "" : site(row, heading, parts[0].strip());
        }

        private String site(ListText.Row row, String heading, String value) {
            if (!shape.sites().contains(value)) {
                fault(
                        row.line(),
                        heading,
                        value.isEmpty() ? "siteMissing" : "noSuchSite",
                        value,
                        listed(shape.sites()));
            }
            return value;
        }

        private void code(
                ListText.Row row, String heading, ListShape.Column column, String value, Map<String, String> codes) {
            if (!column.codes().contains(value)) {
                fault(
                        row.line(),
                        heading,
                        value.isEmpty() ? "codeMissing" : "noSuchCode",
                        column.name(),
                        value,
                        listed(column.codes()));
            }
            codes.put(column.name(), value);
        }

        /** Given once, harmless in texts, and not telling the arm. */
        private String number(ListText.Row row, String armWritten) {
            String value = row.cell(number);
            if (value.isEmpty()) {
                return value;
            }
            String heading = text.headings().get(number);
            Long earlier = numbers.putIfAbsent(value, row.line());
            if (!NUMBERS.matcher(value).matches()) {
                fault(row.line(), heading, "oddNumber");
            } else if (earlier != null) {
                fault(row.line(), heading, "numberTwice", value, earlier);
            } else if (armWritten.length() > 1 && ListText.lower(value).contains(ListText.lower(armWritten))) {
                fault(row.line(), heading, "numberTells", value);
            }
            return value;
        }

        /** Where the file says how long each block is, it must be that long. */
        private void blocks() {
            int size = text.column(BLOCK_SIZE);
            if (block < 0 || size < 0) {
                return;
            }
            Map<String, List<ListText.Row>> blocks = new LinkedHashMap<>();
            text.rows()
                    .forEach(row -> blocks.computeIfAbsent(row.cell(block), none -> new ArrayList<>())
                            .add(row));
            blocks.forEach((name, rows) -> {
                ListText.Row first = rows.get(0);
                if (!first.cell(size).equals(String.valueOf(rows.size()))) {
                    fault(
                            first.line(),
                            text.headings().get(size),
                            "blockNotWhole",
                            name,
                            rows.size(),
                            first.cell(size));
                }
            });
        }

        private void fault(long row, String column, String key, Serializable... parts) {
            faults.add(new ListFault(row, column, said(key, parts)));
        }

        private static String listed(Set<String> names) {
            return String.join(", ", names.stream().sorted().toList());
        }

        private void refuseIfAny() {
            if (!faults.isEmpty()) {
                throw new ListFileIsFaulty(faults);
            }
        }
    }
}
