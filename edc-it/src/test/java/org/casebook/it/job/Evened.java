package org.casebook.it.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Answers made comparable. What is replaced names a participant or the one request, and tells nothing else:
 *
 * <ul>
 *   <li>the participant's own screening and randomisation number, and the ids of its rows of logs, which is what links hold,
 *       each by one sign;
 *   <li>what is drawn anew for each request or record: nonces, tokens, UUIDs, SHA-256 hashes, numbers of requests, sealed text,
 *       names and keys under which a browser keeps what is not stored yet;
 *   <li>ids of records, where an address, an attribute or a field of JSON holds one: each by the place at which it comes first
 *       in the answer, so that what is told in which order and what refers to what is compared all the same.
 * </ul>
 *
 * <p>Instants stay, since both participants went the same steps at the same times.
 */
final class Evened {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern DRAWN = Pattern.compile(
            "nonce=\"[^\"]*\"|'nonce-[^']*'|csp[.]init\\('[^']*'\\)"
                    + "|casebook-csrf\" content=\"[^\"]*\"|\"request\":\"[^\"]*\"|value=\"-?[0-9]+:-?[0-9]+\""
                    + "|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|data-(?:seat-name|drafts)=\"[^\"]*\"|\\b[0-9a-f]{64}\\b|sealed:[0-9a-f]+");

    /** What stands before an id: a field of JSON, a parameter or step of an address, the beginning of an attribute. */
    private static final Pattern ID = Pattern.compile(
            "(\"(?:id|formId|form|query|queryId|break)\":|(?:[?&;]|%3F|%26)(?:form|open|query|break|id|version)(?:=|%3D)"
                    + "|/(?:forms|queries|deviations|datasets|breaks|versions|attachments)/|(?:form|query|weigh|change|end|row|id)-"
                    + "|data-(?:field-)?(?:form|id|query|version|row)=\"|query |log “|event [A-Z0-9_]+ “|form “|deviation “|dataset “|import “|attachment “|instrument “)([0-9]+)(?![0-9.:-])");

    private Evened() {}

    private static String alone(long id) {
        return "(?<![0-9A-Za-z.:-])" + id + "(?![0-9A-Za-z.:-])";
    }

    /** An answer about this participant alone, or about none. */
    static String of(String text, Canary one) {
        String named = text.replace(one.subject(), "§subject").replace(one.number(), "§number");
        // first what is drawn: a piece of it may look like the id of a row
        String even = DRAWN.matcher(named)
                .replaceAll("§drawn")
                .replaceAll(alone(one.row("AE")), "§event")
                .replaceAll(alone(one.row("CM")), "§medication");
        Map<String, String> places = new HashMap<>();
        return ID.matcher(even)
                .replaceAll((MatchResult id) -> Matcher.quoteReplacement(
                        id.group(1) + places.computeIfAbsent(id.group(2), held -> "§" + (places.size() + 1))));
    }

    /**
     * What an answer tells of one participant, in its order: the largest parts of it that name no other. All of it where it names
     * no other at all.
     */
    static List<String> parts(String text, Canary one, List<Canary> all) {
        List<String> others = all.stream()
                .map(Canary::subject)
                .filter(subject -> !subject.equals(one.subject()))
                .toList();
        List<String> parts = new ArrayList<>();
        if (others.stream().noneMatch(text::contains)) {
            parts.add(text);
        } else if (text.startsWith("{") || text.startsWith("[")) {
            json(tree(text), one.subject(), others, parts);
        } else if (text.startsWith("<")) {
            markup(document(text), one.subject(), others, parts);
        } else {
            text.lines().filter(line -> line.contains(one.subject())).forEach(parts::add);
        }
        return parts.stream().map(part -> of(part, one)).toList();
    }

    private static void json(JsonNode node, String subject, List<String> others, List<String> parts) {
        String text = node.toString();
        if (others.stream().anyMatch(text::contains)) {
            node.forEach(child -> json(child, subject, others, parts));
        } else if (text.contains(subject)) {
            parts.add(text);
        }
    }

    private static void markup(Element element, String subject, List<String> others, List<String> parts) {
        String text = element.outerHtml();
        if (others.stream().anyMatch(text::contains)) {
            element.children().forEach(child -> markup(child, subject, others, parts));
        } else if (text.contains(subject)) {
            parts.add(text);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private static Document document(String text) {
        return text.startsWith("<?xml") ? Jsoup.parse(text, "", Parser.xmlParser()) : Jsoup.parse(text);
    }
}
