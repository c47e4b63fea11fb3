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
import org.casebook.web.entry.SeatSent;

/** What the form page asks for once it is open: the way on, and what was entered at earlier visits. */
@Path("course")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CourseEntry {

    @Inject
    private Course course;

    @BeanParam
    private PlaceSent place;

    @GET
    @Path("forms/{form}/neighbours")
    public Neighbours neighbours(@PathParam("form") long form) {
        return course.neighbours(place.scope(), form);
    }

    @GET
    @Path("forms/{form}/earlier")
    public List<EarlierValue> earlier(@PathParam("form") long form) {
        return course.earlier(place.scope(), form);
    }

    @GET
    @Path("seats/{subject}/{event}/{form}/neighbours")
    public Neighbours neighbours(@BeanParam SeatSent seat) {
        return course.neighbours(place.scope(), seat.seat());
    }

    @GET
    @Path("seats/{subject}/{event}/{form}/earlier")
    public List<EarlierValue> earlier(@BeanParam SeatSent seat) {
        return course.earlier(place.scope(), seat.seat());
    }
}
