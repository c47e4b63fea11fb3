package org.casebook.runtime;

import java.nio.file.Path;

/** What the demonstration prints when it is ready. */
final class Welcome {
    /** Only in the demonstration's realm, which listens on the loopback address alone. */
    private static final String DEMONSTRATION_PASSWORD = "Casebook-Demo-1!";

    private Welcome() {}

    static String text(String address, Path data) {
        return """

                Casebook is ready: %s

                  account           role
                  coordinator-101   study coordinator of site 101
                  investigator-101  investigator of site 101
                  coordinator-102   study coordinator of site 102
                  nurse-102         study coordinator of site 102
                  investigator-102  investigator of site 102
                  monitor           monitor of all sites
                  data-manager      data manager
                  sponsor           sponsor
                  pharmacist        unblinded pharmacist
                  statistician      unblinded statistician
                  builder           study builder
                  inspector         inspector, reads everything
                  admin             administrator
                  password of all of them (demonstration only): %s

                Data, logs and secrets: %s
                Stop with Ctrl-C. The data stay; ./edc demo --fresh starts anew.
                """.formatted(address, DEMONSTRATION_PASSWORD, data);
    }
}
