package org.casebook.runtime.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.casebook.runtime.Fault;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A study file as whoever enters its participants needs it: names, which forms are signed, and the journeys. What the study is,
 * only the application knows; this reads ODM 2.0 as it stands, and nothing of it is judged here.
 */
public final class StudyFile {

    /** Test participants of this name are entered by the demonstration. */
    private static final String JOURNEY = "TP_JOURNEY";

    private static final String ODM = "http://www.cdisc.org/ns/odm/v2.0";
    private static final String OWN = "http://casebook.org/ns/odm/v1";
    private static final String ENDING = ".xml";

    private final String name;
    private final String text;
    private final Document document;

    private StudyFile(String name, String text, Document document) {
        this.name = name;
        this.text = text;
        this.document = document;
    }

    /** @param path a study file that the application accepts */
    public static StudyFile read(Path path) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(path.toFile());
            String file = path.getFileName().toString();
            return new StudyFile(file.replace(ENDING, ""), Files.readString(path), document);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new Fault("The study file " + path + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /** The studies of a folder that have journeys, by name. */
    public static List<StudyFile> withJourneys(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(StudyFile::read)
                    .filter(file -> !file.journeys().isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new Fault("The folder " + folder + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /** The file's name without ending, by which people ask for it. */
    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public String oid() {
        return one("Study").getAttribute("OID");
    }

    /** As people call the study. */
    public String title() {
        return one("Study").getAttribute("StudyName");
    }

    public boolean isRandomised() {
        return !own("Randomization", element -> true).isEmpty();
    }

    /** How many slots each list has; 0 where nobody is randomised. */
    public int slots() {
        return own("Randomization", element -> true).stream()
                .mapToInt(element -> Integer.parseInt(element.getAttribute("SlotsPerStratum")))
                .findFirst()
                .orElse(0);
    }

    public boolean isSigned(String form) {
        return group(form).getAttributeNS(OWN, "Signed").equals("Yes");
    }

    /** For example Eligibility; empty where none is said. */
    public String purpose(String form) {
        return group(form).getAttributeNS(OWN, "Purpose");
    }

    public boolean isRows(String form) {
        return !group(form).getAttribute("Repeating").equals("No");
    }

    /** Whether a file is attached to the item. */
    public boolean isFile(String item) {
        return odm("ItemDef", element -> element.getAttribute("OID").equals(item)).stream()
                .anyMatch(element ->
                        element.getElementsByTagNameNS(OWN, "Attachment").getLength() > 0);
    }

    /** Whether the event holds the logs. */
    public boolean isLogs(String event) {
        return odm("StudyEventDef", element -> element.getAttribute("OID").equals(event)).stream()
                .anyMatch(element -> element.getAttribute("Type").equals("Common"));
    }

    /** How many elements of that name the definition has, of ODM or of our own namespace. */
    public int count(String element) {
        return odm(element, one -> true).size() + own(element, one -> true).size();
    }

    /** How many forms. */
    public int forms() {
        return odm("ItemGroupDef", element -> element.getAttribute("Type").equals("Form"))
                .size();
    }

    public List<Journey> journeys() {
        return own("TestParticipant", element -> element.getAttribute("OID").startsWith(JOURNEY)).stream()
                .map(this::journey)
                .toList();
    }

    private Journey journey(Element participant) {
        LocalDate begin = LocalDate.parse(participant.getAttribute("Today"));
        List<Journey.Stop> stops = new ArrayList<>();
        LocalDate day = begin;
        for (Element visit : children(participant, "Visit")) {
            Optional<LocalDate> date = date(visit, "Date");
            day = date.or(() -> date(visit, "Today")).orElse(day);
            String reason = visit.hasAttribute("Reason") ? visit.getAttribute("Reason") : null;
            stops.add(new Journey.Stop(
                    visit.getAttribute("StudyEventOID"), date.isPresent(), day, reason, filled(visit)));
        }
        return new Journey(participant.getAttribute("OID"), participant.getAttribute("Name"), begin, stops);
    }

    private static List<Journey.Filled> filled(Element visit) {
        Map<String, Journey.Filled> forms = new LinkedHashMap<>();
        for (Element step : children(visit, null)) {
            String form = step.getAttribute("ItemGroupOID");
            if (form.isEmpty()) {
                continue;
            }
            int row = step.hasAttribute("Row") ? Integer.parseInt(step.getAttribute("Row")) : 0;
            Journey.Filled at = forms.computeIfAbsent(
                    form + "/" + row,
                    place -> new Journey.Filled(form, row, new LinkedHashMap<>(), new LinkedHashMap<>(), false));
            String item = step.getAttribute("ItemOID");
            switch (step.getLocalName()) {
                case "Enter" -> at.answers().put(item, step.getAttribute("Value"));
                case "Expect" -> {
                    if (step.hasAttribute("Value")) {
                        at.computed().put(item, step.getAttribute("Value"));
                    }
                }
                case "Form" ->
                    forms.put(form + "/" + row, new Journey.Filled(form, row, at.answers(), at.computed(), true));
                default -> throw new Fault("A journey does not know the step " + step.getNodeName() + ".");
            }
        }
        return forms.values().stream().filter(form -> !form.answers().isEmpty()).toList();
    }

    private static Optional<LocalDate> date(Element element, String attribute) {
        return element.hasAttribute(attribute)
                ? Optional.of(LocalDate.parse(element.getAttribute(attribute)))
                : Optional.empty();
    }

    private Element group(String form) {
        return odm("ItemGroupDef", element -> element.getAttribute("OID").equals(form)).stream()
                .findFirst()
                .orElseThrow(() -> new Fault("The study file " + name + " has no form " + form + "."));
    }

    private Element one(String element) {
        return odm(element, each -> true).get(0);
    }

    private List<Element> odm(String element, Predicate<Element> wanted) {
        return listed(document.getElementsByTagNameNS(ODM, element), wanted);
    }

    private List<Element> own(String element, Predicate<Element> wanted) {
        return listed(document.getElementsByTagNameNS(OWN, element), wanted);
    }

    private static List<Element> children(Element parent, String name) {
        return listed(
                parent.getElementsByTagNameNS(OWN, name == null ? "*" : name),
                child -> child.getParentNode().equals(parent));
    }

    private static List<Element> listed(NodeList nodes, Predicate<Element> wanted) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .filter(wanted)
                .toList();
    }
}
