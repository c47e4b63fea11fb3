package org.casebook.dialect;

import org.casebook.odm.OdmElement;
import org.casebook.odm.Remark;
import org.casebook.odm.Remarks;

/**
 * The faults of other systems' files that are mended, because what is meant is plain. Each one applied is told with
 * its element, OID and line. Any fault that is not here refuses the file. The list is in docs/study-files.md too.
 */
enum Repair {
    ELEMENT_ORDER("elements stand in another order than the schema's", "order among kinds means nothing in ODM"),
    ABSENT_NAME("a definition has no Name", "its OID names it"),
    ABSENT_REPEATING("a definition does not say whether it is Repeating", "No is what most are"),
    ABSENT_MANDATORY("a reference does not say whether it is Mandatory", "No hinders nobody"),
    ABSENT_TYPE("a StudyEventDef has no Type, or a MethodDef", "Scheduled and Computation are what most are"),
    ABSENT_DATA_TYPE("a CodeList has no DataType", "codes are text"),
    ABSENT_SOFT_HARD("a RangeCheck does not say whether it is Soft or Hard", "Soft hinders nobody"),
    EMPTY_REFERENCE("a reference has an empty OID (REDCap)", "it refers to nothing and is left out"),
    BOOLEAN_CODE_LIST("a CodeList has the DataType boolean (REDCap)", "its codes are text, 1 and 0 as a rule"),
    NO_EVENTS("there are forms and no events (REDCap without longitudinal events)", "all forms stand at one visit"),
    COMMON_VISIT("an event of Type Common holds forms that do not repeat (OpenEDC, REDCap)", "it is a visit"),
    REPEATING_VISIT("a scheduled event repeats", "it is a visit out of plan, as often as it takes place"),
    EMPTY_EVENT("a StudyEventDef has no forms (REDCap)", "nothing is done at it; it is left out"),
    EMPTY_GROUP("an ItemGroupDef has no items (OpenEDC)", "its Description is shown as help of the form"),
    ABSENT_CODE_LIST("a CodeListRef names a list that is not in the file (CDASH)", "the item is entered as text"),
    ABSENT_DESCRIPTION("a ConditionDef or a MethodDef has no Description", "its Name describes it"),
    ABSENT_SIGNATURE(
            "a ConditionDef or a MethodDef of ODM 2.0 has no MethodSignature",
            "expressions name their items themselves; an empty one is written"),
    ABSENT_QUESTION("an ItemDef has no Question", "its Description, else its Name, asks"),
    ABSENT_MESSAGE("a RangeCheck has no ErrorMessage (OpenEDC)", "a message is made of what it expects"),
    ABSENT_SYMBOL("a MeasurementUnit has no Symbol", "its Name is shown");

    private final String what;
    private final String why;

    Repair(String what, String why) {
        this.what = what;
        this.why = why;
    }

    /** What is found in files. */
    String what() {
        return what;
    }

    /** Why it can be mended, and what it becomes. */
    String why() {
        return why;
    }

    /** Tells that it was applied at this element. */
    void tell(Remarks remarks, OdmElement at, String sentence, Object... values) {
        remarks.add(Remark.Kind.REPAIRED, at, sentence, values);
    }
}
