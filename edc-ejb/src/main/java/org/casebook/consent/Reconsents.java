package org.casebook.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.subject.Participant;
import org.casebook.whereabouts.MoveLine;
import org.casebook.whereabouts.Whereabouts;

/** Consents for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class Reconsents {

    @Inject
    private Consents consents;

    @Inject
    private SiteRegister sites;

    @Inject
    private Whereabouts whereabouts;

    @Inject
    private RequestClock clock;

    /** To which text consent is due again, by screening number; who is absent owes none, or takes part no more. */
    public Map<String, TextInForce> due(Scope scope, List<Participant> participants) {
        Map<String, List<TextInForce>> texts =
                consents.texts(scope).stream().collect(Collectors.groupingBy(TextInForce::site));
        if (texts.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> given = consents.given(scope).stream()
                .filter(one -> one.holds() && one.isToTextOfHere())
                .collect(Collectors.groupingBy(
                        GivenConsent::subject,
                        Collectors.mapping(one -> one.toLine().label(), Collectors.toList())));
        Map<String, LocalDate> today =
                sites.list(scope).stream().collect(Collectors.toMap(SiteView::number, SiteView::today));
        Map<String, MoveLine> arrived = whereabouts.arrivals(scope);
        Map<String, TextInForce> due = new LinkedHashMap<>();
        for (Participant person : participants) {
            if (!person.status().isEnd()) {
                ReconsentPolicy policy =
                        new ReconsentPolicy(texts.getOrDefault(person.site(), List.of()), today.get(person.site()));
                due(policy, person, given.getOrDefault(person.key(), List.of()), arrived.get(person.key()))
                        .ifPresent(text -> due.put(person.key(), text));
            }
        }
        return due;
    }

    /**
     * @param labels of texts of the participant's site, consented to since the first consent
     * @param arrival how he came to the site; null: he was added there
     */
    private static Optional<TextInForce> due(
            ReconsentPolicy policy, Participant person, List<String> labels, MoveLine arrival) {
        LocalDate first = person.gate().consentDate();
        boolean elsewhere = arrival != null && first != null && first.isBefore(arrival.on());
        return elsewhere ? policy.dueAfterArrival(labels) : policy.due(first, labels);
    }

    ConsentView view(Participant person) {
        Scope place = person.scope();
        ReconsentPolicy policy = policy(place);
        List<ConsentLine> lines = new ArrayList<>();
        LocalDate first = person.gate().consentDate();
        if (first != null) {
            Scope then = Scope.of(person.study(), whereabouts.siteOn(person, first));
            String label = policy(then).on(first).map(TextInForce::label).orElse(null);
            lines.add(new ConsentLine(label, first, null, null, null, null));
        }
        List<GivenConsent> given = consents.given(place, person.key());
        lines.addAll(given.stream().map(GivenConsent::toLine).toList());
        List<String> labels = given.stream()
                .filter(one -> one.holds() && one.isToTextOfHere())
                .map(one -> one.toLine().label())
                .toList();
        MoveLine arrival = whereabouts.arrivals(place).get(person.key());
        TextInForce due = person.status().isEnd()
                ? null
                : due(policy, person, labels, arrival).orElse(null);
        return new ConsentView(lines, policy.begun(), due);
    }

    ReconsentPolicy policy(Scope place) {
        return new ReconsentPolicy(consents.texts(place), clock.today(sites.zone(place)));
    }
}
