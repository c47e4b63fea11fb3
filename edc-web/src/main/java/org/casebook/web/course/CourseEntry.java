package org.casebook.web.course;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.casebook.course.Course;
import org.casebook.course.EarlierValue;
import org.casebook.course.Neighbours;
import org.casebook.web.entry.PlaceSent;

/** What the form page asks for once it is open: the way on, and what was entered at earlier visits. */
@Path("course/forms/{form}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CourseEntry {

    @Inject
    private Course course;

    @BeanParam
    private PlaceSent place;

    @GET
    @Path("neighbours")
    public Neighbours neighbours(@PathParam("form") long form) {
        return course.neighbours(place.scope(), form);
    }

    @GET
    @Path("earlier")
    public List<EarlierValue> earlier(@PathParam("form") long form) {
        return course.earlier(place.scope(), form);
    }
}
