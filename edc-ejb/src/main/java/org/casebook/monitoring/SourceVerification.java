package org.casebook.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.capture.CaseBook;
import org.casebook.capture.FormState;
import org.casebook.kernel.Scope;
import org.casebook.study.Definitions;

/** How far source data verification has come, for this room and later ones. */
@ApplicationScoped
public class SourceVerification {

    @Inject
    private Verifications verifications;

    @Inject
    private CaseBook casebook;

    @Inject
    private Definitions definitions;

    public FormVerification ofForm(Scope scope, long formId) {
        FormState form = casebook.get(scope, formId);
        return compare(form, verifications.ofForm(scope, formId));
    }

    /** Each form of the participant that is not void. */
    public List<FormVerification> ofSubject(Scope scope, String subject) {
        return compare(casebook.ofSubject(scope, subject), verifications.ofSubject(scope, subject));
    }

    /** Each form of the place that is not void. */
    public List<FormVerification> list(Scope scope) {
        return compare(casebook.of(scope), verifications.list(scope));
    }

    private List<FormVerification> compare(List<FormState> forms, List<Verification> ticks) {
        Map<Long, List<Verification>> byForm = ticks.stream().collect(Collectors.groupingBy(Verification::formId));
        return forms.stream()
                .filter(form -> form.state() != FormState.State.VOID)
                .map(form -> compare(form, byForm.getOrDefault(form.id(), List.of())))
                .toList();
    }

    private FormVerification compare(FormState form, List<Verification> ticks) {
        // ticks come oldest first and one that holds is always the last of its item
        Map<String, Verification> byItem = ticks.stream()
                .collect(Collectors.toMap(Verification::item, Function.identity(), (older, later) -> later));
        return SourceComparison.of(form, definitions.get(form.versionId()), byItem);
    }
}
