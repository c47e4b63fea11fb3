package org.casebook.web.entry;

import jakarta.ws.rs.PathParam;
import org.casebook.capture.DataCapture;

/** The seat that a request names in its address: of a form that may not be begun yet. */
public class SeatSent {

    @PathParam("subject")
    private String subject;

    @PathParam("event")
    private String event;

    @PathParam("form")
    private String form;

    public DataCapture.Seat seat() {
        return new DataCapture.Seat(subject, event, form);
    }
}
