package org.casebook.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.casebook.attachment.AttachedFiles;
import org.casebook.attachment.AttachmentView;
import org.casebook.dataset.ParticipantRows.VisitRow;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.kernel.Scope;
import org.casebook.rules.DataType;

/**
 * Writes the zip as a stream. The same locked state gives the same bytes: rows are ordered, times are the lock's, and no
 * library decides about a byte but the JDK's deflater.
 */
final class DatasetArchive {

    private static final int LONGEST_NAME = 100;

    private final Cut cut;
    private final CaseRows forms;
    private final ParticipantRows participants;
    private final TrailRows trail;
    private final AttachedFiles attached;
    private final List<Member.Written> files = new ArrayList<>();
    private final Map<String, String> fileOf;
    private ZipOutputStream zip;

    DatasetArchive(Cut cut, Sql sql, AttachedFiles attached) {
        this.cut = cut;
        this.attached = attached;
        this.fileOf = files(cut.forms().values());
        this.forms = new CaseRows(sql, cut);
        this.participants = new ParticipantRows(sql, cut);
        this.trail = new TrailRows(sql, cut);
    }

    /**
     * @param out takes the zip; not closed
     * @return every file of the zip, the manifest last
     */
    List<Member.Written> write(OutputStream out) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        file("README.txt", member -> text(member, new Manifest(cut).readMe()));
        file("dictionary.csv", this::dictionary);
        file("participants.csv", this::participants);
        if (cut.blinding().unblinded()) {
            file("treatments.csv", member -> lines(member, TableCsv.TREATMENTS, cut.treatments()::forEach));
        }
        file("visits.csv", this::visits);
        file("transfers.csv", member -> lines(member, TableCsv.TRANSFERS, participants::transfers));
        file("queries.csv", member -> lines(member, TableCsv.QUERIES, participants::queries));
        if (cut.links()) {
            file("relations.csv", this::relations);
        }
        for (FormDefinition form : cut.forms().values()) {
            file(fileOf.get(form.oid()), member -> form(member, form));
        }
        file("odm/snapshot.xml", this::snapshot);
        file("odm/history.xml", this::history);
        Map<String, AttachmentView> held = attachments();
        for (Map.Entry<String, AttachmentView> one : held.entrySet()) {
            file(one.getKey(), member -> copy(member, one.getValue()));
        }
        file(Manifest.NAME, member -> text(member, new Manifest(cut).json(List.copyOf(files))));
        zip.finish();
        return List.copyOf(files);
    }

    /**
     * The file of each form, by OID. An OID may hold colons, which some file systems refuse, and may differ from another in
     * them or in case alone; the later one then gets a number.
     */
    static Map<String, String> files(Collection<FormDefinition> forms) {
        Map<String, String> files = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (FormDefinition form : forms) {
            String plain = form.oid().replaceAll("[^A-Za-z0-9._-]", "_");
            String name = plain;
            for (int again = 2; !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
                name = plain + "-" + again;
            }
            files.put(form.oid(), "forms/" + name + ".csv");
        }
        return files;
    }

    /**
     * @param content writes the file and says how many rows it has
     */
    private void file(String name, ToLongFunction<Member> content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(cut.at(), ZoneOffset.UTC));
        zip.putNextEntry(entry);
        Member member = new Member(zip);
        long rows = content.applyAsLong(member);
        zip.closeEntry();
        files.add(member.done(name, rows));
    }

    private static long text(Member member, String text) {
        try {
            member.write(text.getBytes(StandardCharsets.UTF_8));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long dictionary(Member member) {
        TableCsv table = new TableCsv(cut, member, TableCsv.DICTIONARY);
        long rows = cut.forms().values().stream()
                .mapToLong(form -> table.dictionary(fileOf.get(form.oid()), form))
                .sum();
        table.finish();
        return rows;
    }

    private long participants(Member member) {
        AtomicLong rows = new AtomicLong();
        TableCsv table = new TableCsv(cut, member, TableCsv.PARTICIPANTS);
        participants.each(row -> {
            table.participant(row);
            rows.incrementAndGet();
        });
        table.finish();
        return rows.get();
    }

    private long visits(Member member) {
        AtomicLong rows = new AtomicLong();
        TableCsv table = new TableCsv(cut, member, TableCsv.VISITS);
        participants.visits(null, row -> {
            table.visit(row);
            rows.incrementAndGet();
        });
        table.finish();
        return rows.get();
    }

    private long lines(Member member, List<String> columns, Consumer<Consumer<List<String>>> each) {
        AtomicLong rows = new AtomicLong();
        TableCsv table = new TableCsv(cut, member, columns);
        each.accept(row -> {
            table.record(row);
            rows.incrementAndGet();
        });
        table.finish();
        return rows.get();
    }

    private long relations(Member member) {
        AtomicLong rows = new AtomicLong();
        TableCsv table = new TableCsv(cut, member, TableCsv.RELATIONS);
        participants.each(participant -> {
            Map<Long, CaseRow> byId = new LinkedHashMap<>();
            forms.ofSubject(participant.subject()).forEach(row -> byId.put(row.id(), row));
            byId.values().stream()
                    .flatMap(row -> CaseRows.links(row, cut.blinding()).stream())
                    .forEach(link -> {
                        table.relation(link, byId.get(link.to()));
                        rows.incrementAndGet();
                    });
        });
        table.finish();
        return rows.get();
    }

    private long form(Member member, FormDefinition form) {
        AtomicLong rows = new AtomicLong();
        FormCsv table = new FormCsv(cut.study(), cut.newest(), form, cut.blinding(), member);
        forms.ofForm(form.oid(), row -> {
            table.row(row);
            rows.incrementAndGet();
        });
        table.finish();
        return rows.get();
    }

    /**
     * Lists the files that items hold: of forms that count, in items that are asked and that a dataset may show.
     *
     * @return by their path in the zip
     */
    private Map<String, AttachmentView> attachments() throws IOException {
        Map<String, AttachmentView> files = new LinkedHashMap<>();
        file("attachments.csv", member -> {
            TableCsv table = new TableCsv(cut, member, TableCsv.ATTACHMENTS);
            for (FormDefinition form : cut.forms().values()) {
                List<ItemDefinition> holders = cut.blinding().shown(form).stream()
                        .filter(item -> item.type() == DataType.ATTACHMENT)
                        .toList();
                if (!holders.isEmpty()) {
                    forms.ofForm(form.oid(), row -> holders.forEach(item -> attachment(row, item, table, files)));
                }
            }
            table.finish();
            return files.size();
        });
        return files;
    }

    private void attachment(CaseRow row, ItemDefinition item, TableCsv table, Map<String, AttachmentView> files) {
        CaseRow.Cell cell = row.cell(item);
        if (cell == null || cell.shown() == null) {
            return;
        }
        Scope place = Scope.of(cut.study(), row.place().site());
        attached.held(place, row.id(), item.oid(), cell.shown()).ifPresent(file -> {
            String path = path(row.place(), item, file);
            files.put(path, file);
            table.record(Arrays.asList(
                    row.place().site(),
                    row.place().subject(),
                    FormulaGuard.guard(row.place().event()),
                    FormulaGuard.guard(row.place().form()),
                    row.place().row() == null ? "" : row.place().row().toString(),
                    FormulaGuard.guard(item.oid()),
                    path,
                    FormulaGuard.guard(file.name()),
                    file.kind().mediaType(),
                    Long.toString(file.size()),
                    file.sha256(),
                    file.storedAt().toString(),
                    FormulaGuard.guard(file.storedBy())));
        });
    }

    /** By participant, visit and form; the number makes it one of its kind, and no name leads out of its folder. */
    static String path(CaseRow.Place place, ItemDefinition item, AttachmentView file) {
        String row = place.row() == null ? "" : "-" + place.row();
        String name = file.handedName().replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_");
        String kept = name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
        return "attachments/%s/%s/%s%s/%s-%d-%s"
                .formatted(
                        plain(place.subject()),
                        plain(place.event()),
                        plain(place.form()),
                        row,
                        plain(item.oid()),
                        file.id(),
                        kept);
    }

    private static String plain(String oid) {
        return oid.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.", "_");
    }

    private long copy(Member member, AttachmentView file) {
        try (InputStream content = attached.open(file)) {
            content.transferTo(member);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long snapshot(Member member) {
        OdmFile odm = new OdmFile(cut, member);
        OdmSnapshot snapshot = new OdmSnapshot(cut, odm.open(OdmFile.FileType.Snapshot, trail.people()));
        participants.each(participant -> {
            List<VisitRow> visits = new ArrayList<>();
            participants.visits(participant.subject(), visits::add);
            snapshot.participant(participant, visits, forms.ofSubject(participant.subject()));
        });
        return snapshot.finish();
    }

    private long history(Member member) {
        OdmFile odm = new OdmFile(cut, member);
        OdmHistory history = new OdmHistory(cut, odm.open(OdmFile.FileType.Transactional, trail.people()));
        trail.each(history::line);
        return history.finish();
    }
}
