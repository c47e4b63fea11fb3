package org.casebook.web.capture;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.util.List;

/**
 * {@code edc:items}: the items of one section of a form, as {@link ItemFrame} draws them. Written by hand since a tree of
 * widgets takes most of the time in which a form opens (docs/adr/0024). Attribute: value (a list of {@link ItemLine}).
 */
@FacesComponent("casebook.FormItems")
public class FormItems extends UIComponentBase {

    @Override
    public String getFamily() {
        return "casebook";
    }

    @Override
    public void encodeBegin(FacesContext context) {
        Pen pen = new Pen(context.getResponseWriter());
        for (Object line : (List<?>) getAttributes().get("value")) {
            new ItemFrame(pen, (ItemLine) line).draw();
        }
    }
}
