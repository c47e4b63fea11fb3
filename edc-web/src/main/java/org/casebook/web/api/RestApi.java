package org.casebook.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.casebook.web.refusal.EmptyStudy;
import org.casebook.web.refusal.RefusalMapper;
import org.casebook.web.refusal.WholeBody;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** REST at {@code /api}, with bearer tokens only. Each resource is named here, so that no page's endpoint slips in. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Casebook",
                        version = "1",
                        description =
                                "The same doors as the pages: every call is judged by the grants in the token, and is"
                                        + " an entry of the audit trail. A refusal is a sentence that says what, where and how to"
                                        + " mend it (RFC 9457)."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An access token of the Keycloak realm whose audience holds casebook-api")
@ApplicationPath("/api")
@LoginConfig(authMethod = "MP-JWT")
// a bean, or else the server does not see the line above
@ApplicationScoped
public class RestApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                RefusalMapper.class,
                WholeBody.class,
                EmptyStudy.class,
                AcceptanceResource.class,
                AgendaResource.class,
                AllocationReportResource.class,
                AllocationResource.class,
                AttachmentResource.class,
                CodeBreakResource.class,
                StudyUnblindingResource.class,
                TreatmentResource.class,
                ConsentResource.class,
                CrossoverResource.class,
                DatasetResource.class,
                DelegationResource.class,
                DeviationResource.class,
                DuplicateResource.class,
                FormResource.class,
                ImportResource.class,
                MonitoringResource.class,
                MovingResource.class,
                ParticipantResource.class,
                QueryResource.class,
                RangeResource.class,
                OutcomeResource.class,
                ScreeningResource.class,
                SiteResource.class,
                StandingResource.class,
                StudyResource.class,
                TestRunResource.class,
                VisitResource.class,
                WhoResource.class);
    }
}
