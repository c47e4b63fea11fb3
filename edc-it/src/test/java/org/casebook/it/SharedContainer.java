package org.casebook.it;

import java.net.URI;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;

/** Tells Arquillian about the system under test, instead of starting a server for each test class as adapters do. */
public final class SharedContainer implements DeployableContainer<SharedContainer.Nothing> {
    private static final String SERVLET = "ArquillianServletRunnerEE9";

    /** Nothing can be configured. */
    public static final class Nothing implements ContainerConfiguration {
        @Override
        public void validate() {
            // nothing to be wrong
        }
    }

    @Override
    public Class<Nothing> getConfigurationClass() {
        return Nothing.class;
    }

    @Override
    public void start() {
        // starts with the first test that needs it
    }

    @Override
    public void stop() {
        // stops with the JVM
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) {
        if (TestEar.assembling()) {
            TestEar.write(archive);
            return new ProtocolMetaData();
        }
        URI address = URI.create(Running.system().settings().publicUrl());
        HTTPContext context = new HTTPContext(address.getHost(), address.getPort());
        context.add(new Servlet(SERVLET, TestEar.CONTEXT));
        return new ProtocolMetaData().addContext(context);
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // other test classes use it
    }
}
