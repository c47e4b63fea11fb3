package org.casebook.web.shell;

import org.casebook.kernel.Permission;

/** The rooms that the navigation leads to, in its order. A person sees those that his grants open at the chosen place. */
public enum Destination {
    HOME("/home.xhtml", "home", "navHome", Permission.USE),
    TODAY("/agenda/today.xhtml", "calendar", "navToday", Permission.VIEW_SUBJECTS),
    SUBJECTS("/subject/subjects.xhtml", "users", "navSubjects", Permission.VIEW_SUBJECTS),
    ALLOCATION("/randomization/allocation.xhtml", "sitemap", "navAllocation", Permission.MANAGE_ALLOCATION),
    BALANCE("/randomization/balance.xhtml", "sliders-h", "navBalance", Permission.VIEW_DATA),
    CODE_BREAKS("/codebreak/breaks.xhtml", "lock-open", "navCodeBreaks", Permission.VIEW_CODE_BREAKS),
    DEVIATIONS("/deviation/deviations.xhtml", "flag", "navDeviations", Permission.VIEW_DATA),
    QUERIES("/query/queries.xhtml", "comments", "navQueries", Permission.VIEW_DATA),
    VERIFICATION("/monitoring/verification.xhtml", "check-square", "navVerification", Permission.VERIFY),
    SIGNING("/signature/sign.xhtml", "pencil", "navSigning", Permission.SIGN),
    LOCKING("/signature/lock.xhtml", "lock", "navLocking", Permission.LOCK),
    OUTCOMES("/outcome/responses.xhtml", "chart-line", "navOutcomes", Permission.VIEW_DATA),
    DATASETS("/dataset/datasets.xhtml", "database", "navDatasets", Permission.VIEW_DATASETS),
    TREATMENTS("/disclosure/unblinding.xhtml", "eye", "navUnblinding", Permission.VIEW_TREATMENTS),
    RANGES("/laboratory/ranges.xhtml", "chart-bar", "navRanges", Permission.MAINTAIN_RANGES),
    AUDIT("/audit/trail.xhtml", "history", "navAudit", Permission.VIEW_AUDIT),
    DESIGN("/study/study.xhtml", "map", "navDesign", Permission.VIEW_STUDY),
    STUDIES("/study/studies.xhtml", "book", "navStudies", Permission.LOAD_STUDY),
    SITES("/site/sites.xhtml", "building", "navSites", Permission.VIEW_SITES),
    ACCOUNTS("/access/accounts.xhtml", "id-card", "navAccounts", Permission.VIEW_ACCOUNTS);

    private final String page;
    private final String icon;
    private final String word;
    private final Permission permission;

    Destination(String page, String icon, String word, Permission permission) {
        this.page = page;
        this.icon = icon;
        this.word = word;
        this.permission = permission;
    }

    public String page() {
        return page;
    }

    /** PrimeIcons name without {@code pi-}. */
    public String icon() {
        return icon;
    }

    /** Key of its label in words/common.properties. */
    public String word() {
        return word;
    }

    public Permission permission() {
        return permission;
    }

    /** The folder of the page: pages of one room keep its entry lit. */
    boolean covers(String viewPath) {
        if (this == DESIGN) {
            return viewPath.startsWith("/acceptance/")
                    || viewPath.startsWith("/study/") && !viewPath.equals(STUDIES.page);
        }
        int end = page.lastIndexOf('/');
        return page.equals(viewPath) || end > 0 && viewPath.startsWith(page.substring(0, end + 1)) && aloneInFolder();
    }

    private boolean aloneInFolder() {
        return this != SIGNING && this != LOCKING && this != STUDIES;
    }
}
