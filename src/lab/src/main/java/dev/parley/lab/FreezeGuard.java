package dev.parley.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Kills a process that stands still if this one ends, however it ends: who stands still does not see by itself that nobody is
 * there any more. A small shell waits for the end of a pipe; Ctrl-C at this process' terminal is not for it. Any thread.
 */
final class FreezeGuard implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();

    private final Process shell;

    private FreezeGuard(Process shell) {
        this.shell = shell;
    }

    /**
     * Watches until closed.
     *
     * @throws LabException if there is no shell
     */
    static FreezeGuard over(long pid) {
        try {
            return new FreezeGuard(new ProcessBuilder("sh", "-c", "trap '' INT; read line || kill -KILL " + pid)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new LabException(
                    "Process %d is not frozen, because nobody could watch it: %s".formatted(pid, e.getMessage()), e);
        }
    }

    /** The process need not be killed any more. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().write("thawed\n".getBytes(StandardCharsets.US_ASCII));
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException e) {
            LOG.debug("the guard has gone already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
