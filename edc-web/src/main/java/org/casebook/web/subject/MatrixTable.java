package org.casebook.web.subject;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.report.Matrix;
import org.casebook.web.shell.Address;
import org.casebook.web.shell.Statuses;
import org.casebook.web.shell.Words;

/**
 * {@code edc:matrix}: a plain table of participants by visits. Written by hand since a data table with a column for each
 * visit takes six times as long (docs/adr). Attributes: value (a {@link Matrix}), query (place part of links).
 */
@FacesComponent("casebook.Matrix")
public class MatrixTable extends UIComponentBase {

    @Override
    public String getFamily() {
        return "casebook";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        Matrix matrix = (Matrix) getAttributes().get("value");
        String link = "/subject/subject.xhtml?" + getAttributes().get("query") + "&subject=";
        Writing writing = new Writing(
                context.getResponseWriter(),
                CDI.current().select(Statuses.class).get(),
                link,
                matrix.columns().stream().collect(Collectors.toMap(Matrix.Column::event, Matrix.Column::name)));
        writing.table(matrix);
    }

    /** One rendering of one matrix. */
    private record Writing(ResponseWriter out, Statuses statuses, String link, Map<String, String> names) {

        private static final Set<String> LATE = Set.of("OVERDUE", "MISSED");

        void table(Matrix matrix) throws IOException {
            start("table", "grid matrix");
            start("thead", null);
            start("tr", null);
            head("participant", Words.of("subject", "participant"));
            head("status", Words.of("subject", "status"));
            for (Matrix.Column column : matrix.columns()) {
                head("visit", column.name());
            }
            head("logs", Words.of("subject", "logRows"));
            end("tr");
            end("thead");
            start("tbody", null);
            for (Matrix.Row row : matrix.rows()) {
                row(row);
            }
            end("tbody");
            end("table");
        }

        private void row(Matrix.Row row) throws IOException {
            String key = row.participant().key();
            String href = link + URLEncoder.encode(key, StandardCharsets.UTF_8);
            start("tr", null);
            start("th", null);
            attribute("scope", "row");
            start("a", "row-link");
            attribute("href", href);
            text(key);
            end("a");
            queries(row.openQueries());
            end("th");
            start("td", null);
            status(
                    row.participant().locked()
                            ? "LOCKED"
                            : row.participant().status().name());
            end("td");
            for (Matrix.Cell cell : row.cells()) {
                cell(cell, href, key);
            }
            start("td", "number");
            text(row.logs() == 0 ? "" : String.valueOf(row.logs()));
            end("td");
            end("tr");
        }

        private void cell(Matrix.Cell cell, String href, String key) throws IOException {
            start("td", null);
            start("a", "cell");
            attribute("href", href + "#" + cell.event());
            status(cell.state());
            start("span", "cell-more");
            text(more(cell));
            end("span");
            queries(cell.openQueries());
            end("a");
            if (LATE.contains(cell.state())) {
                why(cell, key);
            }
            end("td");
        }

        private void why(Matrix.Cell cell, String key) throws IOException {
            start("button", "why-button");
            attribute("type", "button");
            attribute("data-why", "/entry/why/subjects/" + Address.part(key) + "/visits/" + Address.part(cell.event()));
            String visit = names.getOrDefault(cell.event(), cell.event());
            attribute("data-about", visit);
            attribute("aria-label", Words.of("explanation", "whyOfVisit", visit, key));
            text(Words.of("explanation", "why"));
            end("button");
        }

        private String more(Matrix.Cell cell) {
            String date = cell.date() == null ? "" : cell.date().toString();
            boolean begun = cell.complete() > 0 || cell.punctual() != null;
            String forms = begun && cell.needed() > 0 ? " · " + cell.complete() + "/" + cell.needed() : "";
            boolean outside = "EARLY".equals(cell.punctual()) || "LATE".equals(cell.punctual());
            return date + forms + (outside ? " · " + statuses.word(cell.punctual()) : "");
        }

        private void queries(int open) throws IOException {
            if (open > 0) {
                start("span", "badge tone-warn");
                attribute("title", Words.of("subject", "openQueries", open));
                icon("comment");
                text(String.valueOf(open));
                start("span", "only-read");
                text(Words.of("subject", "openQueries", open));
                end("span");
                end("span");
            }
        }

        private void status(String state) throws IOException {
            start("span", "status tone-" + statuses.tone(state));
            attribute("data-state", statuses.key(state));
            icon(statuses.icon(state));
            start("span", "status-word");
            text(statuses.word(state));
            end("span");
            end("span");
        }

        private void icon(String name) throws IOException {
            start("span", "pi pi-" + name);
            attribute("aria-hidden", "true");
            end("span");
        }

        private void head(String kind, String words) throws IOException {
            start("th", "matrix-" + kind);
            attribute("scope", "col");
            text(words);
            end("th");
        }

        private void start(String name, String styleClass) throws IOException {
            out.startElement(name, null);
            if (styleClass != null) {
                attribute("class", styleClass);
            }
        }

        private void attribute(String name, String value) throws IOException {
            out.writeAttribute(name, value, null);
        }

        private void text(String words) throws IOException {
            out.writeText(words, null);
        }

        private void end(String name) throws IOException {
            out.endElement(name);
        }
    }
}
