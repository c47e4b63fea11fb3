package org.casebook.codebreak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.codebreak.CodeBreakView.Notice;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Language;
import org.casebook.kernel.Scope;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;
import org.casebook.mailing.Outbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Letters that say that a code was broken. They tell neither the treatment nor the reason, which may tell of health. */
@ApplicationScoped
class Notices {

    private static final int MOST_ADDRESSES = 50;
    private static final int LONGEST_ADDRESS = 200;

    @Inject
    private NoticeLists lists;

    @Inject
    private Outbox outbox;

    @Inject
    @ConfigProperty(name = "edc.public.url")
    private String publicUrl;

    List<String> addresses(Scope study) {
        return lists.find(study).map(NoticeList::addresses).orElse(List.of());
    }

    /** @return the addresses as they are kept now */
    List<String> replace(Scope study, List<String> by, Instant at) {
        List<String> clean = by.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (clean.size() > MOST_ADDRESSES) {
            throw new Invalid(Sentence.of("codebreak", "tooManyAddresses", MOST_ADDRESSES));
        }
        clean.forEach(Notices::requireAddress);
        lists.get(study).replace(clean, at);
        return clean;
    }

    /**
     * Writes to everybody on the study's list.
     *
     * @return how many that are
     */
    int send(CodeBreak broken, CodeBreakView view) {
        Scope study = Scope.of(broken.scope().study());
        List<String> recipients = addresses(study);
        // who reads at an address is not known, so neither is the language
        String subject = Stream.of(Language.values())
                .map(language -> said("letter.broken", language, study.study(), view.subject()))
                .collect(Collectors.joining(" / "));
        String link =
                publicUrl + "/codebreak/breaks.xhtml?study=" + URLEncoder.encode(study.study(), StandardCharsets.UTF_8);
        String body = Stream.of(Language.values())
                .map(language -> body(study, view, language))
                .collect(Collectors.joining("\n\n-----\n\n", "", "\n\n" + link));
        outbox.post(study, broken.about(), recipients, subject, body, view.at());
        return recipients.size();
    }

    private static String body(Scope study, CodeBreakView view, Language language) {
        return String.join(
                "\n",
                said("letter.opening", language),
                "",
                said("letter.study", language, study.study()),
                said("letter.site", language, view.site()),
                said("letter.subject", language, view.subject(), view.number()),
                said("letter.when", language, view.at().truncatedTo(ChronoUnit.SECONDS)),
                said("letter.by", language, view.by()),
                said(view.adverseEvent() ? "letter.event" : "letter.noEvent", language),
                "",
                said("letter.closing", language));
    }

    private static String said(String key, Language language, Serializable... parts) {
        return Sentence.of("codebreak", key, parts).in(language);
    }

    Notice of(CodeBreak broken) {
        Outbox.Progress progress = outbox.progress(Scope.of(broken.scope().study()), broken.about());
        if (progress.written() == 0) {
            return Notice.NOBODY;
        }
        return progress.allSent() ? Notice.SENT : Notice.WAITING;
    }

    private static void requireAddress(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            // a name beside the address, or none of a mail server, is a slip here
            if (!address.getAddress().equals(text) || text.indexOf('@') < 1 || text.length() > LONGEST_ADDRESS) {
                throw new AddressException(text);
            }
        } catch (AddressException noAddress) {
            throw new Invalid(Sentence.of("codebreak", "noAddress", Words.quoted(text)));
        }
    }
}
