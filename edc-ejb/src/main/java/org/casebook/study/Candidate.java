package org.casebook.study;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebook.definition.CheckDefinition;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.dialect.StudyFile;
import org.casebook.instrument.Misfits;
import org.casebook.odm.Fault;
import org.casebook.odm.Faults;
import org.casebook.odm.OdmElement;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.veil.Leaks;
import org.casebook.veil.Veil;

/** A file that may become a version: what it plans, and what stands against it. Pure. */
final class Candidate {

    private static final String FORM = "ItemGroupDef";

    private final byte[] file;
    private final List<Remark> remarks;
    private final List<Fault> faults;
    private final StudyDefinition definition;

    /** Reads the file; a faulty one is kept with its faults. */
    Candidate(byte[] file) {
        this.file = file.clone();
        DefinitionReader reader = new DefinitionReader();
        StudyDefinition read = null;
        List<Fault> found = List.of();
        try {
            read = reader.read(file);
            found = misfits(read);
            found = found.isEmpty() ? leaks(read, Veil.NONE) : found;
        } catch (StudyFileIsFaulty faulty) {
            found = faulty.faults();
        }
        this.definition = found.isEmpty() ? read : null;
        this.faults = found;
        this.remarks = reader.remarks();
    }

    private List<Fault> misfits(StudyDefinition read) {
        return Misfits.of(read).stream()
                .map(misfit -> new Fault(FORM, misfit.oid(), line(version(), FORM, misfit.oid()), misfit.sentence()))
                .toList();
    }

    private OdmElement version() {
        return tree().child("Study").orElseThrow().child("MetaDataVersion").orElseThrow();
    }

    /**
     * What would tell the treatment all the same is a fault of the file, be it ever so readable.
     *
     * @param more what other versions hide
     */
    private List<Fault> leaks(StudyDefinition read, Veil more) {
        if (!Veil.marks(read) && more.isEmpty()) {
            return List.of();
        }
        List<Leaks.Leak> leaks = Leaks.of(read, new StudyRules(read), more);
        OdmElement version = leaks.isEmpty() ? null : version();
        return leaks.stream()
                .map(leak ->
                        new Fault(leak.kind(), leak.oid(), line(version, leak.kind(), leak.oid()), leak.sentence()))
                .sorted(Comparator.comparingInt(Fault::line))
                .toList();
    }

    private static int line(OdmElement within, String kind, String oid) {
        return Stream.concat(
                        Stream.of(within)
                                .filter(element -> element.name().equals(kind)
                                        && element.find("OID")
                                                .filter(oid::equals)
                                                .isPresent())
                                .map(OdmElement::line),
                        within.children().stream().map(child -> line(child, kind, oid)))
                .filter(line -> line > 0)
                .findFirst()
                .orElse(0);
    }

    /** What it plans; empty when it is faulty. */
    Optional<StudyDefinition> definition() {
        return Optional.ofNullable(definition);
    }

    /** @throws StudyFileIsFaulty with every fault of the file by itself */
    StudyDefinition required() {
        if (definition == null) {
            throw new StudyFileIsFaulty(faults);
        }
        return definition;
    }

    List<Fault> faults() {
        return faults;
    }

    List<Remark> remarks() {
        return remarks;
    }

    /**
     * OIDs that come back with another meaning, and places that would tell what a released version hides.
     *
     * @param released what the released versions of its study plan, the newest first
     */
    List<Fault> against(List<StudyDefinition> released) {
        if (released.isEmpty()) {
            return List.of();
        }
        Veil hidden = released.stream()
                .filter(Veil::marks)
                .map(version -> Veil.of(version, new StudyRules(version)))
                .reduce(Veil.NONE, Veil::and);
        List<Fault> found = new ArrayList<>(new OidReturns(tree(), required()).against(released));
        found.addAll(leaks(required(), hidden));
        return found;
    }

    /** A fault at its MetaDataVersion. */
    Fault atVersion(String sentence) {
        int line = tree().child("Study")
                .flatMap(study -> study.child("MetaDataVersion"))
                .map(OdmElement::line)
                .orElse(0);
        return new Fault("MetaDataVersion", required().versionOid(), line, sentence);
    }

    private OdmElement tree() {
        return new StudyFile(file).read(new Faults(), new Remarks());
    }

    DryRun.Contents contents() {
        StudyDefinition study = required();
        List<ItemDefinition> placed = new ArrayList<>();
        study.forms().values().forEach(form -> placed.addAll(form.items()));
        return new DryRun.Contents(
                study.events().size(),
                study.forms().size(),
                (int) placed.stream().map(ItemDefinition::oid).distinct().count(),
                study.codeLists().size(),
                (int) placed.stream()
                        .flatMap(item -> item.checks().stream())
                        .map(CheckDefinition::oid)
                        .distinct()
                        .count(),
                study.conditions().size(),
                study.methods().size(),
                study.criteria().size(),
                study.languages());
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
