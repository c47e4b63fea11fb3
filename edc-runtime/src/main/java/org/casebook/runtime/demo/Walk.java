package org.casebook.runtime.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.runtime.demo.SiteStaff.Filled;

/** Takes one participant along a journey, through REST and the signing pages, each thing on its day. */
final class Walk {

    private final StudyFile file;
    private final SiteStaff staff;

    Walk(StudyFile file, SiteStaff staff) {
        this.file = file;
        this.staff = staff;
    }

    /** @return the screening number */
    String along(Journey journey) {
        String subject = staff.screen(day(journey.stops().get(0)));
        journey.stops().forEach(stop -> at(subject, stop));
        return subject;
    }

    private void at(String subject, Journey.Stop stop) {
        int day = day(stop);
        if (stop.dated()) {
            staff.visit(subject, stop.event(), day, stop.reason());
        }
        List<Filled> toSign = new ArrayList<>();
        boolean eligible = false;
        for (Journey.Filled form : stop.forms()) {
            Filled filled = fill(subject, stop, form);
            if (form.complete() && file.isSigned(form.form())) {
                toSign.add(filled);
            }
            eligible |= file.purpose(form.form()).equals("Eligibility");
        }
        if (!toSign.isEmpty()) {
            staff.sign(day, "APPROVAL", toSign);
        }
        if (eligible && file.isRandomised()) {
            staff.randomize(subject, day);
        } else if (eligible) {
            staff.stand(subject, "ENROLLED", day, "Eligible, and the study randomises nobody.");
        }
        stop.forms().stream()
                .filter(form -> file.purpose(form.form()).equals("EndOfStudy"))
                .forEach(form -> end(subject, day, form.answers()));
    }

    private Filled fill(String subject, Journey.Stop stop, Journey.Filled form) {
        Map<String, String> typed = new LinkedHashMap<>(form.answers());
        typed.keySet().removeIf(file::isFile);
        int day = day(stop);
        String event = file.isLogs(stop.event()) ? null : stop.event();
        Filled begun = staff.begin(subject, event, form.form(), day, typed);
        form.answers().forEach((item, text) -> {
            if (file.isFile(item)) {
                staff.attach(begun.id(), item, text.split(" #")[0], day);
            }
        });
        return form.complete() ? staff.complete(begun.id(), day) : begun;
    }

    private void end(String subject, int day, Map<String, String> answers) {
        String status = answers.getOrDefault("EOSSTAT", "");
        String reason = answers.getOrDefault("EOSSPEC", "All visits of the study took place.");
        switch (status) {
            case "COMPLETED" -> staff.stand(subject, "COMPLETED", day, reason);
            case "LOST" -> staff.stand(subject, "LOST", day, reason);
            case "SCREENFAIL" -> staff.stand(subject, "SCREEN_FAILED", day, reason);
            default -> staff.stand(subject, "WITHDRAWN", day, reason);
        }
    }

    private int day(Journey.Stop stop) {
        return staff.days().of(stop.day());
    }
}
