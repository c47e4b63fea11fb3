package org.casebook.rendering;

import java.time.Instant;
import java.util.List;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.StudyKey;

/**
 * The blank case report forms of a study version as one PDF (A4): cover, schedule, then each form as a form reads. Text is
 * embedded in a font; the same version gives the same bytes.
 */
public final class BlankForms {

    private BlankForms() {}

    /**
     * Writes the document.
     *
     * @param sha256 of the study file, as the cover and each page say which version they belong to
     * @param loaded when the version came; stands as the document's date
     * @param language tag of one of the study's languages; texts that lack it stand in English
     * @return PDF 1.5
     * @throws Invalid when the study has no such language
     */
    public static byte[] write(StudyDefinition study, String sha256, Instant loaded, String language) {
        return write(study, sha256, loaded, language, StudyKey.Kind.PRODUCTION);
    }

    /**
     * The same for a study of this kind: on each page of a copy stands that it is none of participants.
     *
     * @throws Invalid when the study has no such language
     */
    public static byte[] write(
            StudyDefinition study, String sha256, Instant loaded, String language, StudyKey.Kind kind) {
        List<String> languages = study.languages();
        if (!languages.contains(language)) {
            throw new Invalid(
                    Sentence.of("rendering", "noLanguage", study.oid(), language, String.join(", ", languages)));
        }
        Sheet sheet = new Sheet(study, sha256, loaded, language, kind);
        new CoverPage(sheet).write();
        new SchedulePage(sheet).write();
        for (FormDefinition form : study.forms().values()) {
            if (form.log()) {
                new LogPage(sheet, form).write();
            } else {
                new FormPage(sheet, form).write();
            }
        }
        return sheet.close();
    }
}
