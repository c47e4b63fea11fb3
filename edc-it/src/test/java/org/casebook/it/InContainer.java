package org.casebook.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs inside the application: extend it in package {@code org.casebook.it.container}, name the class
 * {@code …IT}, inject boundaries with {@code @Inject}. All share one deployment, the one that the browser tests use.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class InContainer {
    /** @return the EAR with the in-container tests; Arquillian calls it outside the container */
    @Deployment
    public static EnterpriseArchive deployment() {
        return TestEar.archive();
    }
}
