package org.casebook.attachment;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where files lie: {@code EDC_ATTACHMENTS}, see docs/operations.md. What cut-off uploads left there is removed when the system
 * starts.
 */
@Singleton
@Startup
@jakarta.ejb.ConcurrencyManagement(jakarta.ejb.ConcurrencyManagementType.BEAN)
public class AttachmentFolder {

    @Inject
    @ConfigProperty(name = "edc.attachments")
    private Optional<String> configured;

    private AttachmentStore store;

    @PostConstruct
    void open() {
        if (configured.isPresent()) {
            store = new AttachmentStore(Path.of(configured.get()));
            store.forgetUnfinished();
        }
    }

    AttachmentStore store() {
        if (store == null) {
            throw new IllegalStateException("EDC_ATTACHMENTS is not set: name a folder for attached files.");
        }
        return store;
    }
}
