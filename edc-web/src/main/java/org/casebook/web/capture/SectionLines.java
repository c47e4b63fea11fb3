package org.casebook.web.capture;

import java.util.List;

/** A section of the form as drawn. */
public record SectionLines(String title, String help, String lang, List<ItemLine> items) {

    public SectionLines {
        items = List.copyOf(items);
    }
}
