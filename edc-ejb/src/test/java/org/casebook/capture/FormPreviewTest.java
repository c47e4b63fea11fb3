package org.casebook.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebook.capture.FormPreview.Elsewhere;
import org.casebook.capture.FormPreview.Named;
import org.casebook.capture.FormPreview.Scratch;
import org.casebook.capture.FormPreview.Sheet;
import org.casebook.capture.FormPreview.Typed;
import org.casebook.definition.CodeListDefinition.CodeListItem;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.PainStudy;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyFiles;
import org.casebook.definition.StudyRules;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Scope;
import org.casebook.rules.DataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The preview says what a save would say, entry by entry; it holds nothing between them. */
class FormPreviewTest {

    private static final Scope SCOPE = Scope.of("BMMSC");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private StudyDefinition study;
    private StudyRules rules;

    @BeforeEach
    void read() throws IOException {
        study = StudyFiles.read("bmmsc-dmso.xml");
        rules = new StudyRules(study);
    }

    /** A page in the browser: it knows what the answers told, and nothing else. */
    private final class Page {

        private final Sheet sheet;
        private final Map<String, Saved.Item> held = new LinkedHashMap<>();
        private final Map<String, String> elsewhere = new HashMap<>();

        Page(String form) {
            this(form, "en");
        }

        Page(String form, String language) {
            sheet = new Sheet(study, rules, study.form(form), language);
            learn(sheet.save(SCOPE, scratch(), null));
        }

        Scratch scratch() {
            return new Scratch(
                    held.values().stream()
                            .map(item ->
                                    new Typed(item.oid(), item.text(), item.unit(), item.leftBlank(), item.revision()))
                            .toList(),
                    elsewhere.entrySet().stream()
                            .map(value -> new Named(value.getKey(), value.getValue()))
                            .toList());
        }

        Saved type(String item, String text) {
            Saved saved = sheet.save(SCOPE, scratch(), new Entry("key", item, text, null, null, 0, null));
            learn(saved);
            return saved;
        }

        void elsewhere(String name, String text) {
            elsewhere.put(name, text);
            learn(sheet.save(SCOPE, scratch(), null));
        }

        private void learn(Saved saved) {
            List<Saved.Item> told = new ArrayList<>(saved.others());
            if (saved.item() != null) {
                told.add(saved.item());
            }
            told.forEach(item -> held.put(item.oid(), item));
        }

        List<String> standing(String item) {
            return held.get(item).messages().stream()
                    .map(CaseFormView.Message::check)
                    .toList();
        }
    }

    @Test
    void every_form_of_the_trial_answers_as_a_stored_form_does_through_long_typing() {
        Random random = new Random(20260302);
        int entries = 0;
        for (FormDefinition form : study.forms().values()) {
            FormJudge judge =
                    new FormJudge(study, form, rules.form(form.oid()), org.casebook.rules.Values.NONE, () -> null);
            CaseForm stored = new CaseForm(
                    Scope.of("BMMSC", "101"), new CaseForm.Seat("101-001", null, form.oid(), 1, 1), judge::judge, NOON);
            FormDocument.Drawing drawing = new FormDocument.Drawing(study, form, "en", null);
            Page page = new Page(form.oid());
            for (int i = 0; i < 150; i++) {
                ItemDefinition item =
                        form.items().get(random.nextInt(form.items().size()));
                String text = text(random, item);
                assertThat(refusal(() -> page.type(item.oid(), text)))
                        .as(form.oid() + "." + item.oid() + " = " + text)
                        .isEqualTo(refusal(() -> store(stored, judge, item, text)));
                assertThat(shown(form, oid -> page.held.get(oid)))
                        .as("after " + form.oid() + "." + item.oid() + " = " + text)
                        .isEqualTo(shown(
                                form,
                                oid -> drawing.told(
                                        form.item(oid), stored.document().item(oid))));
                entries++;
            }
        }
        assertThat(entries).isGreaterThan(1_000);
    }

    private static void store(CaseForm stored, FormJudge judge, ItemDefinition item, String text) {
        ItemState held = stored.document().item(item.oid());
        Entry entry = new Entry("key", item.oid(), text, null, null, held.revision(), null);
        stored.correct(entry, judge.read(item, held, entry), judge::judge, NOON);
    }

    private static String refusal(Runnable act) {
        try {
            act.run();
            return "";
        } catch (Refusal refused) {
            return refused.getMessage();
        }
    }

    private static Map<String, Saved.Item> shown(FormDefinition form, Function<String, Saved.Item> item) {
        return form.items().stream().collect(Collectors.toMap(ItemDefinition::oid, one -> item.apply(one.oid())));
    }

    /** Mostly an answer that can be read, at times nothing or nonsense. */
    private static String text(Random random, ItemDefinition item) {
        int turn = random.nextInt(10);
        if (turn == 0) {
            return "";
        }
        if (turn == 1) {
            return "nonsense";
        }
        if (item.codeList() != null) {
            List<CodeListItem> codes = item.codeList().items();
            return codes.get(random.nextInt(codes.size())).code();
        }
        return switch (item.type()) {
            case BOOLEAN -> random.nextBoolean() ? "yes" : "no";
            case INTEGER, DECIMAL, VAS -> String.valueOf(random.nextInt(250) - 10);
            case DATE, PARTIAL_DATE -> "20%02d-0%d-1%d".formatted(20 + random.nextInt(9), 1 + random.nextInt(9), turn);
            default -> "text " + turn;
        };
    }

    @Test
    void values_from_elsewhere_are_asked_for_by_name_and_judged() {
        String form = study.forms().values().stream()
                .map(FormDefinition::oid)
                .filter(oid -> !rules.foreignItems(oid).isEmpty())
                .findFirst()
                .orElseThrow();
        Page page = new Page(form);
        List<Elsewhere> asked = page.sheet.elsewhere("2026-03-02");
        assertThat(asked)
                .extracting(Elsewhere::name)
                .containsAll(rules.foreignItems(form).stream()
                        .map(StudyRules.ItemPath::name)
                        .toList());
        Elsewhere item = asked.stream()
                .filter(one -> !one.question().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(item.place()).contains(" · ");
        Elsewhere readable = asked.stream()
                .filter(one -> one.type() != DataType.TEXT)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> page.elsewhere(readable.name(), "nonsense"))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith(readable.name() + ": ");
    }

    @Test
    void a_path_to_the_form_itself_is_not_asked_for() {
        StudyDefinition pain = new PainStudy()
                .with("LASTP", "SE_END.EOS.WORST + first.VAS.PAIN")
                .with("WORST", "EOS.EOSOK ? 2 : 3")
                .read();
        FormPreview.Sheet sheet = new FormPreview.Sheet(pain, new StudyRules(pain), pain.form("EOS"), "en");
        assertThat(sheet.elsewhere("2026-03-02")).extracting(Elsewhere::name).containsExactly("first.VAS.PAIN");
        Scratch scratch = new Scratch(List.of(), List.of(new FormPreview.Named("first.VAS.PAIN", "10")));
        assertThat(sheet.save(SCOPE, scratch, new Entry("e", "EOSOK", "yes", null, null, 0, null))
                        .others())
                .extracting(Saved.Item::oid, Saved.Item::value)
                .contains(tuple("WORST", "2.0"), tuple("LASTP", "12.0"));
    }

    @Test
    void what_is_mandatory_and_missing_is_told_as_on_completing() {
        Page page = new Page("ICF");
        assertThatThrownBy(() -> page.sheet.requireComplete(page.scratch()))
                .isInstanceOf(FormIsIncomplete.class)
                .hasMessageContaining("Still to be filled");
    }

    @Test
    void an_item_that_is_not_there_is_refused_and_one_that_went_is_left_out() {
        Page page = new Page("ODI");
        assertThatThrownBy(() -> page.type("NO_SUCH_ITEM", "1")).isInstanceOf(NotFound.class);
        Scratch stale = new Scratch(List.of(new Typed("NO_SUCH_ITEM", "1", null, null, 1)), null);
        assertThat(page.sheet.save(SCOPE, stale, null).others())
                .extracting(Saved.Item::oid)
                .doesNotContain("NO_SUCH_ITEM");
    }

    @Test
    void a_check_that_fires_and_clears_is_told() {
        Page page = new Page("ODI");
        page.type("ODI1", "nonsense");
        assertThat(page.standing("ODI1")).containsExactly(ItemState.UNREADABLE);
        page.type("ODI1", "2");
        assertThat(page.standing("ODI1")).isEmpty();
    }

    @Test
    void the_form_speaks_the_language_asked_for() throws IOException {
        study = StudyFiles.read("cdash-starters.xml");
        rules = new StudyRules(study);
        FormDefinition form = study.forms().values().iterator().next();
        assertThat(study.languages()).contains("de");
        CaseFormView german = new Page(form.oid(), "de").sheet.view(SCOPE, new Scratch(null, null));
        CaseFormView english = new Page(form.oid(), "en").sheet.view(SCOPE, new Scratch(null, null));
        assertThat(german.header().formName()).isEqualTo(form.name().in("de"));
        assertThat(german.sections().get(0).items().get(0).question())
                .isEqualTo(form.items().get(0).question().in("de"))
                .isNotEqualTo(english.sections().get(0).items().get(0).question());
    }
}
