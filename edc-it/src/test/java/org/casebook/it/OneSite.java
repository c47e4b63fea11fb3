package org.casebook.it;

import java.util.Map;
import org.casebook.runtime.demo.Rest;

/** A study of a test's own, released and open at one site in Berlin, whose number is 01. */
public final class OneSite {
    private OneSite() {}

    /**
     * Loads, releases and opens a study as the builder and the administrator of the demonstration.
     *
     * @param file the study file
     * @param kind test or training
     * @param copy the last part of the new study's OID
     * @return the number of the version
     */
    public static long open(String file, String study, String kind, String copy) {
        return at("/studies?kind=" + kind + "&copy=" + copy, file, study + "~" + kind + "-" + copy);
    }

    /** The same, of a file that is loaded under its own OID. */
    public static long open(String file, String study, String kind) {
        return at("/studies?kind=" + kind, file, study + "~" + kind);
    }

    private static long at(String load, String file, String oid) {
        Rest builder = Trial.as("builder");
        Rest admin = Trial.as("admin");
        String study = "/studies/" + oid;
        long version = builder.postXml(load, file).path("id").asLong();
        builder.post(study + "/versions/" + version + "/release", null);
        admin.post(study + "/sites", Map.of("number", "01", "name", "One", "timeZone", "Europe/Berlin"));
        admin.post(study + "/sites/01/version", Map.of("version", version));
        admin.post(study + "/sites/01/activation", null);
        return version;
    }
}
