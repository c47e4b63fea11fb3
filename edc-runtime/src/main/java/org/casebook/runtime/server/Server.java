package org.casebook.runtime.server;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Boots Payara Micro and deploys one EAR, which Micro refuses by itself.
 *
 * <p>Arguments: {@code --ear FILE}, {@code --probe URL}, and everything else goes to Payara Micro unchanged. Exit
 * status 3 means that the EAR was refused, 4 that it deployed but does not answer the probe: {@code deploy()} says true
 * even when the web module's context failed.
 */
public final class Server {
    private static final int REFUSED = 3;
    private static final int SILENT = 4;
    private static final int PROBE_MILLIS = 30_000;

    private Server() {}

    /**
     * Boots, deploys, probes and then stays.
     *
     * @param arguments as in the class comment
     * @throws Exception when Payara Micro cannot boot; the process ends with its stack trace
     */
    public static void main(String[] arguments) throws Exception {
        List<String> micro = new ArrayList<>();
        File ear = null;
        String probe = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--ear" -> ear = new File(arguments[++i]).getAbsoluteFile();
                case "--probe" -> probe = arguments[++i];
                default -> micro.add(arguments[i]);
            }
        }
        PayaraMicroBoot boot = PayaraMicroLauncher.create(micro.toArray(String[]::new));
        PayaraMicroRuntime runtime = boot.getRuntime();
        if (!runtime.deploy(ear)) {
            leave(REFUSED, "The EAR " + ear + " was refused; the reason stands above.");
        }
        int answer = status(probe);
        if (answer != HttpURLConnection.HTTP_OK) {
            leave(SILENT, "The EAR " + ear + " deployed, but " + probe + " answers " + answer + " instead of 200.");
        }
    }

    private static int status(String address) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setReadTimeout(PROBE_MILLIS);
            return connection.getResponseCode();
        } catch (IOException notAnswering) {
            return -1;
        }
    }

    private static void leave(int code, String sentence) {
        System.err.println(sentence);
        // halt: a half-deployed Micro has threads that keep an orderly exit waiting
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}
