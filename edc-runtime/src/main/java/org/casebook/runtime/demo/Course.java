package org.casebook.runtime.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.runtime.demo.SiteStaff.Filled;

/** The steps that most participants go through; what differs between them is told by {@link NorthSite} and {@link SouthSite}. */
final class Course {

    /** Days of the follow-up visits after the injection, as the study plans them. */
    static final Map<String, Integer> PLAN = new LinkedHashMap<>();

    static {
        PLAN.put("SE_DAY1", 1);
        PLAN.put("SE_DAY4", 4);
        PLAN.put("SE_WEEK2", 14);
        PLAN.put("SE_MONTH3", 91);
        PLAN.put("SE_MONTH6", 182);
    }

    private final SiteStaff staff;
    private final String subject;
    private final Map<String, Filled> forms = new LinkedHashMap<>();
    private int injected;

    Course(SiteStaff staff, int day) {
        this.staff = staff;
        this.subject = staff.screen(day);
        staff.visit(subject, "SE_SCREEN", day);
    }

    String subject() {
        return subject;
    }

    /** A form filled before, by event and form, for example {@code SE_DAY0/PAIN}. */
    Filled form(String place) {
        return forms.get(place);
    }

    /** The first row of a log. */
    Filled row(String form) {
        return forms.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(form + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    List<Filled> forms() {
        return new ArrayList<>(forms.values());
    }

    Course fill(String event, String form, int day, Map<String, String> answers) {
        forms.put(event + "/" + form, staff.fill(subject, event, form, day, answers));
        return this;
    }

    Course row(String form, int day, Map<String, String> answers) {
        forms.put(form + "/" + forms.size(), staff.row(subject, form, day, answers));
        return this;
    }

    /** Consent, demographics, pain and disability on the screening day. */
    Course screened(int day, Map<String, String> demographics, int pain, int disability) {
        fill("SE_SCREEN", "ICF", day, Answers.consent(staff.days().text(day)));
        fill("SE_SCREEN", "DM", day, demographics);
        fill("SE_SCREEN", "PAIN", day, Answers.pain(pain, 2));
        return fill("SE_SCREEN", "ODI", day, Answers.oswestry(disability));
    }

    /** The eligibility form, signed, and the randomisation it opens. */
    Course randomized(int day, Map<String, String> eligibility) {
        fill("SE_SCREEN", "IE", day, eligibility);
        sign(day, "APPROVAL", "SE_SCREEN/ICF", "SE_SCREEN/IE");
        staff.randomize(subject, day);
        return this;
    }

    Course injected(int day, String levels, int joints, int pain) {
        injected = day;
        staff.visit(subject, "SE_DAY0", day);
        fill("SE_DAY0", "INJ", day, Answers.injection(staff.days().text(day), levels, joints));
        return fill("SE_DAY0", "PAIN", day, Answers.pain(pain, 1));
    }

    /** A follow-up visit on its planned day. */
    Course followed(String event, int pain, int disability) {
        return followed(event, injected + PLAN.get(event), pain, disability, null);
    }

    /**
     * @param disability below 0: the visit has no Oswestry form
     * @param reason why outside the window; null where none is due
     */
    Course followed(String event, int day, int pain, int disability, String reason) {
        staff.visit(subject, event, day, reason);
        fill(event, "PAIN", day, Answers.pain(pain, 1));
        return disability < 0 ? this : fill(event, "ODI", day, Answers.oswestry(disability));
    }

    Course sign(int day, String meaning, String... places) {
        staff.sign(day, meaning, List.of(places).stream().map(forms::get).toList());
        return this;
    }

    /**
     * @param how COMPLETED or WITHDRAWN
     * @param form what the end-of-study form says: its code, and an explanation where it asks for one (else null)
     */
    Course ended(int day, String how, String form, String explanation) {
        staff.visit(subject, "SE_END", day);
        fill("SE_END", "EOS", day, Answers.endOfStudy(form, staff.days().text(day), explanation));
        staff.stand(subject, how, day, explanation == null ? "All visits of the study took place." : explanation);
        return this;
    }
}
