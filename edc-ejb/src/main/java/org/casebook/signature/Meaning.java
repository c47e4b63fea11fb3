package org.casebook.signature;

/** What a signature means (21 CFR 11.50(a)(3)); the sentence is part of what is signed. */
public enum Meaning {
    REVIEW("I have reviewed these data. To my knowledge they are accurate and complete."),
    APPROVAL("I have reviewed these data and approve them, including each judgement of eligibility in them."),
    RESPONSIBILITY("I take responsibility for these data and for how they were collected.");

    private final String sentence;

    Meaning(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
