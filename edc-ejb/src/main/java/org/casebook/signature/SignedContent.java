package org.casebook.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemState;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Actor;
import org.casebook.query.AnswerText;
import org.casebook.veil.Veil;

/**
 * What a signature is bound to: the form at its revision, each shown item with its label, what was typed, its value, its
 * unit and why it was left blank, the version of the definition, the meaning and the person (21 CFR 11.70).
 *
 * <p>Verification ticks and queries are not part of it: they are about the data, not of the data. Hidden items are not
 * part of it either, since nobody sees what he signs there; when one comes to be shown, the form has changed.
 */
final class SignedContent {

    private static final int LAYOUT = 1;

    private final FormState form;
    private final StudyDefinition study;
    private final Veil veil;

    /**
     * @param veil what is hidden from the blinded, whoever signs: nobody signs what he may not see
     */
    SignedContent(FormState form, StudyDefinition study, Veil veil) {
        this.form = form;
        this.study = study;
        this.veil = veil;
    }

    /** SHA-256 of the canonical content, 64 hexadecimal digits. */
    String sha256(Meaning meaning, Actor signer) {
        return CanonicalJson.sha256(content(meaning, signer));
    }

    Map<String, Object> content(Meaning meaning, Actor signer) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("layout", LAYOUT);
        content.put("study", form.study());
        content.put("site", form.site());
        content.put("subject", form.subject());
        content.put("version", study.versionOid());
        content.put("event", form.event());
        content.put("form", form.form());
        content.put("row", form.row());
        content.put("revision", form.revision());
        content.put("name", definition().name().text());
        content.put("items", shown().stream().map(this::item).toList());
        content.put("meaning", meaning.sentence());
        content.put("signer", signer.id());
        content.put("signerName", signer.fullName());
        return content;
    }

    /** The same content as people read it. */
    List<SignableForm.Line> lines() {
        return shown().stream()
                .map(item -> new SignableForm.Line(
                        item.question().text(),
                        AnswerText.of(item, form.item(item.oid())),
                        form.item(item.oid()).checks().size()))
                .toList();
    }

    private FormDefinition definition() {
        return study.form(form.form());
    }

    private List<ItemDefinition> shown() {
        return veil.shown(definition()).items().stream()
                .filter(item -> !form.item(item.oid()).hidden())
                .toList();
    }

    private Map<String, Object> item(ItemDefinition item) {
        ItemState state = form.item(item.oid());
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("oid", item.oid());
        content.put("label", item.question().text());
        content.put("text", state.text());
        content.put("value", state.value());
        content.put("unit", state.unit());
        content.put("leftBlank", state.leftBlank());
        content.put("shown", AnswerText.of(item, state));
        return content;
    }
}
