package org.casebook.deviation;

/** What the system notices by itself. */
public enum Kind {
    VISIT_EARLY(Category.VISIT_WINDOW),
    VISIT_LATE(Category.VISIT_WINDOW),
    /** Recorded as not done although it was expected. */
    VISIT_NOT_DONE(Category.VISIT_MISSED),
    /** Nothing is recorded, and a visit after its window took place or the participation ended. */
    VISIT_MISSED(Category.VISIT_MISSED),
    /** Dated before a visit that the plan puts earlier, both in their windows. */
    VISIT_OUT_OF_ORDER(Category.ORDER),
    VISIT_BEFORE_CONSENT(Category.CONSENT),
    /** Enrolled or randomised without consent dated on that day or before. */
    ENROLLED_BEFORE_CONSENT(Category.CONSENT),
    CRITERION_NOT_MET(Category.ELIGIBILITY),
    /** Enrolled or randomised, and a criterion cannot be judged. */
    CRITERION_OPEN(Category.ELIGIBILITY),
    /** Enrolled before the investigator signed eligibility. */
    ELIGIBILITY_LATE(Category.ELIGIBILITY),
    TREATED_BEFORE_CONSENT(Category.CONSENT),
    /** Treated before the day of randomisation or enrolment. */
    TREATED_BEFORE_ENROLMENT(Category.ORDER);

    private final Category category;

    Kind(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }
}
