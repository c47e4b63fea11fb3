package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.casebook.definition.DefinitionReader;
import org.casebook.definition.StudyDefinition;
import org.casebook.runtime.Home;
import org.junit.jupiter.api.Test;

/** How long the largest study files take, and what their definitions hold in memory. */
class StudyFileSpeedIT {

    private static final int ITEMS = 14_000;
    private static final int ON_A_FORM = 50;
    private static final double MEGA = 1e6;

    /** What reading cost. */
    private record Cost(StudyDefinition study, double seconds, double megabytes) {}

    @Test
    void theLargestForeignFileThatIsImported() throws IOException {
        Path file = Home.current()
                .root()
                .resolve("../shared/data/redcap/Project_1.xml")
                .normalize();
        assumeTrue(Files.exists(file), () -> file + " is not there");
        byte[] content = Files.readAllBytes(file);
        read(content);
        Cost cost = read(content);
        Figures.atMost("import of the largest foreign study file (73 KB), work", cost.seconds() * 1000, "ms", 1000);
        assertThat(cost.seconds()).isLessThan(1);
    }

    @Test
    void aFileOfTenMegabytes() {
        byte[] content = large().getBytes(StandardCharsets.UTF_8);
        assertThat(content.length).isBetween(9_000_000, 10 * 1024 * 1024);
        Cost cost = read(content);
        assertThat(cost.study().forms()).hasSize(ITEMS / ON_A_FORM);
        Figures.atMost("import of a study file of 10 MB with 14,000 items, work", cost.seconds(), "s", 30);
        Figures.atMost("what its definition holds in memory", cost.megabytes(), "MB", 400);
    }

    private static Cost read(byte[] content) {
        double before = held();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        StudyDefinition study = new DefinitionReader().read(content);
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        return new Cost(study, seconds, held() - before);
    }

    private static double held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGA;
    }

    private static String large() {
        StringBuilder file = new StringBuilder("<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3' FileType='Snapshot' "
                + "FileOID='F' ODMVersion='1.3.2' CreationDateTime='2026-01-01T00:00:00Z'><Study OID='S'><GlobalVariables>"
                + "<StudyName>N</StudyName><StudyDescription>D</StudyDescription><ProtocolName>P</ProtocolName>"
                + "</GlobalVariables><MetaDataVersion OID='M' Name='M'><StudyEventDef OID='SE' Name='Visit' Repeating='No' "
                + "Type='Scheduled'>");
        int forms = ITEMS / ON_A_FORM;
        for (int form = 0; form < forms; form++) {
            file.append("<FormRef FormOID='F.%d' Mandatory='Yes'/>".formatted(form));
        }
        file.append("</StudyEventDef>");
        for (int form = 0; form < forms; form++) {
            file.append(("<FormDef OID='F.%1$d' Name='Form %1$d' Repeating='No'>"
                            + "<ItemGroupRef ItemGroupOID='G.%1$d' Mandatory='Yes'/></FormDef>")
                    .formatted(form));
        }
        for (int form = 0; form < forms; form++) {
            file.append("<ItemGroupDef OID='G.%1$d' Name='Group %1$d' Repeating='No'>".formatted(form));
            for (int place = 0; place < ON_A_FORM; place++) {
                file.append("<ItemRef ItemOID='I.%d' OrderNumber='%d' Mandatory='Yes'/>"
                        .formatted(form * ON_A_FORM + place, place + 1));
            }
            file.append("</ItemGroupDef>");
        }
        for (int item = 0; item < ITEMS; item++) {
            file.append(item(item));
        }
        return file.append("</MetaDataVersion></Study></ODM>").toString();
    }

    private static String item(int number) {
        return ("<ItemDef OID='I.%1$d' Name='Item number %1$d' DataType='integer' Length='3'><Description>"
                        + "<TranslatedText xml:lang='en'>What is measured here in the morning, before breakfast"
                        + "</TranslatedText></Description><Question><TranslatedText xml:lang='en'>What was the number %1$d in "
                        + "the morning?</TranslatedText><TranslatedText xml:lang='de'>Wie war die Zahl %1$d am Morgen?"
                        + "</TranslatedText></Question><RangeCheck Comparator='GE' SoftHard='Soft'><CheckValue>10</CheckValue>"
                        + "<ErrorMessage><TranslatedText xml:lang='en'>Is it really less than ten?</TranslatedText>"
                        + "</ErrorMessage></RangeCheck><Alias Context='CDASH' Name='VAR%1$d'/></ItemDef>")
                .formatted(number);
    }
}
