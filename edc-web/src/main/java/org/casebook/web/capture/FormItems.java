package org.casebook.web.capture;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.definition.ItemDefinition.Finding.Part;
import org.casebook.web.shell.Words;

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
        List<ItemLine> lines = ((List<?>) getAttributes().get("value"))
                .stream().map(ItemLine.class::cast).toList();
        Map<String, List<ItemLine>> attendants = attendants(lines);
        Set<ItemLine> beneath =
                attendants.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        for (ItemLine line : lines) {
            if (!beneath.contains(line)) {
                new ItemFrame(pen, line).draw();
                beneath(pen, line, attendants.getOrDefault(line.item().oid(), List.of()));
            }
        }
    }

    /** By OID of a laboratory value of this section: what belongs to it. */
    private static Map<String, List<ItemLine>> attendants(List<ItemLine> lines) {
        Set<String> here = lines.stream().map(line -> line.item().oid()).collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> line.item().about() != null
                        && !line.item().about().equals(line.item().oid())
                        && here.contains(line.item().about()))
                .collect(Collectors.groupingBy(line -> line.item().about()));
    }

    /** Below a value, as a part of it: the flag and the range it was judged by, its limits folded, and what is asked since. */
    private static void beneath(Pen pen, ItemLine value, List<ItemLine> attendants) {
        if (attendants.isEmpty()) {
            return;
        }
        pen.open("div", "attendants").with("role", "group").with("aria-labelledby", value.labelId());
        pen.open("div", "judgement");
        draw(pen, attendants, Part.FLAG);
        draw(pen, attendants, Part.RANGE);
        pen.close("div");
        if (attendants.stream()
                .anyMatch(line -> line.item().part() == Part.LOW || line.item().part() == Part.HIGH)) {
            pen.open("details", "limits").line("summary", "hint", Words.of("capture", "limits"));
            draw(pen, attendants, Part.LOW);
            draw(pen, attendants, Part.HIGH);
            pen.close("details");
        }
        draw(pen, attendants, null);
        pen.close("div");
    }

    private static void draw(Pen pen, List<ItemLine> attendants, Part part) {
        attendants.stream().filter(line -> line.item().part() == part).forEach(line -> new ItemFrame(pen, line).draw());
    }
}
