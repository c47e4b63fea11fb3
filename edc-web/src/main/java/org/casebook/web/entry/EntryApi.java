package org.casebook.web.entry;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.casebook.web.refusal.RefusalMapper;

/** The endpoints at {@code /entry}. Each is named here, so that none of {@code /api} slips in. */
@ApplicationPath("/entry")
public class EntryApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RefusalMapper.class, FormEntry.class);
    }
}
