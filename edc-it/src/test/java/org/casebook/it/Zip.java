package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A downloaded dataset, read by other means than those that wrote it. */
public final class Zip {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public Zip(Path path) throws IOException {
        this(Files.newInputStream(path));
    }

    public Zip(InputStream bytes) throws IOException {
        try (ZipInputStream in = new ZipInputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    public Map<String, byte[]> files() {
        return files;
    }

    public String text(String name) {
        assertThat(files).containsKey(name);
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    public List<NamedCsvRecord> table(String name) {
        return CsvReader.builder().ofNamedCsvRecord(text(name)).stream().toList();
    }

    public Document xml(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(files.get(name)));
    }

    /** The values of clinical data in ODM 1.3: {@code subject/event/form/item} to value. */
    public static Map<String, String> values(Document snapshot) {
        Map<String, String> values = new LinkedHashMap<>();
        NodeList items = snapshot.getElementsByTagName("ItemData");
        for (int i = 0; i < items.getLength(); i++) {
            Element item = (Element) items.item(i);
            Element form = (Element) item.getParentNode().getParentNode();
            Element event = (Element) form.getParentNode();
            Element subject = (Element) event.getParentNode();
            values.put(
                    String.join(
                            "/",
                            subject.getAttribute("SubjectKey"),
                            event.getAttribute("StudyEventOID"),
                            form.getAttribute("FormOID"),
                            item.getAttribute("ItemOID")),
                    item.getAttribute("Value"));
        }
        return values;
    }
}
