package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.it.InContainer;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.odm.Remark;
import org.casebook.odm.StudyFileIsFaulty;
import org.casebook.study.StudyDesign;
import org.casebook.study.StudyPapers;
import org.casebook.study.VersionView;
import org.junit.jupiter.api.Test;

/** A study in ODM 1.3 becomes a version, keeps its bytes, and goes out as ODM 1.3.2 again. */
class OldStudyIT extends InContainer {

    private static final String FILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" xmlns:x="urn:other" FileType="Snapshot" FileOID="F"
                 ODMVersion="1.3.1" CreationDateTime="2026-01-01T00:00:00Z">
              <Study OID="%s">
                <GlobalVariables><StudyName>Old</StudyName><StudyDescription/><ProtocolName>Old</ProtocolName>
                  <x:Extra/></GlobalVariables>
                <MetaDataVersion OID="V.1" Name="First">
                  <Protocol><StudyEventRef StudyEventOID="SE.1" Mandatory="Yes"/></Protocol>
                  <StudyEventDef OID="SE.1" Name="Visit" Repeating="No" Type="Common"><FormRef FormOID="F.1" Mandatory="Yes"/>
                  </StudyEventDef>
                  <FormDef OID="F.1" Name="Form" Repeating="No"><ItemGroupRef ItemGroupOID="IG.1" Mandatory="Yes"/></FormDef>
                  <ItemGroupDef OID="IG.1" Name="Group" Repeating="No"><ItemRef ItemOID="I.1" Mandatory="Yes"/></ItemGroupDef>
                  <ItemDef OID="I.1" Name="PULSE" DataType="integer"><Question><TranslatedText>Pulse</TranslatedText></Question>
                    <RangeCheck Comparator="GE" SoftHard="Soft"><CheckValue>30</CheckValue></RangeCheck></ItemDef>
                </MetaDataVersion>
              </Study>
            </ODM>
            """;

    @Inject
    private StudyDesign studyDesign;

    @Inject
    private StudyPapers papers;

    @Inject
    private CurrentActor currentActor;

    @Test
    void it_is_kept_as_it_came_and_written_as_others_read_it() {
        Scope study = Scope.of("OLD-IT-1");
        byte[] file = FILE.formatted(study.study()).getBytes(StandardCharsets.UTF_8);
        builds();
        VersionView version = studyDesign.load(file);
        assertThat(papers.original(study, version.id()).content()).isEqualTo(file);
        assertThat(papers.remarks(study, version.id()))
                .extracting(Remark::kind)
                .contains(Remark.Kind.STRIPPED, Remark.Kind.REPAIRED);
        assertThat(papers.leftOutOfOldOdm(study, version.id())).isEmpty();
        StudyDefinition again =
                new DefinitionReader().read(papers.oldOdm(study, version.id()).content());
        assertThat(again.forms())
                .isEqualTo(studyDesign.definitionOf(study, version.id()).forms());
        assertThat(again.form("F.1").item("I.1").checks()).hasSize(1);
    }

    @Test
    void a_hostile_one_is_refused_and_nothing_is_kept() {
        Scope study = Scope.of("OLD-IT-2");
        builds();
        String hostile = FILE.formatted(study.study())
                .replace("<ODM ", "<!DOCTYPE ODM [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><ODM ");
        byte[] file = hostile.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> studyDesign.load(file))
                .isInstanceOf(StudyFileIsFaulty.class)
                .hasMessageContaining("DOCTYPE");
        assertThatThrownBy(() -> studyDesign.versions(study)).isInstanceOf(NotFound.class);
    }

    @Test
    void only_builders_take_study_files_home() {
        Scope study = Scope.of("OLD-IT-3");
        builds();
        VersionView version = studyDesign.load(FILE.formatted(study.study()).getBytes(StandardCharsets.UTF_8));
        currentActor.enter(
                People.person("investigator", "/studies/" + study.study() + "/all/investigator"), "request-w");
        assertThatThrownBy(() -> papers.oldOdm(study, version.id())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> papers.leftOutOfOldOdm(study, version.id())).isInstanceOf(NotAllowed.class);
    }

    private void builds() {
        currentActor.enter(People.person("builder", "/system/builder"), "request-b");
    }
}
