package org.casebook.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person may say after {@code ./edc demo}.
 *
 * @param data the data folder
 * @param fresh removes it first
 * @param port of the application, the other services take the next three
 * @param studies names of the study files to load; empty for the first trial alone
 * @param allStudies loads every study that ships
 */
record DemoOptions(Path data, boolean fresh, int port, List<String> studies, boolean allStudies) {
    private static final int PORT = 8080;

    DemoOptions {
        studies = List.copyOf(studies);
    }

    static DemoOptions of(List<String> words, Path usualData) {
        Path data = usualData;
        boolean fresh = false;
        boolean all = false;
        int port = PORT;
        List<String> studies = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--fresh" -> fresh = true;
                case "--data" -> data = Path.of(value(words, ++i));
                case "--study" -> studies.add(value(words, ++i));
                case "--all-studies" -> all = true;
                case "--port" -> port = number(value(words, ++i));
                default ->
                    throw new Fault("./edc demo does not know \"" + words.get(i)
                            + "\"; it takes --data DIR, --fresh, --port NUMBER, --study NAME and --all-studies.");
            }
        }
        return new DemoOptions(data, fresh, port, studies, all);
    }

    private static String value(List<String> words, int i) {
        if (i >= words.size()) {
            throw new Fault("A value is missing after " + words.get(i - 1) + ".");
        }
        return words.get(i);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Fault("\"" + text + "\" is not a port number.", e);
        }
    }
}
