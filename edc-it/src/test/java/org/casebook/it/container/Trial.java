package org.casebook.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.casebook.kernel.Actor;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Scope;
import org.casebook.site.Sites;
import org.casebook.study.StudyDesign;
import org.casebook.study.VersionView;
import org.casebook.subject.Enrolment;

/** The shipped trial, loaded under a study OID of the test's own, with sites 101 and 102 active. */
@ApplicationScoped
public class Trial {
    /** In the deployed module, put there from config/studies. */
    public static final String FILE = "bmmsc-dmso.xml";

    private static final String SHIPPED_OID = "BMMSC";

    @Inject
    private StudyDesign design;

    @Inject
    private Releaser releaser;

    @Inject
    private Sites sites;

    @Inject
    private Enrolment enrolment;

    @Inject
    private CurrentActor currentActor;

    private final Set<String> open = new HashSet<>();

    /** Loads and releases the trial as this study and activates its sites; nothing happens when that was done before. */
    public synchronized void open(String study) {
        open(study, () -> new String(fileOf(study), StandardCharsets.UTF_8));
    }

    /** The same with the shipped file changed. */
    public synchronized void open(String study, UnaryOperator<String> change) {
        open(study, () -> change.apply(new String(fileOf(study), StandardCharsets.UTF_8)));
    }

    /** The same for a study file of the tests' own, which is loaded under its own OID. */
    public synchronized void open(String study, String file) {
        open(study, () -> file(file));
    }

    private void open(String study, Supplier<String> content) {
        if (open.add(study)) {
            as(People.person("builder-" + study, "/system/builder"));
            VersionView version = design.load(content.get().getBytes(StandardCharsets.UTF_8));
            releaser.release(Scope.of(study), version.id());
            as(People.person("admin-" + study, "/system/administrator"));
            for (String site : Set.of("101", "102")) {
                sites.add(Scope.of(study, site), "Site " + site, "Europe/Stockholm");
                sites.putInForce(Scope.of(study, site), version.id());
                sites.activate(Scope.of(study, site));
            }
        }
    }

    /** The shipped file under this OID. */
    public byte[] fileOf(String study) {
        return file(FILE).replace(SHIPPED_OID, study).getBytes(StandardCharsets.UTF_8);
    }

    /** A new participant at this site; afterwards its coordinator acts. */
    public String participant(String study, String site) {
        coordinator(study, site);
        return enrolment.add(Scope.of(study, site)).key();
    }

    public void coordinator(String study, String site) {
        as(People.person("coordinator-" + site, "/studies/" + study + "/" + site + "/coordinator"));
    }

    public void as(Actor actor) {
        currentActor.enter(actor, UUID.randomUUID().toString());
    }

    private static String file(String name) {
        try (var in = Trial.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
