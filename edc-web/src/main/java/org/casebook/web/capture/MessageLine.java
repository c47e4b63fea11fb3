package org.casebook.web.capture;

import java.util.List;
import org.casebook.capture.CaseFormView;
import org.casebook.rules.DataType;

/**
 * One message below an item, as drawn and as scripts hear it.
 *
 * @param offers what the text could mean, each a button; empty unless there are several readings
 */
public record MessageLine(String check, String severity, String text, List<Offer> offers) {

    public MessageLine {
        offers = List.copyOf(offers);
    }

    /**
     * One reading.
     *
     * @param text what is stored when it is chosen
     * @param words what the button says
     */
    public record Offer(String text, String words) {}

    public static List<MessageLine> of(DataType type, List<CaseFormView.Message> messages) {
        return messages.stream().map(message -> of(type, message)).toList();
    }

    private static MessageLine of(DataType type, CaseFormView.Message message) {
        List<Offer> offers = message.readings().stream()
                .map(reading -> new Offer(reading, Understood.offer(type, reading)))
                .toList();
        return new MessageLine(message.check(), message.severity(), message.text(), offers);
    }
}
