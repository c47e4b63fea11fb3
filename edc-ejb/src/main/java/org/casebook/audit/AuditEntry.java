package org.casebook.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.stream.Collectors;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Change;
import org.casebook.kernel.Role;

/** One line of the trail; written once, never changed (the database forbids it too). */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry")
    @SequenceGenerator(name = "audit_entry", sequenceName = "audit_entry_seq", allocationSize = 50)
    private Long id;

    private Instant at;
    private String study;
    private String site;

    @Column(name = "subject_key")
    private String subject;

    @Column(name = "form_id")
    private Long formId;

    @Column(name = "form_revision")
    private Long formRevision;

    @Column(name = "event_oid")
    private String event;

    @Column(name = "form_oid")
    private String form;

    @Column(name = "item_oid")
    private String item;

    private String action;

    @Column(name = "old_value")
    private String oldValue;

    @Column(name = "new_value")
    private String newValue;

    private String reason;

    @Column(name = "actor_id")
    private String actorId;

    private String username;

    @Column(name = "full_name")
    private String fullName;

    private String roles;
    private String organisation;
    private String origin;
    private String request;

    protected AuditEntry() {}

    AuditEntry(Change change, Actor actor, Instant at, String request) {
        this.at = at;
        this.request = request;
        tell(change);
        sign(change, actor);
    }

    private void tell(Change change) {
        study = change.scope() == null ? null : change.scope().study();
        site = change.scope() == null ? null : change.scope().site();
        subject = change.subject();
        formId = change.place().formId();
        formRevision = change.place().formRevision();
        event = change.place().event();
        form = change.place().form();
        item = change.place().item();
        action = change.action();
        oldValue = change.oldValue();
        newValue = change.newValue();
        reason = change.reason();
    }

    private void sign(Change change, Actor actor) {
        actorId = actor.id();
        username = actor.username();
        fullName = actor.fullName();
        roles = actor.rolesAt(change.scope()).stream().map(Role::key).collect(Collectors.joining(" "));
        organisation = actor.organisation();
        origin = actor.origin();
    }

    AuditLine toLine() {
        Change.Place place = new Change.Place(formId, formRevision, event, form, item);
        return new AuditLine(
                id,
                at,
                study,
                site,
                subject,
                place,
                action,
                oldValue,
                newValue,
                reason,
                new AuditLine.Who(username, fullName, roles, organisation, origin));
    }
}
