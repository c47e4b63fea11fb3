package org.casebook.attachment;

import java.util.Collection;
import java.util.stream.Collectors;
import org.casebook.definition.ItemDefinition.FileKind;
import org.casebook.kernel.Refusal;

/** A file was not attached: it is too large, empty, or of a kind that the item does not take. */
public class FileNotTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    private FileNotTaken(String sentence) {
        super(Kind.INVALID, sentence);
    }

    static FileNotTaken tooLarge(String name, long mostMegabytes) {
        return new FileNotTaken(
                "“%s” is larger than %d MB, the most that this item takes. Make it smaller, for example by a"
                                .formatted(name, mostMegabytes)
                        + " lower resolution, and choose it again.");
    }

    static FileNotTaken empty(String name) {
        return new FileNotTaken("“%s” is empty. Choose the file again.".formatted(name));
    }

    /**
     * @param found media type of the content
     */
    static FileNotTaken ofKind(String name, String found, Collection<FileKind> kinds) {
        return new FileNotTaken(
                "“%s” is %s by its content, whatever its name says. This item takes %s. Choose such a file."
                        .formatted(
                                name,
                                found.equals("application/octet-stream") ? "of no known kind" : found,
                                kinds.stream().map(FileKind::name).collect(Collectors.joining(", "))));
    }

    static FileNotTaken cutOff(String name) {
        return new FileNotTaken(
                "“%s” did not arrive whole, so nothing of it was kept. Choose it again.".formatted(name));
    }
}
