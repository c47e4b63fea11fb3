package org.casebook.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebook.audit.AuditLine;
import org.casebook.concealment.ListRecord;
import org.casebook.concealment.TrailSeal;

/** What the trail says of a study's lists: how each was made, and when somebody else sealed it. */
final class TrailLists {

    private static final Pattern LINE =
            Pattern.compile("list ([0-9a-f-]{36}), SHA-256 ([0-9a-f]{64})(?:, (" + TrailSeal.MARK + "\\S+))?");

    private final Map<UUID, Made> made = new HashMap<>();
    private final Map<UUID, Sealing> sealings = new HashMap<>();

    /** How a list was made. */
    record Made(String hash, ListRecord list) {}

    /** With which hash, and in which entry of the trail, a list was sealed. */
    record Sealing(String hash, long entry) {}

    /**
     * @param prepared entries of lists that were prepared
     * @param sealed entries of lists that were sealed
     */
    TrailLists(String study, List<AuditLine> prepared, List<AuditLine> sealed, TrailSeal trailSeal) {
        for (AuditLine line : prepared) {
            Matcher parts = parts(line);
            if (parts.matches() && parts.group(3) != null) {
                UUID id = UUID.fromString(parts.group(1));
                made.put(id, new Made(parts.group(2), trailSeal.list(study, id, parts.group(3))));
            }
        }
        for (AuditLine line : sealed) {
            Matcher parts = parts(line);
            if (parts.matches()) {
                sealings.put(UUID.fromString(parts.group(1)), new Sealing(parts.group(2), line.id()));
            }
        }
    }

    /** How the list was made; empty where the trail does not keep it. */
    Optional<ListRecord> find(UUID list) {
        return Optional.ofNullable(made.get(list)).map(Made::list);
    }

    /** Whether the list was sealed with the hash it was prepared with, before this entry of the trail. */
    boolean sealedBefore(UUID list, long entry) {
        Sealing sealing = sealings.get(list);
        return sealing != null
                && made.containsKey(list)
                && sealing.hash().equals(made.get(list).hash())
                && sealing.entry() < entry;
    }

    private static Matcher parts(AuditLine line) {
        return LINE.matcher(line.newValue() == null ? "" : line.newValue());
    }
}
