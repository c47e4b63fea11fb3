package org.casebook.odm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that want to do harm, by what they try. */
final class HostileFiles {

    private static final int LARGE = 10 * 1024 * 1024 - 4096;
    private static final String ODM = "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\">";
    private static final int STEPS = 40;
    private static final String HEAD = "<?xml version=\"1.0\"?>";

    private final Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();

    /**
     * @param outside where a file would reach, as {@code http://host:port/}
     */
    HostileFiles(String outside) {
        reachingOut(outside);
        growing();
        slow();
        deepAndWide();
        doubling();
        encodings();
        packed();
    }

    Map<String, Supplier<byte[]>> all() {
        return files;
    }

    private void text(String name, Supplier<String> content) {
        files.put(name, () -> content.get().getBytes(StandardCharsets.UTF_8));
    }

    private void reachingOut(String outside) {
        text("a DTD elsewhere", () -> HEAD + "<!DOCTYPE ODM SYSTEM \"" + outside + "odm.dtd\">" + ODM + "</ODM>");
        text(
                "a public DTD",
                () -> HEAD + "<!DOCTYPE ODM PUBLIC \"-//X//Y\" \"" + outside + "odm.dtd\">" + ODM + "</ODM>");
        text(
                "an external entity",
                () -> HEAD + "<!DOCTYPE ODM [<!ENTITY x SYSTEM \"" + outside + "x\">]>" + ODM + "&x;</ODM>");
        text(
                "a file as entity",
                () -> HEAD + "<!DOCTYPE ODM [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + ODM + "&x;</ODM>");
        text(
                "a parameter entity",
                () -> HEAD + "<!DOCTYPE ODM [<!ENTITY % x SYSTEM \"" + outside + "x.dtd\"> %x;]>" + ODM + "</ODM>");
        text("an undefined entity", () -> HEAD + ODM + "&x;</ODM>");
        text(
                "XInclude",
                () -> HEAD + ODM + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\""
                        + outside + "\"/></ODM>");
        text(
                "a schema elsewhere",
                () -> HEAD + "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" "
                        + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\""
                        + "http://www.cdisc.org/ns/odm/v1.3 " + outside + "odm.xsd\" xsi:noNamespaceSchemaLocation=\""
                        + outside + "none.xsd\"/>");
        text(
                "a stylesheet elsewhere",
                () -> HEAD + "<?xml-stylesheet type=\"text/xsl\" href=\"" + outside + "x.xsl\"?><?xml-model href=\""
                        + outside + "\"?>" + ODM + "</ODM>");
        text("a namespace elsewhere", () -> HEAD + "<ODM xmlns=\"" + outside + "\"/>");
        text(
                "an own part that names a schema",
                () -> HEAD + "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v2.0\" "
                        + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:cb=\"http://casebook.org/ns/odm/v1\">"
                        + "<cb:Unit xsi:schemaLocation=\"http://casebook.org/ns/odm/v1 " + outside
                        + "\" xsi:type=\"cb:text\"/></ODM>");
    }

    private void growing() {
        text("billion laughs", () -> {
            StringBuilder dtd = new StringBuilder(HEAD + "<!DOCTYPE ODM [<!ENTITY a0 \"lol\">");
            for (int i = 1; i < 20; i++) {
                dtd.append("<!ENTITY a%d \"%s\">"
                        .formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
            }
            return dtd + "]>" + ODM + "&a19;</ODM>";
        });
        text(
                "quadratic growth",
                () -> HEAD + "<!DOCTYPE ODM [<!ENTITY a \"" + "x".repeat(60_000) + "\">]>" + ODM + "&a;".repeat(60_000)
                        + "</ODM>");
        text(
                "entities in attributes",
                () -> HEAD + "<!DOCTYPE ODM [<!ENTITY a \"" + "x".repeat(60_000) + "\">]><ODM a=\""
                        + "&a;".repeat(60_000) + "\"/>");
        text("character references", () -> HEAD + ODM + "&#120;".repeat(LARGE / 6 - 100) + "</ODM>");
    }

    /** Files as they should be but for one fault, which is found only after much looking. */
    private void slow() {
        String study = HEAD
                + "<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3' FileType='Snapshot' FileOID='F' ODMVersion='1.3.2' "
                + "CreationDateTime='2026-01-01T00:00:00Z'><Study OID='S'><GlobalVariables><StudyName>S</StudyName>"
                + "<StudyDescription>S</StudyDescription><ProtocolName>S</ProtocolName></GlobalVariables><MetaDataVersion OID='M' Name='M'><StudyEventDef OID='E' Name='E' "
                + "Repeating='No' Type='Scheduled'><FormRef FormOID='F' Mandatory='No'/>%s</StudyEventDef><FormDef OID='F' "
                + "Name='F' Repeating='No'><ItemGroupRef ItemGroupOID='G' Mandatory='No'/></FormDef><ItemGroupDef OID='G' "
                + "Name='G' Repeating='No'><ItemRef ItemOID='I' Mandatory='No'/>%s</ItemGroupDef><ItemDef OID='I' Name='I' "
                + "DataType='text'/><CodeList OID='C' Name='C' DataType='text'>%s<EnumeratedItem CodedValue='1'/></CodeList>%s"
                + "</MetaDataVersion></Study></ODM>";
        text(
                "very many codes",
                () -> study.formatted("", "", numbered(100_000, "<EnumeratedItem CodedValue='%d'/>"), ""));
        text(
                "very many references",
                () -> study.formatted("", numbered(100_000, "<ItemRef ItemOID='X%d' Mandatory='No'/>"), "", ""));
        text(
                "very many conditions",
                () -> study.formatted(
                        numbered(
                                100_000, "<FormRef FormOID='F' Mandatory='No' CollectionExceptionConditionOID='K%d'/>"),
                        "",
                        "",
                        ""));
        text(
                "very many formulas",
                () -> study.formatted(
                        "<FormRef FormOID='F9' Mandatory='No'/>",
                        "",
                        "",
                        numbered(
                                20_000,
                                "<ConditionDef OID='K%1$d' Name='K'><FormalExpression Context='x'>(I != '%1$d')"
                                        + "</FormalExpression></ConditionDef>")));
        text(
                "deep formulas",
                () -> study.formatted(
                        "<FormRef FormOID='F9' Mandatory='No'/>",
                        "",
                        "",
                        ("<ConditionDef OID='K' Name='K'><FormalExpression Context='x'>" + "(!".repeat(20_000)
                                        + "</FormalExpression></ConditionDef>")
                                .repeat(200)));
    }

    private static String numbered(int most, String element) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; all.length() < LARGE / 2 && i < most; i++) {
            all.append(element.formatted(i));
        }
        return all.toString();
    }

    private void deepAndWide() {
        text("deep", () -> HEAD + ODM + "<a>".repeat(LARGE / 3));
        text(
                "deep in another namespace",
                () -> HEAD + ODM + "<x:a xmlns:x=\"urn:x\">" + "<x:a>".repeat(LARGE / 5 - 10));
        text("many elements", () -> HEAD + ODM + "<a/>".repeat(LARGE / 4 - 100) + "</ODM>");
        text(
                "many elements with attributes",
                () -> HEAD + ODM + "<a b='' c='' d=''/>".repeat(LARGE / 19 - 100) + "</ODM>");
        text(
                "many elements of another namespace",
                () -> HEAD + ODM + "<x:s xmlns:x=\"urn:x\">" + "<x:a/>".repeat(LARGE / 6 - 100) + "</x:s></ODM>");
        text("many namespaces", () -> {
            StringBuilder file = new StringBuilder(HEAD + ODM);
            for (int i = 0; file.length() < LARGE - 100; i++) {
                file.append("<n")
                        .append(i)
                        .append(":a xmlns:n")
                        .append(i)
                        .append("='u")
                        .append(i)
                        .append("'/>");
            }
            return file + "</ODM>";
        });
        text("many attributes", () -> {
            StringBuilder file = new StringBuilder(HEAD + "<ODM");
            for (int i = 0; file.length() < LARGE - 100; i++) {
                file.append(" a").append(i).append("=''");
            }
            return file + "/>";
        });
        text("attributes with one hash", () -> {
            StringBuilder file = new StringBuilder(HEAD + "<ODM");
            for (int i = 0; i < 1 << 14; i++) {
                file.append(' ');
                for (int bit = 0; bit < 14; bit++) {
                    file.append((i >> bit & 1) == 0 ? "Aa" : "BB");
                }
                file.append("=''");
            }
            return file + "/>";
        });
        text("a giant attribute", () -> HEAD + "<ODM a=\"" + "x".repeat(LARGE - 100) + "\"/>");
        text("giant attributes", () -> HEAD + ODM + ("<a b=\"" + "x".repeat(900_000) + "\"/>").repeat(11) + "</ODM>");
        text("a giant name", () -> HEAD + "<" + "x".repeat(900_000) + "/>");
        text("a giant text", () -> HEAD + ODM + "x".repeat(LARGE - 100) + "</ODM>");
        text("a giant CDATA", () -> HEAD + ODM + "<![CDATA[" + "<x".repeat(LARGE / 2 - 100) + "]]></ODM>");
        text("a giant comment", () -> HEAD + "<!--" + "<x".repeat(LARGE / 2 - 100) + "-->" + ODM + "</ODM>");
        text("a giant instruction", () -> HEAD + "<?x " + "<x".repeat(LARGE / 2 - 100) + "?>" + ODM + "</ODM>");
        files.put("too large", () -> new byte[LARGE + 5000]);
    }

    /** Each group asks for both of the next step: forty steps lead to a million million places. */
    private void doubling() {
        text(
                "sections that double",
                () -> study(new StringBuilder(), steps("ItemGroup", " Type=\"Section\"", "ItemOID=\"I\"", "ItemRef"))
                        + "</MetaDataVersion></Study></ODM>");
        text(
                "event groups that double",
                () -> study(
                                new StringBuilder("<StudyEventGroupRef StudyEventGroupOID=\"A0\" Mandatory=\"Yes\"/>"),
                                steps("StudyEventGroup", "", "StudyEventOID=\"SE\"", "StudyEventRef"))
                        + "</MetaDataVersion></Study></ODM>");
    }

    private static String study(StringBuilder protocol, String steps) {
        return "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v2.0\" FileType=\"Snapshot\" FileOID=\"F\" Granularity=\"Metadata\""
                + " ODMVersion=\"2.0\" CreationDateTime=\"2026-01-01T00:00:00Z\"><Study OID=\"S\" StudyName=\"S\" ProtocolName=\"S\">"
                + "<MetaDataVersion OID=\"S.1\" Name=\"1\"><Protocol>" + protocol + "</Protocol>"
                + "<StudyEventDef OID=\"SE\" Name=\"V\" Repeating=\"No\" Type=\"Scheduled\">"
                + "<ItemGroupRef ItemGroupOID=\"F\" Mandatory=\"Yes\"/></StudyEventDef>"
                + "<ItemGroupDef OID=\"F\" Name=\"F\" Repeating=\"No\" Type=\"Form\"><ItemGroupRef ItemGroupOID=\"A0\" Mandatory=\"Yes\"/>"
                + "</ItemGroupDef>" + steps + "<ItemDef OID=\"I\" Name=\"I\" DataType=\"text\"><Question>"
                + "<TranslatedText xml:lang=\"en\" Type=\"text/plain\">Q</TranslatedText></Question></ItemDef>";
    }

    private static String steps(String kind, String type, String last, String lastRef) {
        StringBuilder steps = new StringBuilder();
        String repeating = kind.equals("ItemGroup") ? " Repeating=\"No\"" : "";
        for (int i = 0; i <= STEPS; i++) {
            for (char side : new char[] {'A', 'B'}) {
                steps.append("<%sDef OID=\"%s%d\" Name=\"g\"%s%s>".formatted(kind, side, i, repeating, type));
                for (char next : new char[] {'A', 'B'}) {
                    steps.append(
                            i == STEPS
                                    ? next == 'B' ? "" : "<%s %s Mandatory=\"No\"/>".formatted(lastRef, last)
                                    : "<%sRef %sOID=\"%s%d\" Mandatory=\"No\"/>".formatted(kind, kind, next, i + 1));
                }
                steps.append("</%sDef>".formatted(kind));
            }
        }
        return steps.toString();
    }

    private void encodings() {
        String doctype = "<!DOCTYPE ODM [<!ENTITY x \"y\">]><ODM>&x;</ODM>";
        encoded("UTF-16 with a mark", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + doctype, StandardCharsets.UTF_16);
        encoded("UTF-16 without a mark", "<?xml version=\"1.0\"?>" + doctype, StandardCharsets.UTF_16LE);
        encoded("UTF-32", "<?xml version=\"1.0\"?>" + doctype, Charset.forName("UTF-32"));
        encoded("EBCDIC", "<?xml version=\"1.0\" encoding=\"IBM037\"?>" + doctype, Charset.forName("IBM037"));
        encoded(
                "declared UTF-7",
                "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-DOCTYPE ODM+AD4APA-ODM/+AD4-",
                StandardCharsets.US_ASCII);
        encoded("UTF-7 bytes", "+ADw-ODM xmlns+AD0AIg-urn:x+ACI-/+AD4-", StandardCharsets.US_ASCII);
        encoded("declared UTF-16, is not", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><ODM/>", StandardCharsets.UTF_8);
        encoded(
                "a mark of UTF-8, declared UTF-16",
                "\ufeff<?xml version=\"1.0\" encoding=\"UTF-16LE\"?><ODM/>",
                StandardCharsets.UTF_8);
        encoded(
                "a mark of UTF-16, declared ISO-8859-1",
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><ODM/>",
                StandardCharsets.UTF_16);
        encoded(
                "an unheard-of encoding",
                "<?xml version=\"1.0\" encoding=\"x${jndi:ldap://x}\"?><ODM/>",
                StandardCharsets.UTF_8);
        files.put("no UTF-8", () ->
                new byte[] {'<', 'O', 'D', 'M', '>', (byte) 0xc0, (byte) 0xaf, '<', '/', 'O', 'D', 'M', '>'});
        files.put("null characters", () -> "<ODM>\0</ODM>".getBytes(StandardCharsets.UTF_8));
        files.put("noise", () -> {
            byte[] noise = new byte[1_000_000];
            new Random(1).nextBytes(noise);
            return noise;
        });
        files.put("nothing", () -> new byte[0]);
    }

    private void encoded(String name, String content, Charset charset) {
        files.put(name, () -> content.getBytes(charset));
    }

    private void packed() {
        files.put("a zip bomb", () -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("study.xml"));
                byte[] blanks = new byte[1024 * 1024];
                for (int megabyte = 0; megabyte < 1024; megabyte++) {
                    zip.write(blanks);
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        });
        files.put("gzip", () -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(new byte[100_000_000]);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        });
    }
}
