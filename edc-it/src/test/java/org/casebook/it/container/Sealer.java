package org.casebook.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.casebook.access.TypedPassword;
import org.casebook.kernel.Scope;
import org.casebook.randomization.ListDesk;
import org.casebook.randomization.PreparedList;

/** Prepares and seals allocation lists, as two people; the password is as if just typed, that it was is tested in the browser. */
@ApplicationScoped
public class Sealer {
    @Inject
    private ListDesk desk;

    @Inject
    private TypedPassword password;

    @Inject
    private Trial trial;

    /** Lists of a place, prepared by the statistician and sealed by the pharmacist, who acts afterwards. */
    public List<PreparedList> lists(Scope place, int slots) {
        statistician(place.study());
        List<PreparedList> prepared = desk.prepare(place, slots);
        seal(Scope.of(place.study()), prepared.toArray(PreparedList[]::new));
        return prepared;
    }

    /** The pharmacist seals these. */
    public void seal(Scope study, PreparedList... prepared) {
        pharmacist(study.study());
        desk.requestSealing(
                study, Arrays.stream(prepared).collect(Collectors.toMap(PreparedList::id, PreparedList::sha256)));
        confirm(
                study,
                Arrays.stream(prepared)
                        .map(list -> list.id().toString())
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    public String confirm(Scope study, String payload) {
        return password.carryOut("seal-allocation-lists", study, payload);
    }

    public void pharmacist(String study) {
        trial.as(People.person("pharmacist-" + study, "/studies/" + study + "/all/pharmacist"));
    }

    public void statistician(String study) {
        trial.as(People.person("statistician-" + study, "/studies/" + study + "/all/statistician"));
    }
}
