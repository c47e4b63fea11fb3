package org.casebook.web.entry;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.casebook.web.acceptance.AcceptanceEntry;
import org.casebook.web.access.AccountEntry;
import org.casebook.web.attachment.AttachmentEntry;
import org.casebook.web.attachment.SeatAttachmentEntry;
import org.casebook.web.authoring.AuthoringEntry;
import org.casebook.web.codebreak.CodeBreakEntry;
import org.casebook.web.consent.ConsentEntry;
import org.casebook.web.course.CourseEntry;
import org.casebook.web.crossover.CrossoverEntry;
import org.casebook.web.dataset.DatasetEntry;
import org.casebook.web.delegation.DelegationEntry;
import org.casebook.web.deviation.DeviationEntry;
import org.casebook.web.disclosure.StudyUnblindingEntry;
import org.casebook.web.duplicate.DuplicateEntry;
import org.casebook.web.explanation.WhyEntry;
import org.casebook.web.laboratory.RangeEntry;
import org.casebook.web.monitoring.VerificationEntry;
import org.casebook.web.moving.MovingEntry;
import org.casebook.web.outcome.OutcomeEntry;
import org.casebook.web.presence.PresenceEntry;
import org.casebook.web.query.QueryEntry;
import org.casebook.web.randomization.AllocationEntry;
import org.casebook.web.refusal.RefusalMapper;
import org.casebook.web.refusal.WholeBody;
import org.casebook.web.signature.LockEntry;
import org.casebook.web.signature.SigningEntry;
import org.casebook.web.site.SiteEntry;
import org.casebook.web.standing.ScreeningEntry;
import org.casebook.web.standing.StandingEntry;
import org.casebook.web.study.ExpressionEntry;
import org.casebook.web.study.PreviewEntry;
import org.casebook.web.subject.SubjectEntry;
import org.casebook.web.transfer.ImportEntry;

/** The endpoints at {@code /entry}. Each is named here, so that none of {@code /api} slips in. */
@ApplicationPath("/entry")
public class EntryApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                RefusalMapper.class,
                WholeBody.class,
                FormEntry.class,
                WhyEntry.class,
                CourseEntry.class,
                AttachmentEntry.class,
                SeatAttachmentEntry.class,
                RangeEntry.class,
                StudyEntry.class,
                AuthoringEntry.class,
                PreviewEntry.class,
                AcceptanceEntry.class,
                ConsentEntry.class,
                DelegationEntry.class,
                DeviationEntry.class,
                DuplicateEntry.class,
                OutcomeEntry.class,
                ScreeningEntry.class,
                StandingEntry.class,
                SubjectEntry.class,
                AllocationEntry.class,
                CodeBreakEntry.class,
                StudyUnblindingEntry.class,
                CrossoverEntry.class,
                QueryEntry.class,
                VerificationEntry.class,
                SigningEntry.class,
                LockEntry.class,
                MovingEntry.class,
                DatasetEntry.class,
                AccountEntry.class,
                ImportEntry.class,
                ExpressionEntry.class,
                PresenceEntry.class,
                SiteEntry.class);
    }
}
