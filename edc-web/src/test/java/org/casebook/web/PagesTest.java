package org.casebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.casebook.web.shell.Destination;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/** The rules for pages (docs/house.md, section 6), held against every .xhtml of the module. */
class PagesTest {

    private static final Path ROOT = Path.of("src/main/webapp");
    private static final int MOST_LINES = 200;

    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");
    /** {@code a.b.c}, {@code a.b(c.d, 'x')}, or {@code a['b']}: one path or one call. */
    private static final Pattern ONE_PATH_OR_CALL = Pattern.compile(
            "\\s*(not |empty )?[\\w.]+(\\['[\\w.:-]+'])?(\\.\\w+)*(\\(([\\w.'(),\\s-]|\\(\\))*\\))?(\\.\\w+(\\(\\))?)*\\s*");

    /** Words of the expression language: a key or method of that name is a fault that shows only when the page is opened. */
    private static final Pattern RESERVED =
            Pattern.compile("\\.(and|or|not|eq|ne|lt|gt|le|ge|true|false|null|instanceof|empty|div|mod)\\b");

    private static final Pattern HANDLER = Pattern.compile("on[a-z]+");
    private static final List<String> SHOWN_ATTRIBUTES =
            List.of("alt", "title", "placeholder", "aria-label", "label", "lead", "heading", "hint", "message", "next");

    @Test
    void expressionsAreOnePathOrOneCall() {
        assertThat(found(PagesTest::badExpressions)).isEmpty();
    }

    @Test
    void noStyleScriptOrHandlerInline() {
        assertThat(found(PagesTest::inline)).isEmpty();
    }

    @Test
    void everyShownWordComesFromABundle() {
        assertThat(found(PagesTest::literalText)).isEmpty();
    }

    @Test
    void ajaxIsPrimeFacesAlone() {
        assertThat(found(page -> elements(page)
                        .filter(element ->
                                name(element).equals("f:ajax") || name(element).equals("h:commandScript"))
                        .map(PagesTest::name)
                        .toList()))
                .isEmpty();
    }

    @Test
    void statelessPagesHaveNoPostbackThatChangesAnything() {
        List<String> posting = List.of(
                "p:ajax", "p:commandButton", "p:commandLink", "h:commandButton", "h:commandLink", "p:remoteCommand");
        assertThat(found(page -> isStateless(page)
                        ? elements(page)
                                .map(PagesTest::name)
                                .filter(posting::contains)
                                .toList()
                        : List.of()))
                .isEmpty();
    }

    @Test
    void pagesStayShort() {
        assertThat(found(page -> lines(page) > MOST_LINES ? List.of(lines(page) + " lines") : List.of()))
                .isEmpty();
    }

    @Test
    void theNavigationLeadsToPages() {
        assertThat(Stream.of(Destination.values())
                        .map(Destination::page)
                        .filter(page -> Files.notExists(ROOT.resolve(page.substring(1)))))
                .isEmpty();
    }

    @Test
    void theRulesSeePages() {
        assertThat(pages()).hasSizeGreaterThan(10);
        assertThat(expressionIsFine("page.rows")).isTrue();
        assertThat(expressionIsFine("statuses.word(row.state())")).isTrue();
        assertThat(expressionIsFine("row.state() eq 'OPEN'")).isFalse();
        assertThat(expressionIsFine("a and b")).isFalse();
        assertThat(expressionIsFine("words.empty")).isFalse();
        assertThat(expressionIsFine("a ? b : c")).isFalse();
    }

    private static List<String> badExpressions(Path page) {
        return expressions(page).stream()
                .filter(expression -> !expressionIsFine(expression))
                .toList();
    }

    private static boolean expressionIsFine(String expression) {
        return ONE_PATH_OR_CALL.matcher(expression).matches()
                && !RESERVED.matcher(expression).find();
    }

    private static List<String> inline(Path page) {
        List<String> faults = new ArrayList<>();
        elements(page).forEach(element -> {
            if (List.of("style", "script").contains(element.getNodeName())) {
                faults.add("<" + element.getNodeName() + ">");
            }
            attributes(element)
                    .map(Attr::getName)
                    .filter(name ->
                            name.equals("style") || HANDLER.matcher(name).matches())
                    .forEach(name -> faults.add(element.getNodeName() + " " + name));
        });
        return faults;
    }

    private static List<String> literalText(Path page) {
        List<String> faults = new ArrayList<>();
        nodes(page)
                .filter(Text.class::isInstance)
                // what is printed on a key, and the name of a file, are the same in every language
                .filter(text ->
                        !List.of("kbd", "code").contains(text.getParentNode().getNodeName()))
                .map(Node::getNodeValue)
                .filter(PagesTest::speaks)
                .forEach(text -> faults.add(text.strip()));
        elements(page)
                .flatMap(PagesTest::attributes)
                .filter(attribute -> SHOWN_ATTRIBUTES.contains(attribute.getName()))
                .filter(attribute -> speaks(attribute.getValue()))
                .forEach(attribute -> faults.add(attribute.getName() + "=" + attribute.getValue()));
        return faults;
    }

    /** Whether letters remain when expressions are taken away. */
    private static boolean speaks(String text) {
        return EXPRESSION.matcher(text).replaceAll("").codePoints().anyMatch(Character::isLetter);
    }

    private static boolean isStateless(Path page) {
        return elements(page)
                .anyMatch(element -> name(element).equals("edc:page")
                        || name(element).equals("f:view")
                                && element.getAttribute("transient").equals("true"));
    }

    private static List<String> expressions(Path page) {
        List<String> found = new ArrayList<>();
        Matcher matcher = EXPRESSION.matcher(read(page));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<String> found(Function<Path, List<String>> rule) {
        List<String> faults = new ArrayList<>();
        for (Path page : pages()) {
            rule.apply(page).forEach(fault -> faults.add(ROOT.relativize(page) + ": " + fault));
        }
        return faults;
    }

    private static List<Path> pages() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long lines(Path page) {
        return read(page).lines().count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Node node) {
        return node.getNodeName();
    }

    private static Stream<Attr> attributes(Element element) {
        return Stream.iterate(0, index -> index + 1)
                .limit(element.getAttributes().getLength())
                .map(index -> (Attr) element.getAttributes().item(index));
    }

    private static Stream<Element> elements(Path page) {
        return nodes(page).filter(Element.class::isInstance).map(Element.class::cast);
    }

    private static Stream<Node> nodes(Path page) {
        try {
            Node root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(page.toFile())
                    .getDocumentElement();
            return below(root);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(page + " is not well-formed XML", e);
        }
    }

    private static Stream<Node> below(Node node) {
        Stream<Node> children = Stream.iterate(node.getFirstChild(), child -> child != null, Node::getNextSibling);
        return Stream.concat(Stream.of(node), children.flatMap(PagesTest::below));
    }
}
