package org.casebook.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import java.util.zip.CRC32;

/** The mark of our style sheets and scripts in their addresses, so that no browser shows a new page with an old sheet. */
@Named
@ApplicationScoped
public class Looks {

    private static final String FOLDER = "/resources/casebook/";

    @Inject
    private ServletContext application;

    private String mark;

    @PostConstruct
    void read() {
        CRC32 sum = new CRC32();
        for (String file : new TreeSet<>(application.getResourcePaths(FOLDER))) {
            try (InputStream content = application.getResourceAsStream(file)) {
                sum.update(content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        mark = Long.toHexString(sum.getValue());
    }

    /** Changes whenever one of the files changes. */
    public String getMark() {
        return mark;
    }
}
