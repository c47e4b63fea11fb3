package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.casebook.it.InContainer;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.kernel.StudyKey.Kind;
import org.casebook.odm.Fault;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.study.DryRun;
import org.casebook.study.StudyDesign;
import org.casebook.study.VersionDifference;
import org.casebook.study.VersionDifference.Change;
import org.casebook.study.VersionView;
import org.junit.jupiter.api.Test;

/** A second version of a released study: what is refused of it, what differs, and what a dry run says before. */
class StudyVersionsIT extends InContainer {

    @Inject
    private Trial trial;

    @Inject
    private StudyDesign design;

    private Scope study;
    private VersionView first;

    @Test
    void an_oid_that_returns_with_another_meaning_is_refused_with_its_line() {
        open("VERSIT1");
        String changed = second().replace(
                        "<ItemDef OID=\"AETERM\" Name=\"AETERM\" DataType=\"text\"",
                        "<ItemDef OID=\"AETERM\" Name=\"AETERM\" DataType=\"integer\"");
        int line =
                changed.substring(0, changed.indexOf("<ItemDef OID=\"AETERM\"")).split("\n", -1).length;
        assertThatThrownBy(() -> design.load(bytes(changed)))
                .isInstanceOfSatisfying(
                        StudyFileIsFaulty.class,
                        refused -> assertThat(refused.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.element()).isEqualTo("ItemDef");
                            assertThat(fault.oid()).isEqualTo("AETERM");
                            assertThat(fault.line()).isEqualTo(line);
                            assertThat(fault.sentence()).contains("VERSIT1.1");
                        }));
        assertThat(design.versions(study)).hasSize(1);
        // a copy has versions of its own
        assertThat(design.load(bytes(changed), Kind.TEST, null).study()).isEqualTo("VERSIT1~test");
    }

    @Test
    void a_draft_binds_nobody() {
        open("VERSIT2");
        String draft =
                second().replace("<ItemDef OID=\"AETERM\"", item("DRAFTED", "integer") + "<ItemDef OID=\"AETERM\"");
        design.load(bytes(draft));
        String third = draft.replace("VERSIT2.2", "VERSIT2.3")
                .replace("DRAFTED\" DataType=\"integer", "DRAFTED\" DataType=\"text");
        assertThat(design.load(bytes(third)).oid()).isEqualTo("VERSIT2.3");
    }

    @Test
    void a_dry_run_says_all_that_loading_would_and_keeps_nothing() {
        open("VERSIT3");
        DryRun good = design.rehearse(
                bytes(second().replaceFirst(">Adverse event<", ">Side effect<")), Kind.PRODUCTION, null);
        assertThat(good.loadable()).isTrue();
        assertThat(good.study()).isEqualTo("VERSIT3");
        assertThat(good.version()).isEqualTo("VERSIT3.2");
        assertThat(good.faults()).isEmpty();
        assertThat(good.contents().forms()).isGreaterThan(5);
        assertThat(good.contents().items()).isGreaterThan(50);
        assertThat(good.difference().before()).isEqualTo("VERSIT3.1");
        assertThat(good.difference().changes()).extracting(Change::after).contains("Side effect");

        DryRun again = design.rehearse(trial.fileOf("VERSIT3"), Kind.PRODUCTION, null);
        assertThat(again.loadable()).isFalse();
        assertThat(again.faults()).extracting(Fault::sentence).anyMatch(says -> says.contains("loaded already"));
        assertThat(again.difference().changes()).isEmpty();

        DryRun fresh = design.rehearse(bytes(second()), Kind.TRAINING, "a");
        assertThat(fresh.study()).isEqualTo("VERSIT3~training-a");
        assertThat(fresh.difference()).isNull();

        DryRun faulty = design.rehearse(
                bytes(second().replace("CodeListOID=\"CL_SEX\"", "CodeListOID=\"CL_NONE\"")), Kind.TEST, null);
        assertThat(faulty.loadable()).isFalse();
        assertThat(faulty.faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.line()).isPositive());
        assertThat(faulty.contents()).isNull();
        assertThat(design.versions(study)).hasSize(1);
        assertThat(design.mine()).noneMatch(known -> known.oid().startsWith("VERSIT3~"));
    }

    @Test
    void the_difference_is_for_people_of_the_study_and_tells_block_sizes_to_few() {
        open("VERSIT4");
        String other = second().replace(">6</cb:BlockSize>", ">8</cb:BlockSize>")
                .replaceFirst(">Adverse event<", ">Side effect<");
        assertThat(other).contains(">8</cb:BlockSize>");
        long second = design.load(bytes(other)).id();
        VersionDifference all = design.difference(study, first.id(), second);
        assertThat(all.changes()).anyMatch(change -> change.part().contains("Block size"));

        trial.as(People.person("monitor", "/studies/VERSIT4/all/monitor"));
        VersionDifference some = design.difference(study, first.id(), second);
        assertThat(some.changes())
                .isNotEmpty()
                .noneMatch(change -> change.part().contains("Block size"));
        assertThat(some.changes()).hasSize(all.changes().size() - 1);
        assertThatThrownBy(() -> design.rehearse(bytes(other), Kind.PRODUCTION, null))
                .isInstanceOf(NotAllowed.class);

        trial.as(People.person("stranger", "/studies/ANOTHER/all/monitor"));
        assertThatThrownBy(() -> design.difference(study, first.id(), second)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> design.difference(Scope.of("ANOTHER"), first.id(), second))
                .isInstanceOf(NotFound.class);
    }

    private void open(String oid) {
        study = Scope.of(oid);
        trial.open(oid);
        trial.as(People.person("builder", "/system/builder"));
        first = design.current(study);
    }

    /** The shipped study as its second version. */
    private String second() {
        String text = new String(trial.fileOf(study.study()), StandardCharsets.UTF_8);
        return text.replace("OID=\"" + study.study() + ".1\"", "OID=\"" + study.study() + ".2\"");
    }

    private static String item(String oid, String type) {
        return "<ItemDef OID=\"" + oid + "\" Name=\"" + oid + "\" DataType=\"" + type
                + "\"><Question><TranslatedText xml:lang=\"en\" Type=\"text/plain\">x</TranslatedText></Question></ItemDef>";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
