package org.casebook.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.casebook.web.refusal.RefusalMapper;
import org.eclipse.microprofile.auth.LoginConfig;

/** REST at {@code /api}, with bearer tokens only. Each resource is named here, so that no page's endpoint slips in. */
@ApplicationPath("/api")
@LoginConfig(authMethod = "MP-JWT")
// a bean, or else the server does not see the line above
@ApplicationScoped
public class RestApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                RefusalMapper.class,
                AllocationResource.class,
                DatasetResource.class,
                FormResource.class,
                MonitoringResource.class,
                ParticipantResource.class,
                QueryResource.class,
                SiteResource.class,
                VisitResource.class,
                WhoResource.class);
    }
}
