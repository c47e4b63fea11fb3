package org.casebook.runtime.demo;

/** The participants of site 102, as days before today. */
final class SouthSite {

    private final SiteStaff staff;

    SouthSite(SiteStaff staff) {
        this.staff = staff;
    }

    /** In follow-up, month 6 due; the monitor asked about a medication and got an answer. */
    Course inFollowUp() {
        Days days = staff.days();
        Course course = new Course(staff, -198)
                .screened(-198, Answers.man("1969-12-05"), 77, 3)
                .row("CM", -198, Answers.medication("Ibuprofen", "Low back pain", "4000", "2023"))
                .randomized(-184, Answers.eligible(days.text(-190), "0"))
                .injected(-177, "L3_L4,L4_L5,L5_S1", 6, 75)
                .followed("SE_DAY1", 69, -1)
                .followed("SE_DAY4", 64, -1)
                .followed("SE_WEEK2", 58, 2)
                .followed("SE_MONTH3", 50, 2);
        return course.sign(-170, "REVIEW", "SE_DAY0/INJ");
    }

    /** The day after was missed, week 2 came late. */
    Course irregular() {
        Course course = new Course(staff, -101)
                .screened(-101, Answers.woman("1961-03-21"), 66, 2)
                .randomized(-87, Answers.eligible(staff.days().text(-95), "20"))
                .injected(-80, "L4_L5,L5_S1", 2, 65);
        staff.visitNotDone(course.subject(), "SE_DAY1", -79, "Participant could not be reached by telephone.");
        return course.followed("SE_DAY4", 57, -1).followed("SE_WEEK2", -60, 51, 2, null);
    }

    /** Left the study after an adverse event. */
    Course withdrawn() {
        Days days = staff.days();
        Course course = new Course(staff, -62)
                .screened(-62, Answers.man("1966-07-14"), 71, 3)
                .randomized(-48, Answers.eligible(days.text(-55), "0"))
                .injected(-41, "L5_S1", 2, 70)
                .followed("SE_DAY1", 78, -1);
        course.row("AE", -38, Answers.adverseEvent("Flare of low back pain", days.text(-39), "SEVERE", "POSSIBLE"));
        course.ended(-33, "WITHDRAWN", "WITHDREW", "Participant wishes to be treated elsewhere.");
        return course.sign(-32, "REVIEW", "SE_DAY0/INJ", "SE_END/EOS");
    }

    /** Added to the screening log; the consent form is not there yet. */
    Course withoutConsent() {
        Course course = new Course(staff, -3);
        staff.begin(course.subject(), "SE_SCREEN", "DM", -3, Answers.typed("BRTHDAT", "1970-09", "SEX", "M"));
        return course;
    }

    /** Randomised yesterday. */
    Course randomizedYesterday() {
        return new Course(staff, -20)
                .screened(-20, Answers.woman("1957-05"), 62, 2)
                .randomized(-1, Answers.eligible(staff.days().text(-14), "5"));
    }
}
