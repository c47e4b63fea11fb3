package org.casebook.runtime.demo;

import java.util.Map;

/** The participants of site 101, as days before today. */
final class NorthSite {

    private final SiteStaff staff;

    NorthSite(SiteStaff staff) {
        this.staff = staff;
    }

    /** From screening to a signed end of study, everything on its day. */
    Course completed() {
        Days days = staff.days();
        Course course = new Course(staff, -216)
                .screened(-216, Answers.man("1967-04-12"), 68, 2)
                .row("MH", -216, Answers.history("Arterial hypertension", "2014"))
                .row("CM", -216, Answers.medication("Ramipril", "Arterial hypertension", "5", "2014-06"))
                .randomized(-202, Answers.eligible(days.text(-209), "0"))
                .injected(-195, "L4_L5,L5_S1", 4, 66)
                .followed("SE_DAY1", 61, -1)
                .followed("SE_DAY4", 55, -1)
                .followed("SE_WEEK2", 47, 2)
                .followed("SE_MONTH3", 31, 1)
                .followed("SE_MONTH6", 24, 0)
                .ended(-11, "COMPLETED", "COMPLETED", null);
        return course.sign(-10, "REVIEW", "SE_DAY0/INJ", "SE_END/EOS");
    }

    /** Month 3 came late, with a reason; an adverse event and a painkiller are in the logs. */
    Course late() {
        Days days = staff.days();
        Course course = new Course(staff, -152)
                .screened(-152, Answers.woman("1959-11"), 72, 3)
                .randomized(-138, Answers.eligible(days.text(-145), "12.5"))
                .injected(-131, "L3_L4,L4_L5", 4, 70)
                .followed("SE_DAY1", 74, -1)
                .followed("SE_DAY4", 63, -1)
                .followed("SE_WEEK2", 52, 2);
        course.followed("SE_MONTH3", -22, 44, 2, "Participant was travelling; the next free date was taken.");
        course.row("AE", -129, Answers.adverseEvent("Injection site soreness", days.text(-130), "MILD", "PROBABLE"));
        course.row("CM", -129, Answers.medication("Paracetamol", "Injection site soreness", "500", days.text(-130)));
        return course.sign(-125, "REVIEW", "SE_DAY0/INJ");
    }

    /** Opioids above what the study allows. */
    Course screenFailure() {
        Course course = new Course(staff, -110).screened(-110, Answers.man("1971-02-28"), 81, 3);
        Map<String, String> eligibility = Answers.eligible(staff.days().text(-108), "65");
        eligibility.put("IEYN", "false");
        course.fill("SE_SCREEN", "IE", -106, eligibility);
        staff.stand(
                course.subject(),
                "SCREEN_FAILED",
                -105,
                "Opioid dose at baseline above 50 mg morphine equivalent a day.");
        return course;
    }

    /** An impossible number on days 3–5 waits for its correction; the week 2 visit never came. */
    Course missed() {
        Days days = staff.days();
        Course course = new Course(staff, -76)
                .screened(-76, Answers.man("1963-08-30"), 64, 2)
                .randomized(-62, Answers.eligible(days.text(-70), "0"))
                .injected(-55, "L5_S1", 2, 62)
                .followed("SE_DAY1", 60, -1);
        staff.visit(course.subject(), "SE_DAY4", -51);
        Map<String, String> pain = Answers.pain(57, 1);
        pain.put("NRSBACK", "12");
        course.fill("SE_DAY4", "PAIN", -51, pain);
        return course;
    }

    /** Injected last week. */
    Course recent() {
        return new Course(staff, -31)
                .screened(-31, Answers.woman("1972-06-17"), 59, 2)
                .randomized(-17, Answers.eligible(staff.days().text(-24), "0"))
                .injected(-9, "L4_L5", 2, 58)
                .followed("SE_DAY1", 51, -1)
                .followed("SE_DAY4", 49, -1);
    }

    /** Randomised and waiting for the injection. */
    Course awaitingInjection() {
        Days days = staff.days();
        Map<String, String> eligibility = Answers.pregnancyTest(days.text(-12));
        eligibility.putAll(Answers.eligible(days.text(-8), "0"));
        return new Course(staff, -13)
                .screened(-13, Answers.youngWoman("1988-01-09"), 70, 2)
                .randomized(-2, eligibility);
    }

    /** In screening; the medial branch block is still to come, so eligibility cannot be judged. */
    Course inScreening() {
        Course course = new Course(staff, -5).screened(-5, Answers.man("1975-10-03"), 55, 2);
        Map<String, String> known = Answers.typed("IEI2", "true", "IEI3", "true", "IEI4", "true", "LBPDUR", "9");
        staff.begin(course.subject(), "SE_SCREEN", "IE", -5, known);
        return course;
    }
}
