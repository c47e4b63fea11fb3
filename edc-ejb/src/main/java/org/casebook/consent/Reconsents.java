package org.casebook.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.site.SiteRegister;
import org.casebook.site.SiteView;
import org.casebook.subject.Participant;

/** Consents for later rooms. Not a boundary: whoever calls has passed a door. */
@ApplicationScoped
public class Reconsents {

    @Inject
    private Consents consents;

    @Inject
    private SiteRegister sites;

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
                .filter(GivenConsent::holds)
                .collect(Collectors.groupingBy(
                        GivenConsent::subject,
                        Collectors.mapping(one -> one.toLine().label(), Collectors.toList())));
        Map<String, LocalDate> today =
                sites.list(scope).stream().collect(Collectors.toMap(SiteView::number, SiteView::today));
        Map<String, TextInForce> due = new LinkedHashMap<>();
        for (Participant person : participants) {
            if (!person.status().isEnd()) {
                new ReconsentPolicy(texts.getOrDefault(person.site(), List.of()), today.get(person.site()))
                        .due(person.gate().consentDate(), given.getOrDefault(person.key(), List.of()))
                        .ifPresent(text -> due.put(person.key(), text));
            }
        }
        return due;
    }

    ConsentView view(Participant person) {
        Scope place = person.scope();
        ReconsentPolicy policy = policy(place);
        List<ConsentLine> lines = new ArrayList<>();
        LocalDate first = person.gate().consentDate();
        if (first != null) {
            String label = policy.on(first).map(TextInForce::label).orElse(null);
            lines.add(new ConsentLine(label, first, null, null, null, null));
        }
        List<ConsentLine> given = consents.given(place, person.key()).stream()
                .map(GivenConsent::toLine)
                .toList();
        lines.addAll(given);
        List<String> labels = given.stream()
                .filter(ConsentLine::holds)
                .map(ConsentLine::label)
                .toList();
        TextInForce due =
                person.status().isEnd() ? null : policy.due(first, labels).orElse(null);
        return new ConsentView(lines, policy.begun(), due);
    }

    ReconsentPolicy policy(Scope place) {
        return new ReconsentPolicy(consents.texts(place), clock.today(sites.zone(place)));
    }
}
