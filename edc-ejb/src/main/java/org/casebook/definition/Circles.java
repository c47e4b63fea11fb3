package org.casebook.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.StudyRules.ItemPath;
import org.casebook.definition.StudyRules.ItemPath.Which;
import org.casebook.rules.Expression;
import org.casebook.rules.ItemRule;

/**
 * Finds items that need themselves by way of other forms: what they are computed from, or hidden by, leads back to them. An
 * item may look at itself at an earlier visit, so that totals can run on.
 */
final class Circles {

    private final StudyDefinition study;
    private final StudyNames names;
    private final Map<String, Map<String, ItemRule>> rules;
    private final Map<String, Integer> order = new HashMap<>();
    private final Set<Node> settled = new HashSet<>();
    private final Set<Set<String>> told = new HashSet<>();

    /** An item at its place. */
    private record Node(String eventOid, String formOid, String itemOid) {

        @Override
        public String toString() {
            return (eventOid == null ? "" : eventOid + ".") + formOid + "." + itemOid;
        }
    }

    /**
     * @param rules by form OID and item OID
     */
    Circles(StudyDefinition study, StudyNames names, Map<String, Map<String, ItemRule>> rules) {
        this.study = study;
        this.names = names;
        this.rules = rules;
        study.scheduledEvents().forEach(event -> order.put(event.oid(), order.size()));
    }

    void find(StudyRules.Problems problems) {
        rules.forEach((form, items) -> items.keySet().forEach(item -> {
            names.visits(form).forEach(event -> follow(new Node(event.oid(), form, item), problems));
            follow(new Node(null, form, item), problems);
        }));
    }

    /** Follows needs in depth, with a stack of our own: chains along the visits are long. */
    private void follow(Node start, StudyRules.Problems problems) {
        Set<Node> path = new LinkedHashSet<>();
        List<Node> way = new ArrayList<>();
        List<List<Node>> open = new ArrayList<>();
        open.add(new ArrayList<>(List.of(start)));
        while (!open.isEmpty()) {
            List<Node> siblings = open.get(open.size() - 1);
            if (siblings.isEmpty()) {
                open.remove(open.size() - 1);
                if (!way.isEmpty()) {
                    Node last = way.remove(way.size() - 1);
                    path.remove(last);
                    settled.add(last);
                }
                continue;
            }
            Node node = siblings.remove(siblings.size() - 1);
            if (path.contains(node)) {
                tell(node, path, problems);
            } else if (!settled.contains(node)) {
                path.add(node);
                way.add(node);
                open.add(new ArrayList<>(needs(node).map(Need::of).toList()));
            }
        }
    }

    private record Need(Expression expression, String name, Node of) {}

    private Stream<Need> needs(Node node) {
        ItemRule rule = rules.getOrDefault(node.formOid(), Map.of()).get(node.itemOid());
        if (rule == null) {
            return Stream.empty();
        }
        return Stream.of(rule.exception(), rule.derivation())
                .filter(Objects::nonNull)
                .flatMap(expression -> expression.names().stream()
                        .flatMap(name -> nodes(node, name).map(of -> new Need(expression, name, of))));
    }

    private Stream<Node> nodes(Node from, String name) {
        Optional<ItemDefinition> own = names.find(from.formOid(), name);
        if (own.isPresent()) {
            return Stream.of(new Node(from.eventOid(), from.formOid(), own.get().oid()));
        }
        return names.path(name).filter(path -> path.itemOid() != null).stream()
                .flatMap(path -> events(from, path).map(event -> new Node(event, path.formOid(), path.itemOid())));
    }

    private Stream<String> events(Node from, ItemPath path) {
        if (path.which() == Which.AT) {
            return Stream.of(path.eventOid());
        }
        if (path.which() == Which.ROWS) {
            // a row sees the other rows only, yet each of them sees this one
            Stream<String> visits = path.eventOid() == null
                    ? names.visits(path.formOid()).stream().map(EventDefinition::oid)
                    : Stream.of(path.eventOid());
            return Stream.concat(visits, Stream.of((String) null));
        }
        int here = from.eventOid() == null ? order.size() : order.getOrDefault(from.eventOid(), -1);
        return names.visits(path.formOid()).stream()
                .map(EventDefinition::oid)
                .filter(event -> order.get(event) < here
                        || order.get(event) == here
                                && path.which() != Which.PREVIOUS
                                && !path.formOid().equals(from.formOid()));
    }

    private void tell(Node node, Set<Node> path, StudyRules.Problems problems) {
        List<Node> circle = new ArrayList<>(path);
        circle = circle.subList(circle.indexOf(node), circle.size());
        Node next = circle.size() > 1 ? circle.get(1) : node;
        String way = String.join(
                " → ",
                Stream.concat(circle.stream(), Stream.of(node))
                        .map(Node::toString)
                        .toList());
        // the same items may go round at many visits: that is told once
        Set<String> items = circle.stream()
                .map(each -> each.formOid() + "/" + each.itemOid())
                .collect(Collectors.toSet());
        needs(node)
                .filter(need -> need.of().equals(next) && told.add(items))
                .findFirst()
                .ifPresent(need -> tell(node, need, way, problems));
    }

    private void tell(Node node, Need need, String way, StudyRules.Problems problems) {
        ItemDefinition item = study.item(node.formOid(), node.itemOid());
        boolean computes = rules.get(node.formOid()).get(node.itemOid()).derivation() == need.expression();
        String sentence = "“%s.%s” needs itself: %s.".formatted(node.formOid(), node.itemOid(), way);
        problems.tell(
                computes ? DefinitionChecks.METHOD : DefinitionChecks.CONDITION,
                computes ? item.methodOid() : item.conditionOid(),
                "The expression “%s” is faulty. %s"
                        .formatted(need.expression(), need.expression().placeOf(need.name(), sentence)));
    }
}
