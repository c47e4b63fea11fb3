package org.casebook.attachment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where files lie: {@code EDC_ATTACHMENTS}, see docs/operations.md. What cut-off uploads left there is removed when the system
 * starts.
 */
@ApplicationScoped
class AttachmentFolder {

    @Inject
    @ConfigProperty(name = "edc.attachments")
    private Optional<String> configured;

    private AttachmentStore store;

    /** Makes the folder ready at once, and not with the first upload. */
    void start(@Observes Startup started) {
        configured.ifPresent(folder -> store());
    }

    @PostConstruct
    void open() {
        configured.map(Path::of).ifPresent(folder -> {
            store = new AttachmentStore(folder);
            store.forgetUnfinished();
        });
    }

    AttachmentStore store() {
        if (store == null) {
            throw new IllegalStateException("EDC_ATTACHMENTS is not set: name a folder for attached files.");
        }
        return store;
    }
}
