package dev.parley.lab;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The signals of POSIX systems that Java cannot send itself. */
enum ProcessSignal {
    STOP,
    CONT,
    INT;

    /**
     * Sends it and waits until it is sent.
     *
     * @throws LabException if it could not be sent: there are no signals on Windows
     */
    void sendTo(long pid) {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows"))
            throw new LabException(
                    "Windows has no signal " + name() + ": processes cannot be frozen or interrupted there");
        try {
            // The shell's own kill: a bare system need not have the program.
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean done = kill.waitFor(10, TimeUnit.SECONDS);
            if (!done || kill.exitValue() != 0)
                throw new LabException("Signal " + name() + " could not be sent to process " + pid);
        } catch (IOException e) {
            throw new LabException("Signal " + name() + " could not be sent: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("Interrupted while sending a signal", e);
        }
    }
}
