package dev.parley.console;

/** The one command that runs, so that stopping it never hits the next one. */
final class RunningCommand {
    private Thread thread;
    private boolean interrupted;

    /** Called by the thread that runs it. */
    synchronized void begin() {
        thread = Thread.currentThread();
        interrupted = false;
    }

    /** Called by the same thread; leaves it without a pending interruption. */
    synchronized void end() {
        thread = null;
        if (Thread.interrupted()) interrupted = true;
    }

    /** Returns whether there was something to stop. */
    synchronized boolean interrupt() {
        if (thread == null) return false;
        interrupted = true;
        thread.interrupt();
        return true;
    }

    synchronized boolean isInterrupted() {
        return interrupted;
    }
}
