package org.casebook.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.casebook.it.Accounts;
import org.casebook.it.Figures;
import org.casebook.it.Mailbox;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An emergency, from the participant's page to the treatment; what others get to know of it. */
class CodeBreakPageIT {
    private static final String BLINDED = "sponsor";
    private static final String PLACE = "?study=" + Trial.STUDY + "&site=101";
    /** Written as somebody would who hopes that it is run: no page and no letter does, and no letter tells it. */
    private static final String REASON =
            "Anaphylaxis #{7*191} ${7*191} <b onclick=evil>two hours</b> after; Bcc: all@example.com";

    private static final List<String> TREATMENTS = List.of("BM-MSC", "DMSO");

    @RegisterExtension
    private final Visitors visitors = new Visitors();

    private int actions;

    @BeforeAll
    static void load() {
        Trial.load();
    }

    @Test
    void five_actions_tell_one_treatment_and_the_study_hears_of_it() throws Exception {
        addresses("safety@sponsor.example\npv@cro.example");
        String subject = randomized();
        Page page = visitors.signedIn("investigator-101");
        page.navigate(url("/subject/subject.xhtml") + "&subject=" + subject);
        Visitors.pictures(page, "code-break-participant");

        long begin = System.nanoTime();
        act(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Emergency code break"))
                .click());
        act(() -> page.getByLabel("Why must the code be broken?").fill(REASON));
        act(() -> page.getByLabel("Yes").check());
        act(() -> page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Break the code with your password"))
                .click());
        page.waitForSelector("#password");
        act(() -> {
            page.fill("#password", Accounts.PASSWORD);
            page.keyboard().press("Enter");
        });
        page.waitForURL(Running.system().url("/codebreak/treatment.xhtml") + "**");
        String treatment = page.locator("#treatment").textContent();
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertThat(TREATMENTS).anyMatch(treatment::contains);
        Figures.atMost("Emergency code break: actions", actions, "actions", 5);
        Figures.atMost("Emergency code break: time of a machine that types at once", seconds, "s", 60);
        Visitors.pictures(page, "code-break-treatment");

        String shown = page.url();
        tell(subject, treatment);
        others(subject, treatment, shown);
    }

    @Test
    void an_unanswered_question_breaks_nothing_and_says_so_beside_the_button() throws Exception {
        String subject = randomized();
        Page page = visitors.signedIn("investigator-101");
        page.navigate(url("/codebreak/break.xhtml") + "&subject=" + subject);
        Visitors.pictures(page, "code-break-ask");
        page.getByLabel("Why must the code be broken?").fill(REASON);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Break the code with your password"))
                .click();
        assertThat(page.locator("#break-error")).containsText("yes or no");
        page.navigate(url("/codebreak/break.xhtml") + "&subject=" + subject);
        assertThat(page.locator("h1")).hasText("Emergency code break");
    }

    /** The letters came, and tell everything but the treatment and the reason. */
    private static void tell(String subject, String treatment) throws Exception {
        List<MimeMessage> letters = Mailbox.about("study " + Trial.STUDY + ", participant " + subject, 2);
        assertThat(letters).hasSize(2);
        assertThat(letters.stream().map(letter -> recipient(letter)).sorted().toList())
                .containsExactly("pv@cro.example", "safety@sponsor.example");
        for (MimeMessage letter : letters) {
            String text = letter.getSubject() + letter.getContent();
            assertThat(text)
                    .contains(subject, "adverse event: yes")
                    .doesNotContain(REASON, "Anaphylaxis", "1337", treatment);
            assertThat(text).contains("Code gebrochen", "Der Randomisierungscode eines Teilnehmers");
            assertThat(letter.getAllRecipients()).hasSize(1);
            assertThat(TREATMENTS).noneMatch(text::contains);
        }
    }

    private void others(String subject, String treatment, String shown) {
        Page sponsor = visitors.signedIn(BLINDED);
        sponsor.navigate(Running.system().url("/codebreak/breaks.xhtml?study=" + Trial.STUDY));
        assertThat(sponsor.locator("#code-breaks tbody tr")
                        .filter(new Locator.FilterOptions().setHasText(subject))
                        .first())
                .containsText(REASON);
        assertThat(sponsor.locator("#code-breaks")).containsText("sent");
        assertThat(sponsor.locator("main").textContent()).doesNotContain(treatment);
        Visitors.pictures(sponsor, "code-break-list");
        for (String account : List.of(BLINDED, "coordinator-101", "monitor", "pharmacist")) {
            Page other = visitors.signedIn(account);
            assertThat(other.navigate(shown).status()).isIn(403, 404);
            assertThat(other.locator("main").textContent()).doesNotContain(treatment);
        }
        Page coordinator = visitors.signedIn("coordinator-101");
        coordinator.navigate(url("/subject/subject.xhtml") + "&subject=" + subject);
        assertThat(coordinator.locator("#code-broken")).containsText("The code was broken");
        assertThat(coordinator.locator("#break-code")).hasCount(0);
        assertThat(coordinator.locator("main").textContent()).doesNotContain(treatment);
    }

    private void addresses(String lines) {
        Page page = visitors.signedIn("data-manager");
        page.navigate(Running.system().url("/codebreak/breaks.xhtml?study=" + Trial.STUDY));
        page.getByLabel("E-mail addresses").fill(lines);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the list"))
                .click();
        assertThat(page.locator("#toasts")).containsText("Addresses: 2");
        Visitors.pictures(page, "code-break-addresses");
    }

    /** A participant of the demonstration who is randomised at site 101. */
    private static String randomized() {
        for (var person : Trial.as("investigator-101").get("/studies/" + Trial.STUDY + "/participants?site=101")) {
            if (person.hasNonNull("randomizationNumber")) {
                return person.path("subject").asText();
            }
        }
        throw new AssertionError("the demonstration has somebody randomised at site 101");
    }

    private void act(Runnable action) {
        actions++;
        action.run();
    }

    private static String recipient(MimeMessage letter) {
        try {
            return letter.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(String path) {
        return Running.system().url(path + PLACE);
    }
}
