package org.casebook.attachment;

import java.io.Serializable;
import java.util.Collection;
import java.util.stream.Collectors;
import org.casebook.definition.ItemDefinition.FileKind;
import org.casebook.kernel.Refusal;
import org.casebook.kernel.Sentence;

/** A file was not attached: it is too large, empty, or of a kind that the item does not take. */
public class FileNotTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final String ROOM = "attachment";

    private FileNotTaken(String key, Serializable... parts) {
        super(Kind.INVALID, Sentence.of(ROOM, key, parts));
    }

    static FileNotTaken tooLarge(String name, long mostMegabytes) {
        return new FileNotTaken("tooLarge", name, mostMegabytes);
    }

    static FileNotTaken empty(String name) {
        return new FileNotTaken("empty", name);
    }

    /**
     * @param found media type of the content
     */
    static FileNotTaken ofKind(String name, String found, Collection<FileKind> kinds) {
        return new FileNotTaken(
                "kind",
                name,
                found.equals("application/octet-stream") ? Sentence.of(ROOM, "noKnownKind") : found,
                kinds.stream().map(FileKind::name).collect(Collectors.joining(", ")));
    }

    static FileNotTaken cutOff(String name) {
        return new FileNotTaken("cutOff", name);
    }
}
