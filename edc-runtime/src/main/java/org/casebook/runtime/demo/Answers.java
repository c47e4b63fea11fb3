package org.casebook.runtime.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is typed into the trial's forms: plausible, invented, nobody's. In the order in which a person would type. */
final class Answers {

    private static final int ODI_SECTIONS = 10;

    private Answers() {}

    static Map<String, String> consent(String date) {
        return typed("ICFYN", "true", "ICFDAT", date, "ICFVER", "1.0", "ICFCOPY", "true");
    }

    static Map<String, String> man(String born) {
        return typed("BRTHDAT", born, "SEX", "M", "RACE", "WHITE", "ETHNIC", "NOTHISP");
    }

    static Map<String, String> woman(String born) {
        return typed("BRTHDAT", born, "SEX", "F", "RACE", "ASIAN,WHITE", "ETHNIC", "NOTHISP", "CHILDPOT", "false");
    }

    static Map<String, String> youngWoman(String born) {
        return typed("BRTHDAT", born, "SEX", "F", "RACE", "BLACK", "ETHNIC", "HISP", "CHILDPOT", "true");
    }

    /**
     * Everything that speaks for taking part.
     *
     * @param block date of the medial branch block
     * @param opioid mg per day, morphine equivalent
     */
    static Map<String, String> eligible(String block, String opioid) {
        Map<String, String> answers = typed(
                "IEI2", "true", "IEI3", "true", "IEI4", "true", "LBPDUR", "38", "CONSDUR", "14", "MBBPOS", "true",
                "MBBDAT", block, "IEI8", "true", "IEI9", "true");
        answers.putAll(typed(
                "OPIOID", opioid, "IEE2", "false", "IEE3", "false", "IEE4", "false", "IEE5", "false", "IEE6", "false"));
        answers.put("IEYN", "true");
        return answers;
    }

    /** What is asked in addition of somebody who can become pregnant. */
    static Map<String, String> pregnancyTest(String date) {
        return typed("NURSING", "false", "PREGSER", "NEG", "PREGSDAT", date, "CONTRACEP", "true");
    }

    /**
     * @param back low back pain on the line, 0 to 100 mm
     * @param leg leg pain, 0 to 10
     */
    static Map<String, String> pain(int back, int leg) {
        return typed(
                "VASBACK", Integer.toString(back),
                "NRSBACK", Integer.toString(Math.round(back / 10f)),
                "NRSLEG", Integer.toString(leg));
    }

    /**
     * @param mean the middle answer of all sections, 0 to 4; every third section is one higher
     */
    static Map<String, String> oswestry(int mean) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int section = 1; section <= ODI_SECTIONS; section++) {
            answers.put("ODI" + section, Integer.toString(mean + (section % 3 == 0 ? 1 : 0)));
        }
        return answers;
    }

    static Map<String, String> injection(String date, String levels, int joints) {
        return typed(
                "INJYN",
                "true",
                "INJDAT",
                date,
                "INJTIM",
                "10:30",
                "INJLEVEL",
                levels,
                "INJSIDE",
                "BOTH",
                "INJJOINTS",
                Integer.toString(joints),
                "INJREACT",
                "false");
    }

    static Map<String, String> adverseEvent(String term, String start, String severity, String relation) {
        return typed(
                "AETERM",
                term,
                "AESTDAT",
                start,
                "AEONGO",
                "true",
                "AESEV",
                severity,
                "AEREL",
                relation,
                "AESER",
                "false",
                "AEOUT",
                "RECOVERING");
    }

    static Map<String, String> medication(String name, String indication, String dose, String start) {
        return typed(
                "CMTRT",
                name,
                "CMINDC",
                indication,
                "CMDOSE",
                dose,
                "CMDOSU",
                "mg",
                "CMROUTE",
                "PO",
                "CMSTDAT",
                start,
                "CMONGO",
                "true");
    }

    static Map<String, String> history(String term, String start) {
        return typed("MHTERM", term, "MHSTDAT", start, "MHONGO", "true");
    }

    static Map<String, String> endOfStudy(String status, String date, String explanation) {
        Map<String, String> answers = typed("EOSSTAT", status, "EOSDAT", date);
        if (explanation != null) {
            answers.put("EOSSPEC", explanation);
        }
        return answers;
    }

    /** Pairs of item and text, in order. */
    static Map<String, String> typed(String... pairs) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put(pairs[i], pairs[i + 1]);
        }
        return answers;
    }
}
