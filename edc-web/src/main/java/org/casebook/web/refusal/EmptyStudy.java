package org.casebook.web.refusal;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.NotFound;
import org.casebook.study.StudyDesign;

/** An empty list of a study that does not exist, or is none of the caller's, is no answer: it is told as not found. */
@Provider
public class EmptyStudy implements ContainerResponseFilter {

    @Inject
    private StudyDesign design;

    @Inject
    private CurrentActor actor;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String study = request.getUriInfo().getPathParameters().getFirst("study");
        boolean empty = response.getEntity() instanceof Collection<?> list && list.isEmpty();
        if (study == null || !empty || isKnown(study)) {
            return;
        }
        NotFound unknown = new NotFound("study", study, null);
        int status = unknown.kind().status();
        response.setStatus(status);
        response.setEntity(
                ProblemAnswer.of(status, RefusalAnswer.of(unknown, actor.request())),
                null,
                MediaType.valueOf(ProblemAnswer.MEDIA_TYPE));
    }

    private boolean isKnown(String study) {
        return design.mine().stream().anyMatch(known -> known.oid().equals(study));
    }
}
