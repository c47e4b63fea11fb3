package org.casebook.web.laboratory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Permission;
import org.casebook.laboratory.Analyte;
import org.casebook.laboratory.LaboratoryDesk;
import org.casebook.laboratory.LaboratoryView;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Words;

/** The laboratories of a study and what is normal in each; the data manager keeps them. */
@Named
@RequestScoped
public class RangesPage {

    @Inject
    private LaboratoryDesk desk;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private List<RangeRow> rows;
    private List<LaboratoryView> laboratories;
    private List<Analyte> analytes;

    public List<LaboratoryView> getLaboratories() {
        if (laboratories == null) {
            laboratories = desk.list(shell.scope());
        }
        return laboratories;
    }

    /** The ranges, of one analyte where the address names it. */
    public List<RangeRow> getRows() {
        if (rows == null) {
            String wanted = request.getParameter("analyte");
            boolean all = wanted == null || wanted.isBlank();
            rows = desk.ranges(shell.scope()).stream()
                    .filter(range -> all || range.analyte().equals(wanted))
                    .map(range -> new RangeRow(range, isMaintainable()))
                    .toList();
        }
        return rows;
    }

    /** What the study measures; nothing before its first release. */
    public List<Analyte> getAnalytes() {
        if (analytes == null) {
            try {
                analytes = desk.analytes(shell.scope());
            } catch (NotFound notReleased) {
                analytes = List.of();
            }
        }
        return analytes;
    }

    public boolean isMaintainable() {
        return shell.may(Permission.MAINTAIN_RANGES);
    }

    public boolean isAddable() {
        return isMaintainable() && !getLaboratories().isEmpty() && isMeasured();
    }

    /** Whether the study has laboratory values at all. */
    public boolean isMeasured() {
        return !getAnalytes().isEmpty();
    }

    public boolean isUnmeasured() {
        return !isMeasured();
    }

    public boolean isFilled() {
        return !getRows().isEmpty();
    }

    public boolean isWithoutRanges() {
        return isMeasured() && getRows().isEmpty();
    }

    public boolean isStaffed() {
        return !getLaboratories().isEmpty();
    }

    /** Where a laboratory measures, in words. */
    public String place(LaboratoryView laboratory) {
        return laboratory.site() == null
                ? Words.of("laboratory", "allSites")
                : Words.of("laboratory", "onlyAt", laboratory.site());
    }
}
